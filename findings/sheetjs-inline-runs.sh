#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). A struck-out run in a shared string is kept in cell.r beside the joined text; the same run in an inline string
# (t="inlineStr", ECMA-376 part 1, 18.3.1.53) is joined too, and nothing tells that it was struck out: 89.00 for a cell that shows 9.00.
# One would expect: both kinds keep their runs.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @e965/xlsx@0.20.3 fflate@0.8.3
cat > try.mjs <<'J'
import { read, utils, write } from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
const book = utils.book_new(); utils.book_append_sheet(book, utils.aoa_to_sheet([["a", "b"]]), "s");
const parts = unzipSync(new Uint8Array(write(book, { type: "buffer", bookType: "xlsx", bookSST: true })));
const runs = "<r><rPr><strike/></rPr><t>8</t></r><r><t>9.00</t></r>";
const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]).replace(/<c r="B1"[^>]*>.*?<\/c>/, '<c r="B1" t="inlineStr"><is>' + runs + "</is></c>");
parts["xl/worksheets/sheet1.xml"] = strToU8(sheet);
parts["xl/sharedStrings.xml"] = strToU8(strFromU8(parts["xl/sharedStrings.xml"]).replace(/<si>.*?<\/si>/, "<si>" + runs + "</si>"));
const { A1, B1 } = read(zipSync(parts), { type: "array" }).Sheets.s;
const seen = [A1.v, /strike/.test(A1.r), B1.v, B1.r === undefined].join(" ");
console.log(seen);
process.exit(seen === "89.00 true 89.00 true" ? 0 : 1);
J
node try.mjs
