#!/usr/bin/env bash
# exceljs 4.4.0. A backslash in a number format makes the next character a literal: 0\.0000 shows 382700 as 38.2700. Reading a workbook takes
# the backslashes out of its formats, so that cell.numFmt is 0.0000, under which the same cell is 382700.0000; written again, the file says so.
# One would expect: the format as it is in the file.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent exceljs@4.4.0 jszip@3.10.1 2>/dev/null
cat > try.cjs <<'J'
const { Workbook } = require("exceljs"); const JSZip = require("jszip");
const inFile = async (bytes) => /formatCode="([^"]*)"/.exec(await (await JSZip.loadAsync(bytes)).file("xl/styles.xml").async("string"))[1];
(async () => {
  const first = new Workbook(); const cell = first.addWorksheet("a").getCell("A1");
  cell.value = 382700; cell.numFmt = "0\\.0000";
  const bytes = await first.xlsx.writeBuffer();
  const second = new Workbook(); await second.xlsx.load(bytes);
  const seen = [await inFile(bytes), second.getWorksheet("a").getCell("A1").numFmt, await inFile(await second.xlsx.writeBuffer())].join(" | ");
  console.log(seen);
  process.exit(seen === "0\\.0000 | 0.0000 | 0.0000" ? 0 : 1);
})();
J
node try.cjs
