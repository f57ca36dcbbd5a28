// npm run bench -- FOLDER --cells [--list 20]
//
// How well numbers in tables are guarded: every X.pdf of a folder with its scan X.scan.pdf beside it is read both ways, and each cell of
// the first that holds a number is looked for in the scan by its place on the page. Wrong and unmarked is what must not happen.
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

const SCAN = ".scan.pdf";
const KINDS = ["right", "wrong, marked", "wrong, unmarked", "empty", "no cell"];

const bare = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\s,，]/gu, "")
    .replace(/[‑–—−－一]/gu, "-");

const middle = ([x0, y0, x1, y1]) => [(x0 + x1) / 2, (y0 + y1) / 2];
const holds = ([x0, y0, x1, y1], [x, y]) => x0 <= x && x <= x1 && y0 <= y && y <= y1;

const cellsOf = (page) => page?.blocks.flatMap((block) => (block.kind === "grid" ? block.cells : [])) ?? [];

/** What became of one printed number in the cell that covers its middle. */
function verdict(printed, cells) {
  const read = cells.find(({ box }) => box && holds(box, middle(printed.box)));
  if (!read) return ["no cell", ""];
  if (bare(read.text) === bare(printed.text)) return ["right", read.text];
  if (read.text.trim() === "") return ["empty", ""];
  return [read.alternatives?.length ? "wrong, marked" : "wrong, unmarked", read.text];
}

export async function benchCells(root, folder, listed) {
  const load = (name) => import(join(root, `dist/src/${name}.js`));
  const [{ layout }, { ingest }] = [await load("layout/index"), await load("ingest/index")];
  const read = async (path, options) => {
    const { value: file } = await ingest(path).next();
    return (await layout(file, options)).pages;
  };
  const sums = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  const row = (name, counts) =>
    console.log(
      `${name.slice(0, 40).padEnd(40)}${KINDS.map((kind) => String(counts[kind]).padStart(kind.length + 3)).join("")}`,
    );
  console.log(`${"cells with a number".padEnd(40)}${KINDS.map((kind) => `   ${kind}`).join("")}`);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const born = join(folder, name.replace(SCAN, ".pdf"));
    if (!name.endsWith(SCAN) || !existsSync(born)) continue;
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
    const scan = await read(join(folder, name), {});
    for (const page of await read(born, { ocr: "never" })) {
      const cells = cellsOf(scan.find(({ number }) => number === page.number));
      for (const printed of cellsOf(page)) {
        if (!printed.box || !/\d/u.test(printed.text)) continue;
        const [kind, text] = verdict(printed, cells);
        counts[kind]++;
        sums[kind]++;
        if (kind !== "right" && listed-- > 0)
          console.log(`  p${page.number} ${kind}: ${JSON.stringify(printed.text)} read ${JSON.stringify(text)}`);
      }
    }
    row(basename(name), counts);
  }
  row("all", sums);
  process.exit(0);
}
