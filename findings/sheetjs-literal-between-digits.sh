#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). In the format 0\.0, the point is a literal between two digits and the comma divides by a thousand: Excel's
# way to show 元 as 万元. 163456 becomes 163, its digits fill the places from the right: 16.3. The library shows 1.63.
# One would expect: a literal is copied where it stands, so 16.3.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
const seen = SSF.format("0\\.0,", 163456);
console.log(seen);
process.exit(seen === "1.63" ? 0 : 1);
J
node try.mjs
