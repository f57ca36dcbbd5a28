#!/usr/bin/env bash
# officeparser 7.8.0. The comment of an OpenDocument cell stands inside it, before the paragraphs it shows (OpenDocument 1.2 part 1, 14.1).
# officeparser joins both without a sign between: a cell showing 38.27 with the comment 99 reads 9938.27. Lines of a cell (text:line-break,
# 6.1.5) are joined likewise: 1 over 2 reads 12.
# One would expect: 38.27, and 1 and 2 apart.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent officeparser@7.8.0 jszip@3.10.1
cat > try.cjs <<'J'
const JSZip = require("jszip"); const { OfficeParser } = require("officeparser");
const NS = ["office", "table", "text"].map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`).join(" ");
const KIND = "application/vnd.oasis.opendocument.spreadsheet";
const M = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
const zip = new JSZip();
zip.file("mimetype", KIND, { compression: "STORE" });
zip.file("META-INF/manifest.xml", `<m:manifest xmlns:m="${M}" m:version="1.2"><m:file-entry m:full-path="/" m:media-type="${KIND}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>`);
const cell = (inside) => `<table:table-row><table:table-cell office:value-type="string">${inside}</table:table-cell></table:table-row>`;
const rows = cell("<office:annotation><text:p>99</text:p></office:annotation><text:p>38.27</text:p>") + cell("<text:p>1<text:line-break/>2</text:p>");
zip.file("content.xml", `<office:document-content ${NS} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="s"><table:table-column/>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`);
zip.generateAsync({ type: "nodebuffer" }).then((bytes) => OfficeParser.parseOffice(bytes)).then((read) => {
  const seen = read.toText().trim().split(/\s+/).join(" | ");
  console.log(seen);
  process.exit(seen === "9938.27 | 12" ? 0 : 1);
});
J
node try.cjs
