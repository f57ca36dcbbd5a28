#!/usr/bin/env bash
# exceljs 4.4.0. cell.text is described as the text of a cell. For a number with a format it is the bare number: 0.1234 in 0.00% gives
# 0.1234, and 1234567.5 in #,##0.00 gives 1234567.5, though the format is kept beside it in cell.numFmt.
# One would expect: what the cell shows, 12.34% and 1,234,567.50.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent exceljs@4.4.0 2>/dev/null
cat > try.cjs <<'J'
const { Workbook } = require("exceljs");
const sheet = new Workbook().addWorksheet("a");
sheet.getCell("A1").value = 0.1234; sheet.getCell("A1").numFmt = "0.00%";
sheet.getCell("A2").value = 1234567.5; sheet.getCell("A2").numFmt = "#,##0.00";
const seen = [sheet.getCell("A1").text, sheet.getCell("A2").text].map(String).join(" ");
console.log(seen);
process.exit(seen === "0.1234 1234567.5" ? 0 : 1);
J
node try.cjs
