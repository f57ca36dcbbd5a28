import type { Glyph } from "../../lib/page-content.ts";
import type { Face, Lattice } from "./lattice.ts";
import { type PrintedLine, printedLines } from "./printed-lines.ts";

/** A lattice and the characters in each of its faces. */
export interface FilledLattice {
  readonly lattice: Lattice;
  readonly taken: readonly (readonly Glyph[])[];
}

/** So many lines with numbers side by side make rows, though no rule separates them. */
const FEWEST_ROWS = 3;

/** Tables with lines between the columns but none between the rows: cuts such a row where numbers stand side by side in several cells. */
export function splitRows({ lattice, taken }: FilledLattice): FilledLattice {
  const cuts = new Map<number, number[]>();
  const rows: (readonly Glyph[])[][] = Array.from({ length: lattice.ys.length - 1 }, () => []);
  lattice.faces.forEach((face, i) => {
    if (face.rs === 1) rows[face.r]!.push(taken[i]!);
  });
  for (const [r, inRow] of rows.entries()) {
    const glyphs = inRow.reduce((sum, cell) => sum + cell.length, 0);
    const height = lattice.ys[r + 1]! - lattice.ys[r]!;
    if (inRow.length < 2 || glyphs < 2 * FEWEST_ROWS || height < 30) continue;
    const between = rowBorders(inRow.map((cell) => printedLines(cell)));
    if (between) cuts.set(r, between);
  }
  return cuts.size === 0 ? { lattice, taken } : cutAt(lattice, taken, cuts);
}

const middleOf = (line: PrintedLine): number => (line.box[1] + line.box[3]) / 2;
const AMOUNT = /^[-－—–+]*[\d,.，．]*[%％]?$/u;
const isNumeric = (line: PrintedLine): boolean => {
  const text = line.glyphs.map((glyph) => glyph.text).join("");
  return AMOUNT.test(text) && /\d/.test(text);
};

/** Heights between the rows that numbers in at least two cells, or in one beside as many lines of words, agree on. */
function rowBorders(cells: readonly (readonly PrintedLine[])[]): number[] | null {
  const numeric = cells.filter((lines) => lines.length > 1 && lines.filter(isNumeric).length >= 0.75 * lines.length);
  const leading = numeric.reduce<readonly PrintedLine[]>(
    (most, lines) => (lines.length > most.length ? lines : most),
    [],
  );
  if (leading.length < FEWEST_ROWS || numeric.some(isOneNumber)) return null;
  const middles = leading.map(middleOf);
  const agreeing = cells.filter((lines) => lines !== leading && agrees(lines, middles, leading[0]!.size));
  const withNumbers = agreeing.some((lines) => numeric.includes(lines));
  if (agreeing.length === 0 || (!withNumbers && leading.length < FEWEST_ROWS + 1)) return null;
  return middles.slice(1).map((middle, i) => (middles[i]! + middle) / 2);
}

const WHOLE = /^[-－−△▲+(（]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[)）]?[%％]?$/u;

/** Whether the lines are the pieces of one number too wide for its cell: 1,234,⏎567,8⏎90.55. Rows of numbers are numbers, decimals and all. */
function isOneNumber(lines: readonly PrintedLine[]): boolean {
  const texts = lines.map((line) => line.glyphs.map((glyph) => glyph.text).join("")).filter((text) => /\d/.test(text));
  if (texts.some((text) => !WHOLE.test(text))) return true;
  const decimals = texts.map((text) => /[.．]/u.test(text));
  return decimals.at(-1) === true && decimals.indexOf(true) === decimals.length - 1 && decimals.length > 1;
}

function agrees(lines: readonly PrintedLine[], middles: readonly number[], size: number): boolean {
  let hits = 0;
  let k = 0;
  for (const middle of middles) {
    while (k < lines.length && middleOf(lines[k]!) < middle - 0.4 * size) k++;
    if (k < lines.length && Math.abs(middleOf(lines[k]!) - middle) <= 0.4 * size) hits++;
  }
  return hits >= 2 && hits >= 0.8 * lines.length && hits >= 0.5 * middles.length;
}

function cutAt(lattice: Lattice, taken: FilledLattice["taken"], cuts: ReadonlyMap<number, number[]>): FilledLattice {
  const ys = [...lattice.ys, ...[...cuts.values()].flat()].sort((a, b) => a - b);
  const index = new Map(ys.map((y, i) => [y, i]));
  const faces: Face[] = [];
  const glyphs: Glyph[][] = [];
  lattice.faces.forEach((face, i) => {
    const r = index.get(lattice.ys[face.r]!)!;
    const end = index.get(lattice.ys[face.r + face.rs]!)!;
    const between = face.rs === 1 ? cuts.get(face.r) : undefined;
    if (!between) {
      faces.push({ ...face, r, rs: end - r });
      glyphs.push([...taken[i]!]);
      return;
    }
    const first = glyphs.length;
    for (let k = r; k < end; k++) {
      faces.push({ ...face, r: k, rs: 1 });
      glyphs.push([]);
    }
    for (const glyph of taken[i]!) {
      const middle = (glyph.box[1] + glyph.box[3]) / 2;
      glyphs[first + between.filter((y) => y < middle).length]!.push(glyph);
    }
  });
  return { lattice: { ...lattice, ys, faces }, taken: glyphs };
}
