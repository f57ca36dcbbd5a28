#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). A cell of 1.005 in 0.00 is shown as 1.01 by spreadsheets, which round the decimal number; the library rounds
# the binary one behind it and shows 1.00, and 0.28 for 0.285, but 0.13 for 0.125, which binary numbers hold exactly.
# One would expect: all three are rounded up.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
const seen = [1.005, 0.285, 0.125].map((value) => SSF.format("0.00", value)).join(" ");
console.log(seen);
process.exit(seen === "1.00 0.28 0.13" ? 0 : 1);
J
node try.mjs
