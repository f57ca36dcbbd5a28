#!/usr/bin/env bash
# numfmt 4.0.1. In a mixed fraction (ECMA-376 part 1, 18.8.31) the whole part is cut off, and the fraction holds the rest. numfmt cuts at 17.94 and
# rounds at 17.95: the number grows by one, while its fraction stays: 17.95 in "# ??/100" is 18 95/100, 0.95 is 1 95/100.
# @e965/xlsx 0.20.3 gives 17 95/100.
# One would expect: 17 95/100, as 17.94 is 17 94/100.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent numfmt@4.0.1 @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
import { format } from "numfmt";
const seen = [format("# ??/100", 17.94), format("# ??/100", 17.95), format("# ??/100", 0.95), SSF.format("# ??/100", 17.95)];
console.log(seen.join(" | "));
process.exit(seen.join() === "17 94/100,18 95/100,1 95/100,17 95/100" ? 0 : 1);
J
node try.mjs
