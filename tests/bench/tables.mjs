// npm run bench -- --tables DIR: the table engine over pages with known tables: NAME.pdf beside NAME-str.xml, as the ICDAR 2013 table competition
// publishes them (regions of a page with cells, each with its rows and columns).
//
// Compared are neighbours: for every cell with text the next one with text to its right and below it, as two texts and a direction. Pooled over all
// documents; beside it how many tables are exact and which documents lose most.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SaxesParser } from "saxes";

/**
 * Texts are told apart by their letters and digits: blanks, dashes and leaders are set differently by every reader, and small capitals are
 * small letters to some. A cell that holds a dash alone holds something.
 */
const plain = (text) => {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, "");
  return letters === "" && text.trim() !== "" ? "-" : letters;
};

/** The cells of each table of a file, with rows and columns counted over all its regions. */
function goldTables(xml) {
  const tables = [];
  let [region, cell, text] = [null, null, ""];
  let rows = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes: a }) => {
    if (name === "table") {
      tables.push([]);
      rows = 0;
    } else if (name === "region") {
      const [r, c] = [Number(a["row-increment"] ?? 0), Number(a["col-increment"] ?? 0)];
      region = { r, c, from: r === 0 && c === 0 && tables.at(-1).length > 0 ? rows : 0 };
    } else if (name === "cell") {
      const [r, c] = [Number(a["start-row"]) + region.r + region.from, Number(a["start-col"]) + region.c];
      cell = {
        r,
        c,
        r2: Number(a["end-row"] ?? a["start-row"]) + region.r + region.from,
        c2: Number(a["end-col"] ?? a["start-col"]) + region.c,
      };
    } else if (name === "content") text = "";
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "content" && cell) cell.text = plain(text);
    if (name !== "cell") return;
    tables.at(-1).push(cell);
    rows = Math.max(rows, cell.r2 + 1);
  });
  parser.write(xml).close();
  return tables;
}

/** Our tables as such cells. */
const ourCells = ({ cells }) =>
  cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
    r: row,
    c: column,
    r2: row + rowSpan - 1,
    c2: column + columnSpan - 1,
    text: plain(text),
  }));

/** Every cell with its next neighbour with text to the right and below. */
function neighbours(cells) {
  const grid = new Map();
  let [rows, cols] = [0, 0];
  for (const cell of cells.filter(({ text }) => text !== ""))
    for (let r = cell.r; r <= cell.r2; r++)
      for (let c = cell.c; c <= cell.c2; c++) {
        grid.set(`${r}/${c}`, cell);
        [rows, cols] = [Math.max(rows, r + 1), Math.max(cols, c + 1)];
      }
  const found = new Set();
  for (const cell of new Set(grid.values())) {
    const next = (r, c, dr, dc) => {
      for (let [y, x] = [r + dr, c + dc]; y < rows && x < cols; y += dr, x += dc) {
        const other = grid.get(`${y}/${x}`);
        if (other) return other;
      }
      return null;
    };
    for (let r = cell.r; r <= cell.r2; r++) add(next(r, cell.c2, 0, 1), "right");
    for (let c = cell.c; c <= cell.c2; c++) add(next(cell.r2, c, 1, 0), "below");
    function add(other, way) {
      if (other) found.add(JSON.stringify([cell.r, cell.c, other.r, other.c, way, cell.text, other.text]));
    }
  }
  return [...found].map((one) => JSON.stringify(JSON.parse(one).slice(4)));
}

const counted = (list) => list.reduce((map, one) => map.set(one, (map.get(one) ?? 0) + 1), new Map());

/** How many of the neighbours are in both, each as often as it is in both. */
function common(a, b) {
  const inB = counted(b);
  return [...counted(a)].reduce((sum, [one, n]) => sum + Math.min(n, inB.get(one) ?? 0), 0);
}

export async function benchTables(root, folder, worst) {
  const { tables } = await import(pathToFileURL(join(root, "dist/src/tables/index.js")).href);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("-str.xml"));
  const documents = [];
  for (const name of names.sort()) {
    const pdf = join(folder, name.replace(/-str\.xml$/u, ".pdf"));
    if (!existsSync(pdf)) continue;
    const gold = goldTables(readFileSync(join(folder, name), "utf8"));
    const ours = [];
    try {
      for await (const table of tables(pdf, { onTrouble: () => {} })) ours.push(ourCells(table));
    } catch (error) {
      console.log(`${name}: ${error.message}`);
    }
    const [wanted, given] = [gold.map(neighbours), ours.map(neighbours)];
    const exact = wanted.filter((one) =>
      given.some((other) => one.length === other.length && common(one, other) === one.length),
    ).length;
    const right = common(wanted.flat(), given.flat());
    documents.push({
      name,
      right,
      wanted: wanted.flat().length,
      given: given.flat().length,
      exact,
      tables: gold.length,
      read: ours.length,
    });
  }
  const sum = (of) => documents.reduce((total, one) => total + of(one), 0);
  const scored = (right, wanted, given) => {
    const [recall, precision] = [wanted ? right / wanted : 1, given ? right / given : 1];
    return { recall, precision, f1: recall + precision ? (2 * recall * precision) / (recall + precision) : 0 };
  };
  const line = ({ recall, precision, f1 }) =>
    `recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}  F1 ${f1.toFixed(3)}`;
  for (const one of documents
    .map((d) => ({ ...d, lost: d.wanted + d.given - 2 * d.right }))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, worst))
    console.log(
      `${one.name.padEnd(60)} ${line(scored(one.right, one.wanted, one.given))}  ${one.read} for ${one.tables} tables`,
    );
  console.log(`${documents.length} documents, ${sum((d) => d.tables)} tables, ${sum((d) => d.exact)} exact`);
  console.log(
    `neighbours, pooled    ${line(
      scored(
        sum((d) => d.right),
        sum((d) => d.wanted),
        sum((d) => d.given),
      ),
    )}`,
  );
  const each = documents.map((d) => scored(d.right, d.wanted, d.given));
  const mean = (of) => each.reduce((total, one) => total + of(one), 0) / each.length;
  console.log(
    `mean over documents   ${line({ recall: mean((e) => e.recall), precision: mean((e) => e.precision), f1: mean((e) => e.f1) })}`,
  );
}
