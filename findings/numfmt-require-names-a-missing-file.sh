#!/usr/bin/env bash
# numfmt 4.0.1. Its package.json sends require("numfmt") to dist/index.cjs (and its types to dist/index.d.cts); the published archive holds
# dist/index.js and dist/index.mjs only. import works; require, and every bundle that leaves the package outside and is CommonJS, fails.
# One would expect: the file that "exports" names for require is in the package, or no such name.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent numfmt@4.0.1 2>/dev/null
cat > try.mjs <<'J'
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
const require = createRequire(import.meta.url);
let required = "loaded";
try { require("numfmt"); } catch (error) { required = error.code; }
const imported = (await import("numfmt")).format("0.00", 1.5);
const files = readdirSync("node_modules/numfmt/dist").filter((name) => /\.[cm]?js$/.test(name)).join(" ");
console.log(`require: ${required}; import: ${imported}; dist: ${files}`);
process.exit(required === "MODULE_NOT_FOUND" && imported === "1.50" && !files.includes("index.cjs") ? 0 : 1);
J
node try.mjs
