#!/usr/bin/env bash
# pdfjs-dist 5.6.205. The drawing operators name the layer each piece belongs to and the document says that the layer is off; getTextContent
# gives the text of the hidden layer like any other.
# One would expect: hidden text is left out, since the library knows the layer's state.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent pdfjs-dist@5.6.205
cat > try.mjs <<'J'
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
const pdf = (content, catalog = "", resources = "", extra = []) => {
  const objects = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>${resources}>>>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", `<</Length ${content.length}>>\nstream\n${content}\nendstream`, ...extra];
  let body = "%PDF-1.7\n"; const at = objects.map((o, i) => { const n = body.length; body += `${i + 1} 0 obj\n${o}\nendobj\n`; return n; });
  const start = body.length;
  body += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size ${at.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(body, "latin1"));
};
const data = pdf("/OC /L0 BDC BT /F1 40 Tf 50 100 Td (88.88) Tj ET EMC", "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>", "/Properties<</L0 6 0 R>>", ["<</Type/OCG/Name(a)>>"]);
const document = await getDocument({ data, verbosity: 0 }).promise;
const [[, group]] = [...(await document.getOptionalContentConfig())];
const { items } = await (await document.getPage(1)).getTextContent();
const seen = [group.visible, items.map(({ str }) => str).join("")].join(" ");
console.log(seen);
process.exit(seen === "false 88.88" ? 0 : 1);
J
node try.mjs
