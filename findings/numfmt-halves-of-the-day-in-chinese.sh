#!/usr/bin/env bash
# numfmt 4.0.1. A Chinese Excel and WPS write the halves of the day in a time format as 上午/下午 where an English one writes AM/PM. numfmt
# prints the marks as they stand and goes on counting to 24: 0.75 in 上午/下午h:mm is 上午/下午18:00. The library knows Chinese otherwise: aaaa
# is 星期六 for 45290 under [$-804]. @e965/xlsx 0.20.3 gives 下午6:00.
# One would expect: 下午6:00.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent numfmt@4.0.1 @e965/xlsx@0.20.3
cat > try.mjs <<'J'
import { SSF } from "@e965/xlsx";
import { format } from "numfmt";
const seen = [format("上午/下午h:mm", 0.75), format("[$-804]aaaa", 45290), SSF.format("上午/下午h:mm", 0.75)];
console.log(seen.join(" | "));
process.exit(seen.join() === "上午/下午18:00,星期六,下午6:00" ? 0 : 1);
J
node try.mjs
