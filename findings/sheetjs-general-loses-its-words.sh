#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). General may stand beside literal words in a section (ECMA-376 part 1, 18.8.31). SSF prints words before it and
# drops those behind it: 45.6 in "about "General is about 45.6, in General" km" it is 45.6. A unit is mostly written behind.
# One would expect: the words are kept on either side, so 45.6 km.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
const seen = [SSF.format('"about "General', 45.6), SSF.format('General" km"', 45.6), SSF.format('0.0" km"', 45.6)];
console.log(seen.join(" | "));
process.exit(seen.join() === "about 45.6,45.6,45.6 km" ? 0 : 1);
J
node try.mjs
