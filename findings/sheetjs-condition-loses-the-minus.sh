#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). With a condition before the first of two sections the second is for all other values, not for negative ones
# (ECMA-376 part 1, 18.8.31). SSF takes the sign off all the same: -20000 in [>=10000]0;0 is 20000, and -5 in [<100]0;0, which the first
# section is for, is 5. numfmt 4.0.1 gives -20000 and -5.
# One would expect: the minus stays where no section is written for negative values.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3 numfmt@4.0.1
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
import { format } from "numfmt";
const both = (pattern, value) => `${SSF.format(pattern, value)} (${format(pattern, value)})`;
const seen = [both('[>=10000]0.0,"k";0', -20000), both('[<100]0;0.0,"k"', -5)].join(" | ");
console.log(seen);
process.exit(seen === "20000 (-20000) | 5 (-5)" ? 0 : 1);
J
node try.mjs
