#!/usr/bin/env bash
# @embedpdf/pdfium 2.15.1 (PDFium). A page shows 38.27: it was printed over a white box that covers 39.27. The text page keeps the covered
# figure whole and of the visible one only the digit that differs; characters at the place of an equal one are taken for doubles.
# One would expect: both numbers, one after the other.
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
const seen = textOf(pdf("BT /F1 12 Tf 50 100 Td (39.27) Tj ET 1 g 45 95 60 18 re f 0 g BT /F1 12 Tf 50 100 Td (38.27) Tj ET"));
console.log(seen);
process.exit((seen.match(/2/g) ?? []).length === 1 && /9/.test(seen) && /8/.test(seen) ? 0 : 1);
J
node try.mjs
