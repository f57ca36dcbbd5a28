#!/usr/bin/env bash
# mammoth 1.12.0. Text moved with changes tracked stands twice in a document: in w:moveFrom, where it was, and in w:moveTo, where it is (ECMA-376
# part 1, 17.13.5.22 and 17.13.5.25). mammoth keeps what is inserted and drops what is deleted; of moved text it keeps neither copy.
# One would expect: what stands in w:moveTo, as what stands in w:ins.
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
const wrapped = (name, text) => `<w:${name} w:id="1" w:author="a">${run(text)}</w:${name}>`;
Promise.all([textOf(run("a ") + wrapped("moveTo", "3.35")), textOf(run("a ") + wrapped("ins", "3.35"))]).then((seen) => {
  console.log(seen.join(" | "));
  process.exit(seen.join() === "a,a 3.35" ? 0 : 1);
});
J
node try.cjs
