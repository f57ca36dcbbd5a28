#!/usr/bin/env bash
# mammoth 1.12.0. Runs may stand in wrappers that print what is in them: w:smartTag, w:customXml (ECMA-376 part 1, 17.5.1), w:dir and w:bdo
# (17.3.2.3, 17.3.2.8), w:fldSimple (17.16.19). mammoth reads through the first and drops all that the others
# hold, warning of an element it does not know; of complex fields (w:fldChar) it keeps the result.
# One would expect: the same of all five.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent mammoth@1.12.0 jszip@3.10.1
cat > try.cjs <<'J'
const mammoth = require("mammoth"); const JSZip = require("jszip");
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'; const R = "http://schemas.openxmlformats.org";
const written = (body) => {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", `<Types xmlns="${R}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  zip.file("_rels/.rels", `<Relationships xmlns="${R}/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file("word/document.xml", `<w:document ${W}><w:body><w:p>${body}</w:p></w:body></w:document>`);
  return zip.generateAsync({ type: "nodebuffer" });
};
const run = '<w:r><w:t>38.27</w:t></w:r>';
const wrappers = [["smartTag", 'w:uri="u" w:element="e"'], ["customXml", 'w:element="e"'], ["dir", 'w:val="ltr"'], ["bdo", 'w:val="ltr"'], ["fldSimple", 'w:instr="DOCPROPERTY a"']];
Promise.all(wrappers.map(async ([name, more]) => {
  const { value, messages } = await mammoth.extractRawText({ buffer: await written(`<w:${name} ${more}>${run}</w:${name}>`) });
  return name + " " + (value.trim() || "nothing") + (messages.length > 0 ? ", warned" : "");
})).then((seen) => {
  console.log(seen.join(" | "));
  process.exit(seen.join() === "smartTag 38.27,customXml nothing, warned,dir nothing, warned,bdo nothing, warned,fldSimple nothing, warned" ? 0 : 1);
});
J
node try.cjs
