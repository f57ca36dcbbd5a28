#!/usr/bin/env bash
# officeparser 7.8.0. A hyphen that keeps its line together is an element of a run, w:noBreakHyphen (ECMA-376 part 1, 17.3.3.18). officeparser
# leaves it out, and the numbers on its two sides become one: 12-5 is 125. mammoth 1.12.0 keeps it.
# One would expect: 12-5, with a hyphen of whatever kind.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent officeparser@7.8.0 mammoth@1.12.0 jszip@3.10.1
cat > try.cjs <<'J'
const mammoth = require("mammoth"); const { OfficeParser } = require("officeparser"); const JSZip = require("jszip");
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'; const R = "http://schemas.openxmlformats.org";
const written = (body) => {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", `<Types xmlns="${R}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  zip.file("_rels/.rels", `<Relationships xmlns="${R}/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file("word/document.xml", `<w:document ${W}><w:body><w:p>${body}</w:p></w:body></w:document>`);
  return zip.generateAsync({ type: "nodebuffer" });
};
written("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>").then(async (buffer) => {
  const seen = [(await OfficeParser.parseOffice(buffer)).toText().trim(), (await mammoth.extractRawText({ buffer })).value.trim()];
  console.log(seen.join(" | "));
  process.exit(seen.join() === "125,12\u20115" ? 0 : 1);
});
J
node try.cjs
