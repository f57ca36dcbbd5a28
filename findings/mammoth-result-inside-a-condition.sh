#!/usr/bin/env bash
# mammoth 1.12.0. A field may stand inside the instruction of another: the condition of IF holds a MERGEFIELD. Word
# shows the result of the outer field alone. mammoth prints the inner result before it without a gap: 99 and 4.00 become 994.00.
# One would expect: 4.00.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent mammoth@1.12.0 jszip@3.10.1
cat > try.cjs <<'J'
const JSZip = require("jszip"); const mammoth = require("mammoth");
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'; const R = "http://schemas.openxmlformats.org";
const textOf = async (body) => {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", `<Types xmlns="${R}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  zip.file("_rels/.rels", `<Relationships xmlns="${R}/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file("word/document.xml", `<w:document ${W}><w:body><w:p>${body}</w:p></w:body></w:document>`);
  return (await mammoth.extractRawText({ buffer: await zip.generateAsync({ type: "nodebuffer" }) })).value.trim();
};
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`; const told = (text) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const inner = mark("begin") + told(" MERGEFIELD a ") + mark("separate") + run("99") + mark("end");
const outer = mark("begin") + told(" IF ") + inner + told(' &gt; 1 "4.00" "5.00" ') + mark("separate") + run("4.00") + mark("end");
textOf(outer).then((seen) => { console.log(seen); process.exit(seen === "994.00" ? 0 : 1); });
J
node try.cjs
