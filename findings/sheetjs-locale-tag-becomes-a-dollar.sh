#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). [$-804] before a number format names a language and no currency (ECMA-376 part 1, 18.8.31); Chinese programs
# write it before Chinese numerals. SSF prints a dollar for it: 45.6 in [$-804]0.00 is $45.60. Before a date it prints nothing.
# One would expect: no currency where none is named, so 45.60.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
const seen = [SSF.format("[$-804]0.00", 45.6), SSF.format("[DBNum1][$-804]General", 45.6), SSF.format('[$-804]yyyy"-"m', 45290)];
console.log(seen.join(" | "));
process.exit(seen.join() === "$45.60,$45.6,2023-12" ? 0 : 1);
J
node try.mjs
