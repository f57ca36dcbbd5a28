import {
  COUNTED,
  LEVEL1,
  LEVEL2,
  NATURE,
  SIDE_LETTERS,
  STANDS_BELOW,
} from "../../../../schemas/forms/performance/levels.ts";
import { LEVEL_HEAD } from "../../../../schemas/forms/performance/names.ts";
import { TOTAL_WORD } from "../../../../schemas/forms/performance/results.ts";
import { largest } from "../../../lib/long-lists.ts";
import { type CellContext, cellCost, mostWords, piecesOfNames, type Role, TAIL, withoutEmptyGroups } from "./costs.ts";
import { isOtherLevel } from "./other-level.ts";
import { joined, textWidth, type Word } from "./words.ts";

/** One line of an indicator block: its cells column by column, and those of them that might as well stand in another column. */
export interface SolvedRow {
  readonly cells: readonly string[];
  readonly unsure: ReadonlySet<number>;
  /** What stands under no head for certain. */
  readonly apart?: readonly string[];
}

/** The lines of a block, and how many of its words they take up. */
export interface SolvedBlock {
  readonly rows: readonly SolvedRow[];
  readonly taken: number;
}

/** What it costs to begin a line in the middle of a printed line, to pass a letter of 绩效指标 beside it, to leave a word unread. */
const COST = { midLine: 1.5, side: 0.2, unread: 1.5 } as const;
/** A text of so many words a printed line has lost its lines. */
const STREAM = 15;
const MARK = /^\d{1,3}(?:\.\d+)?$/u;
const SIGN = /^[≥≤＞＜=＝><≧≦]/u;

/**
 * Words of an indicator block → its lines. Every line is a run of cells in the order of the columns, every cell a run of words, some of them
 * blank; of all ways to cut the words so the one that costs least is taken: by what the columns may hold, by the names of the levels, by
 * blanks and line ends, by how the lines of one cell are filled. Words that make no line are left.
 */
export function solveBlock(words: readonly Word[], columns: readonly Role[]): SolvedBlock {
  const roles: Role[] = [...columns, TAIL];
  const lineCount = (words.at(-1)?.line ?? 0) - (words[0]?.line ?? 0) + 1;
  const stream = words.length > STREAM * lineCount;
  const context = contextOf(words, roles, []);
  const first = cheapest(context, roles, stream);
  if (first.rows.length === 0 || words.every(({ before }) => before === "cell" || before === "blank"))
    return settled(first, context, roles);
  // the widths that the first reading found tell where a cell was broken because it was full
  const widths = roles.map((_, c) =>
    Math.max(0, largest(first.rows.map((row) => widest(words.slice(row[c], row[c + 1]))))),
  );
  const again = contextOf(words, roles, widths);
  return settled(cheapest(again, roles, stream), again, roles);
}

const nameColumn = (roles: readonly Role[]): number => {
  const level3 = roles.indexOf("level3");
  return level3 >= 0 ? level3 : roles.indexOf("name");
};

function contextOf(words: readonly Word[], roles: readonly Role[], widths: readonly number[]): CellContext {
  const name = nameColumn(roles);
  return {
    words,
    widths,
    pieces: piecesOfNames(words),
    nearGoesOn: nearGoesOn(words),
    beforeName: (column) => column < name,
  };
}

/** Whether names of levels are broken at half a line's height: 数量⏎指标 without an empty line between. */
function nearGoesOn(words: readonly Word[]): boolean {
  for (let i = 0; i < words.length; i++) {
    let text = words[i]!.text;
    for (let k = i + 1; k < Math.min(words.length, i + 4); k++) {
      text += words[k]!.text;
      if (words[k]!.before === "near" && (LEVEL1.includes(text) || LEVEL2.includes(text))) return true;
    }
  }
  return false;
}

/** Where the cells of each line begin, and where the last one ends. */
type Cuts = readonly number[];
/** The lines of the reading that costs least, and the words they take up. */
interface Reading {
  readonly rows: Cuts[];
  readonly taken: number;
}

function cheapest(context: CellContext, roles: readonly Role[], stream: boolean): Reading {
  const { words } = context;
  const [n, m, name] = [words.length, roles.length, nameColumn(roles)];
  const width = m + 1;
  const best = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array((n + 1) * width).fill(-1);
  best[0] = 0;
  const grow = (i: number, c: number): void => {
    const here = best[i * width + c]!;
    if (here === Number.POSITIVE_INFINITY) return;
    const role = roles[c]!;
    const end = Math.min(n, i + mostWords(role));
    for (let k = i; k <= end; k++) {
      if (k > i + 1 && stopsRun(words, i, k, role)) break;
      const cost = here + cellCost(role, c, i, k, context);
      const at = k * width + c + 1;
      if (cost >= best[at]!) continue;
      best[at] = cost;
      from[at] = i;
    }
  };
  for (let i = 0; i <= n; i++) {
    for (let c = name + 1; c < m; c++) grow(i, c);
    const closed = best[i * width + m]! + (i < n && !stream && words[i]!.before === "blank" ? COST.midLine : 0);
    const passed =
      i > 0 && SIDE_LETTERS.test(words[i - 1]!.text) ? best[(i - 1) * width]! + COST.side : Number.POSITIVE_INFINITY;
    const start = Math.min(closed, passed, i === 0 ? 0 : Number.POSITIVE_INFINITY);
    best[i * width] = start;
    from[i * width] = passed < closed ? i - 1 : -1;
    for (let c = 0; c <= name; c++) grow(i, c);
  }
  let taken = 0;
  let least = COST.unread * n;
  for (let i = 1; i <= n; i++) {
    const whole = best[i * width + m]! + COST.unread * (n - i);
    if (whole > least || (i < n && !stream && words[i]!.before === "blank")) continue;
    least = whole;
    taken = i;
  }
  const rows: Cuts[] = [];
  for (let i = taken; i > 0; ) {
    const cuts = [i];
    for (let c = m; c > 0; c--) {
      i = from[i * width + c]!;
      cuts.unshift(i);
    }
    rows.unshift(cuts);
    while (i > 0 && from[i * width] === i - 1) i--;
  }
  return { rows, taken };
}

/** A cell ends before the edge of the next, and never holds the full score and the score of a line, or the name of a group. */
function stopsRun(words: readonly Word[], i: number, k: number, role: Role): boolean {
  const [last, before] = [words[k - 1]!, words[k - 2]!];
  if (last.before === "cell") return true;
  if (k > i + 2 && MARK.test(last.text) && MARK.test(before.text) && last.before === "blank") return true;
  return role !== "level1" && role !== "level2" && LEVEL2.includes(before.text);
}

const widest = (words: readonly Word[]): number => {
  let most = 0;
  let line = 0;
  for (const { text, before } of words) {
    line = before === "blank" ? line + textWidth(text) : textWidth(text);
    most = Math.max(most, line);
  }
  return most;
};

function settled({ rows, taken }: Reading, { words }: CellContext, roles: readonly Role[]): SolvedBlock {
  const name = nameColumn(roles);
  const read = rows.map((cuts) => {
    const cells = roles.map((role, c) => {
      const text = joined(words.slice(cuts[c], cuts[c + 1]));
      return role === "level1" || role === "level2" ? withoutEmptyGroups(text) : text;
    });
    const tail = roles.at(-1) === TAIL ? cells.pop()! : "";
    const reason = roles.indexOf("reason");
    if (tail !== "") cells[reason >= 0 && cells[reason] !== "" ? reason : name] += tail;
    const own = words.slice(cuts[0], cuts.at(-1)).map(({ text }) => text);
    return { cells, unsure: unsureIn(cells, roles, name), words: own };
  });
  return { taken, rows: withoutPieces(read, roles) };
}

/**
 * A line whose name can be none is a piece of the cells around it: it stands apart, those beside it are cut wrong as well, and those below
 * would take over what they say of a level. So do lines above the first level's name that none stands below.
 */
function withoutPieces(
  rows: readonly (SolvedRow & { readonly words: readonly string[] })[],
  roles: readonly Role[],
): SolvedRow[] {
  const [one, two] = [roles.indexOf("level1"), roles.indexOf("level2")];
  const pieces = rows.map(({ cells }) => isPiece(cells, roles));
  let [needsOne, needsTwo] = [one >= 0, false];
  return rows.map(({ cells, unsure, words }, r) => {
    const gone = pieces[r]! || pieces[r - 1] === true || pieces[r + 1] === true;
    if (one >= 0 && cells[one] !== "") [needsOne, needsTwo] = [false, false];
    if (two >= 0 && cells[two] !== "") needsTwo = false;
    if (gone) [needsOne, needsTwo] = [needsOne || (one >= 0 && cells[one] !== ""), two >= 0];
    // a first level printed at the middle of its lines is found by its second
    const first = two < 0 ? undefined : STANDS_BELOW.find(([name]) => name.test(cells[two]!))?.[1];
    const next = rows.slice(r + 1).find((row) => one >= 0 && row.cells[one] !== "")?.cells[one];
    const below = first !== undefined && next !== undefined && first.test(next);
    return gone || (needsOne && !below) || needsTwo
      ? { cells: cells.map(() => ""), unsure: new Set<number>(), apart: words }
      : { cells, unsure };
  });
}

/** Whether a line's name can be none: a unit, a sign, a head, the rest of a word; or its level is the name of another. */
function isPiece(cells: readonly string[], roles: readonly Role[]): boolean {
  const name = cells[nameColumn(roles)]!;
  const known = roles.filter((role) => role !== TAIL);
  if (known.some((role, c) => isOtherLevel(role, cells[c]!, known) || TOTAL_WORD.test(cells[c]!))) return true;
  if ((name.match(/\p{Script=Han}/gu)?.length ?? 0) < 2 || NO_BEGINNING.test(name)) return true;
  return COUNTED.test(name) || NATURE.test(name) || YEAR.test(name) || LEVEL_HEAD.test(name);
}
/** What no name begins with: a bracket's end, a stop, a note by itself. */
const NO_BEGINNING = /^[，。；、：:)）（(%％≥≤]|^[分人个][，。；]/u;
const YEAR = /^\d{4}年?$/u;

/**
 * Where a line has fewer values, or fewer scores, than there are columns of them, they might as well stand in the other; two numbers beside
 * an indicator without values might be its values.
 */
export function unsureIn(cells: readonly string[], roles: readonly Role[], name: number): Set<number> {
  const columns = (...of: Role[]): number[] => roles.flatMap((role, c) => (c > name && of.includes(role) ? [c] : []));
  const unsure = new Set<number>();
  const values = columns("target", "actual");
  const filled = values.filter((c) => cells[c] !== "");
  const told =
    columns("nature", "unit").some((c) => cells[c] !== "") ||
    filled.some((c) => roles[c] === "target" && SIGN.test(cells[c]!));
  if (filled.length > 0 && filled.length < values.length && !told) for (const c of filled) unsure.add(c);
  const marks = columns("weight", "score");
  const scored = marks.filter((c) => cells[c] !== "");
  const between = cells.slice((marks[0] ?? 0) + 1, marks.at(-1) ?? 0).some((text) => text !== "");
  const short = scored.length < marks.length && !between;
  if (short || (values.length > 0 && filled.length === 0)) for (const c of scored) unsure.add(c);
  return unsure;
}
