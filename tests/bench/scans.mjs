// npm run bench -- --scans [--pages 200]
//
// Seconds a page of recognition, warm, over the scanned samples: every engine that is installed, tesseract.js with one model and with both,
// and the native tesseract program on the same pictures by itself. --pages reads a scan of so many pages in one process as `ingest` does
// and prints its peak memory beside that of a quarter of them. Nothing is remembered between runs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measure } from "./measure.mjs";

process.env.MINGZHANG_CACHE = "off";

/** The pages of the scans of a folder, usually the samples: the picture of each as stored, and its size in points. */
export async function scannedPages(root, folder = join(root, "samples")) {
  const { openPdfium } = await import(join(root, "dist/src/layout/pdf/pdfium.js"));
  const pages = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!name.endsWith(".scan.pdf") || name.endsWith(".pasted.scan.pdf")) continue;
    const document = await openPdfium(readFileSync(join(folder, name)));
    for (let number = 1; number <= document.pages; number++) {
      const { width, height } = document.content(number);
      pages.push({ number, width, height, picture: document.pictures(number)[0].jpeg });
    }
    document.close();
  }
  return pages;
}

/** Seconds a page, two pages begun at a time as the PDF reader does; the first page warms the engine. */
async function secondsAPage(pages, readPage, options) {
  await readPage(pages[0], options);
  const started = performance.now();
  for (let i = 0; i < pages.length; i += 2)
    await Promise.all(pages.slice(i, i + 2).map((page) => readPage(page, options)));
  return (performance.now() - started) / 1000 / pages.length;
}

/** The installed program over whole pages, one after the other; null where it is missing. */
function programSecondsAPage(pages) {
  const started = performance.now();
  for (const { picture } of pages) {
    const args = ["stdin", "stdout", "-l", "chi_sim", "--psm", "6"];
    const { status } = spawnSync("tesseract", args, { input: picture, stdio: ["pipe", "ignore", "ignore"] });
    if (status !== 0) return null;
  }
  return (performance.now() - started) / 1000 / pages.length;
}

/** A PDF of so many pages, each one of the pictures. */
export function longScan(pictures, count) {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${3 + pictures.length + 2 * i} 0 R`).join(" ")}] >>`,
    ...pictures.map(
      ({ jpeg, width, height }) =>
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString("latin1")}\nendstream`,
    ),
  ];
  for (let i = 0; i < count; i++) {
    const content = "595 0 0 842 0 0 cm /P Do";
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length + 2} 0 R /Resources << /XObject << /P ${3 + (i % pictures.length)} 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let body = "%PDF-1.7\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

export async function benchScans(root, count) {
  const scan = (name) => import(join(root, `dist/src/layout/scan/${name}.js`));
  const [{ readPage }, { tesseractJs }, { engineFor }] = [
    await scan("read-page"),
    await scan("tesseract-js"),
    await scan("engines"),
  ];
  const pages = await scannedPages(root);
  console.log(`${pages.length} scanned pages, seconds a page`);
  const row = (name, seconds) =>
    console.log(`${name.padEnd(44)}${seconds === null ? "skipped (not installed)" : seconds.toFixed(2).padStart(8)}`);
  const js = tesseractJs();
  row("tesseract.js, one model", await secondsAPage(pages, readPage, { engine: js, twice: false }));
  row("tesseract.js, both models", await secondsAPage(pages, readPage, { engine: js }));
  await js.close();
  const usual = engineFor({});
  row(`as usual: ${usual.name.slice(0, 32)}`, await secondsAPage(pages, readPage, { engine: usual }));
  const bare = programSecondsAPage(pages);
  const native = engineFor({ ocrEngine: "tesseract" });
  row("--ocr-engine tesseract", bare === null ? null : await secondsAPage(pages, readPage, { engine: native }));
  row("the program tesseract alone, whole pages", bare);
  if (count > 0) await benchMemory(root, pages, count);
  process.exit(0);
}

/** The pictures of pages that stand upright, in colour. */
export async function standing(pages) {
  const { default: sharp } = await import("sharp");
  const pictures = [];
  for (const { picture } of pages) {
    const jpeg = Buffer.from(picture);
    const { width, height, channels } = await sharp(jpeg).metadata();
    if (channels === 3 && height > width) pictures.push({ jpeg, width, height });
  }
  return pictures;
}

async function benchMemory(root, pages, count) {
  const pictures = await standing(pages);
  const work = mkdtempSync(join(tmpdir(), "mingzhang-scans-"));
  try {
    for (const n of [Math.ceil(count / 4), count]) {
      const path = join(work, `${n}.pdf`);
      writeFileSync(path, longScan(pictures, n));
      const main = join(root, "dist/src/cli/main.js");
      const run = await measure(process.execPath, [main, "ingest", path, "--db", join(work, `${n}.sqlite`)]);
      const peak = run.peak === null ? "-" : `${run.peak.toFixed(0)} MB, all processes ${run.all.toFixed(0)} MB`;
      console.log(
        `one scan of ${n} pages: ${(run.seconds / n).toFixed(2)} s a page, peak ${peak}${run.ok ? "" : ` (${run.why})`}`,
      );
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
