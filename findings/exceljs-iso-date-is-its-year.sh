#!/usr/bin/env bash
# exceljs 4.4.0. A cell of type "d" holds a date as ISO 8601 writes it (ECMA-376 part 1, 18.18.11). exceljs reads it like a serial number, which
# ends at the first hyphen: 2023-12-31 is day 2023 of its calendar, the 15th of July 1905. @e965/xlsx 0.20.3 gives the day's serial, 45291.
# One would expect: the 31st of December 2023, or the text as it stands.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent exceljs@4.4.0 @e965/xlsx@0.20.3 fflate@0.8.3
cat > try.mjs <<'J'
import { read, utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
const book = utils.book_new(); utils.book_append_sheet(book, utils.aoa_to_sheet([[{ t: "n", v: 1, z: "yyyy-mm-dd" }]]), "s");
const parts = unzipSync(new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" })));
const sheet = "xl/worksheets/sheet1.xml";
parts[sheet] = strToU8(strFromU8(parts[sheet]).replace(/<c r="A1"( s="\d+")?[^>]*>.*?<\/c>/, '<c r="A1"$1 t="d"><v>2023-12-31</v></c>'));
const bytes = zipSync(parts);
const other = new ExcelJS.Workbook(); await other.xlsx.load(Buffer.from(bytes));
const seen = [JSON.stringify(other.worksheets[0].getCell("A1").value), read(bytes, { type: "array" }).Sheets.s.A1.v];
console.log(seen.join(" | "));
process.exit(seen.join() === '"1905-07-15T00:00:00.000Z",45291' ? 0 : 1);
J
node try.mjs
