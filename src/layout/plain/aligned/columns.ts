import { append, largest, smallest } from "../../../lib/long-lists.ts";
import { type Band, meets, type Piece } from "./pieces.ts";

/** A column of the body: the characters it stands over, what it holds, and each row's text in it. */
export interface Column {
  readonly kind: "code" | "name" | "number";
  readonly x0: number;
  readonly x1: number;
  readonly texts: readonly string[];
}

interface Sorted {
  readonly codes: Piece[];
  readonly names: Piece[];
  readonly numbers: Piece[];
}

const WHOLE = /^\d{1,7}$/u;

/**
 * The columns in which rows stand, by the characters they stand over; null where two pieces of a row share a column. Where nothing tells pages
 * apart (`paged` is false), rows that share no column with the others may be shifted: then no column is known.
 */
export function columnsOf(rows: readonly (readonly Piece[])[], paged: boolean): Column[] | null {
  const sorted = rows.map(sortedOut);
  const codeBands = bandsOf(sorted.flatMap(({ codes }) => codes));
  // a code whose name is printed on the lines around it
  for (const { codes, numbers } of sorted)
    for (const piece of [...numbers])
      if (WHOLE.test(piece.text) && codeBands.some((band) => band.x0 <= piece.x0 && piece.x1 <= band.x1))
        append(codes, numbers.splice(numbers.indexOf(piece), 1));
  const numberBands = bandsOf(sorted.flatMap(({ numbers }) => numbers));
  if (!paged && !(areLinked(numberBands, sorted) && areEven(numberBands, sorted))) return null;
  const columns: Column[] = [];
  for (let lane = 0; lane <= numberBands.length; lane++) {
    const inLane = (piece: Piece): boolean => numberBands.filter((band) => band.x1 <= piece.x0).length === lane;
    for (const kind of ["code", "name"] as const) {
      const of = sorted.map((row) => row[`${kind}s`].filter(inLane));
      const apart = bandsOf(of.flat());
      // 合计 in the middle of the names' column is a name like the others
      const one = kind === "name" && apart.length > 1 && of.every((row) => row.length < 2);
      const bands = one ? [{ x0: apart[0]!.x0, x1: apart.at(-1)!.x1 }] : apart;
      if (of.some((row) => bands.some((band) => row.filter((piece) => meets(piece, band)).length > 1))) return null;
      for (const band of bands) columns.push({ kind, ...band, texts: of.map((row) => textIn(row, band)) });
    }
    const band = numberBands[lane];
    if (band === undefined) continue;
    if (sorted.some(({ numbers }) => numbers.filter((piece) => meets(piece, band)).length > 1)) return null;
    columns.push({ kind: "number", ...band, texts: sorted.map(({ numbers }) => textIn(numbers, band)) });
  }
  return columns;
}

/** How many characters what is set evenly may be off. */
const EVEN = 1;

/** Whether the numbers of each column end, begin or have their middle in one place. */
const areEven = (bands: readonly Band[], rows: readonly Sorted[]): boolean =>
  bands.every((band) => {
    const own = rows.flatMap(({ numbers }) => numbers.filter((piece) => meets(piece, band)));
    const spread = (of: (piece: Piece) => number): number => largest(own.map(of)) - smallest(own.map(of));
    return [({ x1 }: Piece) => x1, ({ x0 }: Piece) => x0, ({ x0, x1 }: Piece) => (x0 + x1) / 2].some(
      (of) => spread(of) <= EVEN,
    );
  });

/** Whether rows link all columns of numbers: each holds a number in a row with one in a column linked before. */
function areLinked(bands: readonly Band[], rows: readonly Sorted[]): boolean {
  const linked = new Set(bands.slice(0, 1));
  for (let before = 0; before < linked.size; ) {
    before = linked.size;
    for (const { numbers } of rows) {
      const own = bands.filter((band) => numbers.some((piece) => meets(piece, band)));
      if (own.some((band) => linked.has(band))) for (const band of own) linked.add(band);
    }
  }
  return linked.size === bands.length;
}

/** A row's codes, the names of its lines and its numbers: a whole number before a name is a code or counts the line. */
function sortedOut(row: readonly Piece[]): Sorted {
  const out: Sorted = { codes: [], names: [], numbers: [] };
  for (const [i, piece] of row.entries()) {
    const rest = row.slice(i + 1);
    const name = rest.findIndex((other) => !other.number);
    const code = WHOLE.test(piece.text) && name >= 0 && rest.slice(0, name).every((other) => WHOLE.test(other.text));
    out[code ? "codes" : piece.number ? "numbers" : "names"].push(piece);
  }
  return out;
}

/** The extents of pieces, those that meet as one, from left to right. */
function bandsOf(pieces: readonly Piece[]): Band[] {
  const bands: { x0: number; x1: number }[] = [];
  for (const { x0, x1 } of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1);
    if (last !== undefined && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else bands.push({ x0, x1 });
  }
  return bands;
}

const textIn = (row: readonly Piece[], band: Band): string => row.find((piece) => meets(piece, band))?.text ?? "";
