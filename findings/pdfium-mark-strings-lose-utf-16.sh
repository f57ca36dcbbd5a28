#!/usr/bin/env bash
# @embedpdf/pdfium 2.15.1 (PDFium). Browsers print single words between marks with /ActualText in UTF-16 (ISO 32000-2, 7.9.2.2): <FEFF6237>
# for 户. FPDFPageObjMark_GetParamStringValue, which promises UTF-16, takes the text for UTF-8: 户 comes back as "b7", 支 (652F) as "e/", and
# 门 (95E8), whose bytes are no UTF-8, as nothing. FPDFPageObjMark_GetParamBlobValue gives the bytes as they are. One would expect the words.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @embedpdf/pdfium@2.15.1
cat > try.mjs <<'J'
import { readFileSync } from "node:fs";
import { init } from "@embedpdf/pdfium";
const m = await init({ wasmBinary: readFileSync(new URL(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm"))) });
m.PDFiumExt_Init();
const { HEAPU8, wasmExports } = m.pdfium;
const words = ["户", "支", "门"];
const hex = (word) => `FEFF${word.charCodeAt(0).toString(16)}`;
const content = words.map((word, i) => `/Span <</ActualText <${hex(word)}>>> BDC BT /F1 12 Tf 50 ${150 - 30 * i} Td (x) Tj ET EMC`).join("\n");
const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", `<</Length ${content.length}>>\nstream\n${content}\nendstream`];
let body = "%PDF-1.7\n";
const at = objects.map((one, i) => { const n = body.length; body += `${i + 1} 0 obj\n${one}\nendobj\n`; return n; });
const start = body.length;
body += `xref\n0 6\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
const data = wasmExports.malloc(body.length);
HEAPU8.set(Buffer.from(body, "latin1"), data);
const page = m.FPDF_LoadPage(m.FPDF_LoadMemDocument(data, body.length, ""), 0);
const [length, room] = [wasmExports.malloc(4), wasmExports.malloc(64)];
const asked = (mark, how, decode) => { how(mark, "ActualText", room, 64, length); const n = m.pdfium.HEAP32[length >> 2]; return decode(Buffer.from(m.pdfium.HEAPU8.slice(room, room + n))); };
const strings = [], blobs = [];
for (let i = 0; i < m.FPDFPage_CountObjects(page); i++) {
  const mark = m.FPDFPageObj_GetMark(m.FPDFPage_GetObject(page, i), 0);
  strings.push(asked(mark, m.FPDFPageObjMark_GetParamStringValue, (bytes) => bytes.toString("utf16le").replace(/\0/g, "")));
  blobs.push(asked(mark, m.FPDFPageObjMark_GetParamBlobValue, (bytes) => bytes.toString("hex")));
}
console.log(JSON.stringify({ strings, blobs }));
process.exit(JSON.stringify(strings) === '["b7","e/",""]' && blobs.every((one, i) => one.toUpperCase() === hex(words[i]).toUpperCase()) ? 0 : 1);
J
node try.mjs
