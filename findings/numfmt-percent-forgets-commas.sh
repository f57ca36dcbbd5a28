#!/usr/bin/env bash
# numfmt 4.0.1. Two commas behind the digits of a number format divide by a million (ECMA-376 part 1, 18.8.31), and they do:
# 163456 in 0.00,, is 0.16. With a percent sign in the same section the commas are forgotten: 0.00,,% gives 16345600.00% where
# the commas as described give 16.35%. One would expect: the percent sign multiplies after the commas have divided.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent numfmt@4.0.1
cat > try.mjs <<'J'
import { format } from "numfmt";
const seen = [format("0.00,,", 163456), format("0.00,,%", 163456)];
console.log(seen.join(" | "));
process.exit(seen.join() === "0.16,16345600.00%" ? 0 : 1);
J
node try.mjs
