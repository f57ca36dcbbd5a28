#!/usr/bin/env bash
# mammoth 1.12.0. A drop-down list of a Word form keeps its entries and the number of the chosen one (ECMA-376 part 1, 17.16.21); Word shows
# the chosen entry. Neither the HTML nor the raw text mammoth makes of it holds any entry, while a check box of the same kind becomes one.
# One would expect: the chosen entry.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent mammoth@1.12.0 jszip@3.10.1
cat > try.cjs <<'J'
const JSZip = require("jszip"); const mammoth = require("mammoth");
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'; const R = "http://schemas.openxmlformats.org";
const field = (data, name) => '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>' + data + '</w:ffData></w:fldChar></w:r><w:r><w:instrText>' + name + '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const list = field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="north"/><w:listEntry w:val="south"/></w:ddList>', "FORMDROPDOWN");
const box = field('<w:checkBox><w:default w:val="1"/></w:checkBox>', "FORMCHECKBOX");
const zip = new JSZip();
zip.file("[Content_Types].xml", '<Types xmlns="' + R + '/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
zip.file("_rels/.rels", '<Relationships xmlns="' + R + '/package/2006/relationships"><Relationship Id="a" Type="' + R + '/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>');
zip.file("word/document.xml", '<w:document ' + W + '><w:body><w:p><w:r><w:t>region </w:t></w:r>' + list + box + '</w:p></w:body></w:document>');
zip.generateAsync({ type: "nodebuffer" }).then(async (buffer) => {
  const html = (await mammoth.convertToHtml({ buffer })).value; const text = (await mammoth.extractRawText({ buffer })).value;
  console.log(html, JSON.stringify(text));
  process.exit(/checkbox/.test(html) && !/south|north/.test(html + text) ? 0 : 1);
});
J
node try.cjs
