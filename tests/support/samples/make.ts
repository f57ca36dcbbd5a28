/**
 * Writes the samples: `npm run samples` (needs Chromium and LibreOffice on the PATH).
 *
 * Each source gives `samples/<id>/<id>.pdf` (Chromium) and `<id>.gold.jsonl`; those in `FORMATS` also `<id>.html`, `.docx` and `.doc`
 * (LibreOffice), `.ofd` (the PDF's drawn pages) and `.xlsx` (the tables); those in `OFFICE_PDF` also `<id>.office.pdf` (the Word document
 * printed by LibreOffice, which cuts rows at page breaks). `SCANS` are photographs of some (`<id>.<manner>.scan.pdf`); `PASTED` have
 * their tables as pictures in the text, in a PDF (`<id>.pasted.scan.pdf`) and a Word document (`<id>.pasted.docx`). The files are committed: tests read them, and run without either program.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../src/lib/package-root.ts";
import { goldRecords } from "./gold.ts";
import { sampleHtml } from "./html.ts";
import { ofdFromPdf, workbookFromDocx } from "./other-formats.ts";
import { pastedHtml } from "./pasted.ts";
import { SCANS, scanOf } from "./scans.ts";
import { SAMPLES } from "./sources/index.ts";

/** Samples that are published in every format, for the test that all formats give the same records. */
const FORMATS: readonly string[] = ["hunan-self-evaluation", "jiangxi-final-accounts"];
/** Samples whose tables somebody pasted into the text as pictures. */
const PASTED: readonly string[] = ["contradictions"];
/** Samples printed by LibreOffice too. */
const OFFICE_PDF: readonly string[] = ["hunan-county-forms"];

const work = mkdtempSync(join(tmpdir(), "samples-"));
const run = (program: string, ...args: string[]): void => {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], timeout: 120_000 });
};

const print = (html: string, pdf: string): void =>
  run(
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    `--user-data-dir=${join(work, "profile")}`,
    `--print-to-pdf=${pdf}`,
    `file://${html}`,
  );

const only = process.argv.slice(2);
for (const sample of SAMPLES) {
  if (only.length > 0 && !only.includes(sample.id)) continue;
  const folder = join(packageRoot, "samples", sample.id);
  mkdirSync(folder, { recursive: true });
  const html = join(work, `${sample.id}.html`);
  writeFileSync(html, sampleHtml(sample));
  const pdf = join(folder, `${sample.id}.pdf`);
  print(html, pdf);
  writeFileSync(
    join(folder, `${sample.id}.gold.jsonl`),
    `${goldRecords(sample)
      .map((r) => JSON.stringify(r))
      .join("\n")}\n`,
  );
  const office = (format: string, from: string, to = folder): void =>
    run(
      "soffice",
      `-env:UserInstallation=file://${join(work, "office")}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      to,
      from,
    );
  for (const { manner, how } of SCANS.filter((scan) => scan.sample === sample.id))
    writeFileSync(join(folder, `${sample.id}.${manner}.scan.pdf`), await scanOf(readFileSync(pdf), how));
  if (PASTED.includes(sample.id)) {
    const pasted = join(work, `${sample.id}.pasted.html`);
    writeFileSync(pasted, await pastedHtml(sample, readFileSync(pdf)));
    print(pasted, join(folder, `${sample.id}.pasted.scan.pdf`));
    office("docx:MS Word 2007 XML", pasted);
  }
  if (OFFICE_PDF.includes(sample.id)) {
    office("docx:MS Word 2007 XML", html, work);
    office("pdf", join(work, `${sample.id}.docx`), work);
    copyFileSync(join(work, `${sample.id}.pdf`), join(folder, `${sample.id}.office.pdf`));
  }
  if (FORMATS.includes(sample.id)) {
    copyFileSync(html, join(folder, `${sample.id}.html`));
    office("docx:MS Word 2007 XML", html);
    const docx = join(folder, `${sample.id}.docx`);
    office("doc:MS Word 97", docx);
    writeFileSync(join(folder, `${sample.id}.ofd`), await ofdFromPdf(readFileSync(join(folder, `${sample.id}.pdf`))));
    writeFileSync(join(folder, `${sample.id}.xlsx`), await workbookFromDocx(readFileSync(docx)));
  }
  console.log(sample.id);
}
rmSync(work, { recursive: true, force: true });
