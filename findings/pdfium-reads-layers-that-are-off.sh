#!/usr/bin/env bash
# @embedpdf/pdfium 2.15.1 (PDFium). A layer that is off when the document is opened (ISO 32000-1, 8.11.4.3) is left out of the picture PDFium
# paints, and its text is read by the text functions all the same.
# One would expect: text follows what is painted.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"; npm init -y >/dev/null
npm install --silent @embedpdf/pdfium@2.15.1
cat > try.mjs <<'J'
import { readFileSync } from "node:fs";
import { init } from "@embedpdf/pdfium";
const wasmBinary = readFileSync(new URL(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
const m = await init({ wasmBinary }); m.PDFiumExt_Init();
const open = (bytes) => { const p = m.pdfium.wasmExports.malloc(bytes.length); m.pdfium.HEAPU8.set(bytes, p); return m.FPDF_LoadMemDocument(p, bytes.length, ""); };
const textOf = (bytes) => { const page = m.FPDF_LoadPage(open(bytes), 0); const text = m.FPDFText_LoadPage(page); let out = ""; for (let i = 0; i < m.FPDFText_CountChars(text); i++) out += String.fromCodePoint(m.FPDFText_GetUnicode(text, i)); return out.replace(/\s+/g, " ").trim(); };
const pdf = (content, catalog = "", resources = "", extra = []) => {
  const objects = [`<</Type/Catalog/Pages 2 0 R${catalog}>>`, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>${resources}>>>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", `<</Length ${content.length}>>\nstream\n${content}\nendstream`, ...extra];
  let body = "%PDF-1.7\n"; const at = objects.map((o, i) => { const n = body.length; body += `${i + 1} 0 obj\n${o}\nendobj\n`; return n; });
  const start = body.length;
  body += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}trailer\n<</Size ${at.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(body, "latin1"));
};
const page = (off) => pdf("/OC /L0 BDC BT /F1 40 Tf 50 100 Td (88.88) Tj ET EMC", `/OCProperties<</OCGs[6 0 R]/D<<${off ? "/OFF[6 0 R]" : ""}>>>>`, "/Properties<</L0 6 0 R>>", ["<</Type/OCG/Name(a)>>"]);
const dark = (bytes) => { const p = m.FPDF_LoadPage(open(bytes), 0); const b = m.FPDFBitmap_CreateEx(300, 200, 3, 0, 0); m.FPDFBitmap_FillRect(b, 0, 0, 300, 200, 0xffffffff); m.FPDF_RenderPageBitmap(b, p, 0, 0, 300, 200, 0, 0); const at = m.FPDFBitmap_GetBuffer(b); return m.pdfium.HEAPU8.subarray(at, at + 240000).some((v, i) => i % 4 === 0 && v < 100); };
const seen = [textOf(page(true)), dark(page(true)), dark(page(false))].join(" ");
console.log(seen);
process.exit(seen === "88.88 false true" ? 0 : 1);
J
node try.mjs
