import { type ColumnRole, INDICATOR_HEADS } from "../../../../schemas/forms/performance/heads.ts";
import {
  GROUP_END,
  LEVEL1,
  LEVEL2,
  NATURE,
  NOTE_TAIL,
  WEIGHT_NOTE,
} from "../../../../schemas/forms/performance/levels.ts";
import { FOOT_LABEL, TOTAL_ROW } from "../../../../schemas/forms/performance/results.ts";
import { oneWidth } from "../../../lib/head-lexer.ts";
import { largest } from "../../../lib/long-lists.ts";
import { wholeMeaning } from "../../../lib/words.ts";
import type { PlainCell } from "../grid-block.ts";
import { costOf, remarkOnGroups, solveLine, VALUES } from "./lines.ts";
import { isOtherLevel } from "./other-level.ts";
import { placeHead } from "./restored-head.ts";

type Role = ColumnRole | null;
type Row = readonly string[];

const squeezed = (text: string): string => text.replace(/\s+/gu, "");
const roleOf = (text: string): Role => wholeMeaning(oneWidth(squeezed(text)), INDICATOR_HEADS);
const MARK = /^(?:\d+(?:\.\d+)?分?|[-—–/]{1,4})?$/u;
const NUMBER = /^\d+(?:\.\d+)?$/u;
const MEASURED = /^[≥≤＞＜=＝><≧≦]|^\d/u;
const FIGURE_OR_BLANK = /^[\d.\s—–-]*$/u;
const filled = (row: Row): string[] => row.filter((text) => text !== "");
/** What two names of levels that no form is known to have count. */
const UNKNOWN_LEVELS = -2;
const pad = (row: Row, width: number): string[] => [
  ...row,
  ...new Array<string>(Math.max(0, width - row.length)).fill(""),
];

/** An indicator block among rows of cells: the row of its heads, what each column holds. */
interface Block {
  readonly header: number;
  readonly roles: readonly Role[];
  readonly name: number;
}

function blockOf(rows: readonly Row[]): Block | null {
  for (const [header, row] of rows.entries()) {
    const roles = row.map(roleOf);
    const name = roles.includes("level3") ? roles.indexOf("level3") : roles.indexOf("name");
    if (roles.includes("level1") && roles.includes("level2") && name >= 0) return { header, roles, name };
  }
  return null;
}

/**
 * A performance form written with tabs or bars. Text loses the empty cells before a row's first word, so rows stand too far to the left:
 * they are moved under the columns that can hold them. Level names are merged downwards again. Returns null where the rows are no such
 * form. `title` are the lines above its first field.
 */
export function restoreForm(rows: readonly Row[]): { title: string[]; cells: PlainCell[][] } | null {
  const block = blockOf(rows);
  if (!block) return null;
  const width = largest(rows.map((row) => row.length));
  const title: string[] = [];
  let first = 0;
  while (first < block.header && filled(rows[first]!).length === 1 && rows[first]![0] !== "")
    title.push(rows[first++]![0]!);
  const above = placeHead(rows.slice(first, block.header), width).map((row) => pad(row, width));
  const below = rows.slice(block.header).map((row, i) => (i === 0 ? pad(row, width) : place(row, block, width)));
  return { title, cells: mergeLevels([...above, ...below], block, block.header - first) };
}

/** Puts the words of a row under the columns they belong to; a row that already stands right is left as it is. */
function place(row: Row, block: Block, width: number): string[] {
  const { roles, name } = block;
  const first = squeezed(row.find((text) => text !== "") ?? "");
  if (first === "" || row.some((text) => roleOf(text) === "level3")) return pad(row, width);
  if (TOTAL_ROW.test(first)) return total(row, block, width);
  if (FOOT_LABEL.test(oneWidth(first)) || (row[0] !== "" && filled(row).length <= 2 && !isLevel(first)))
    return pad(row, width);
  const own = filled(row);
  if (own.length <= 2 && own.every((text) => isLevel(squeezed(text)))) {
    // the names of a group whose indicators are left blank
    const out = pad([], width);
    if (own.length === 2) out[roles.indexOf("level1")] = own[0]!;
    out[roles.indexOf(own.length === 2 || LEVEL2.includes(first) ? "level2" : "level1")] = own.at(-1)!;
    return out;
  }
  const group = saysValue(row, block) ? null : remarkOnGroups(own, roles);
  if (group) return [...pad(group.cells, width), "", ...(group.apart ?? [])];
  const trimmed = row.slice(0, row.findLastIndex((text) => text !== "") + 1);
  const shifts = Array.from({ length: width - trimmed.length + 1 }, (_, s) =>
    pad([...new Array<string>(s).fill(""), ...trimmed], width),
  );
  const fits = shifts.map((shifted) => (canHold(shifted, block) ? fitness(shifted, block) : Number.NEGATIVE_INFINITY));
  const best = largest(fits);
  const standing = best > Number.NEGATIVE_INFINITY ? shifts[fits.indexOf(best)]! : null;
  // a row that is filled to its end has lost no cell: names of levels in it may be new ones
  if (standing && best >= (trimmed.length === width ? UNKNOWN_LEVELS : 0))
    return standing.map((text, c) => (c < name && NOTE_TAIL.test(text) ? "" : text));
  // the label beside the levels is no column of theirs
  const side = roles.findIndex((role) => role !== null);
  const cells = filled(row).filter((text) => !NOTE_TAIL.test(text));
  const solved = solveLine(cells, roles.slice(side), false);
  // what stands under no head for certain stands apart from all of them
  if (!solved) return [...pad([], width), "", ...cells];
  const { unsure } = solved;
  const apart = [...unsure].map((c) => solved.cells[c]!);
  const cellsBack = pad(
    [...new Array<string>(side).fill(""), ...solved.cells.map((text, c) => (unsure.has(c) ? "" : text))],
    width,
  );
  return apart.length > 0 ? [...cellsBack, "", ...apart] : cellsBack;
}

/** Whether every cell of a row is one its column can hold. */
const canHold = (row: Row, { roles, name }: Block): boolean => {
  // 时效指标 is no indicator's name where no other second level stands before it
  const named = squeezed(row[name] ?? "");
  if (named.endsWith(GROUP_END) && isLevel(named) && squeezed(row[roles.indexOf("level2")] ?? "") === "") return false;
  return roles.every((role, c) => {
    const text = squeezed(row[c] ?? "");
    if (text === "" || role === null || NOTE_TAIL.test(text)) return true;
    return !isOtherLevel(role, text, roles) && costOf(role, text, c < name) !== null;
  });
};

/** Whether something stands under a head of values or scores. */
const saysValue = (row: Row, { roles }: Block): boolean =>
  roles.some((role, c) => role !== null && VALUES.has(role) && squeezed(row[c] ?? "") !== "");

const isLevel = (text: string): boolean => {
  const name = text.replace(/[（(].*$/u, "");
  return (
    LEVEL2.includes(text) || (LEVEL1.includes(name) && (name === text || WEIGHT_NOTE.test(text.slice(name.length))))
  );
};

/**
 * How well the cells of a row stand under their heads; without a name of the indicator, or with words for scores, not at all. Scores under
 * their heads and names of levels in their own columns speak for it, a value for the name and words that are no level against it.
 */
function fitness(row: Row, { roles, name }: Block): number {
  const named = squeezed(row[name] ?? "");
  if (named === "" || NUMBER.test(named) || NATURE.test(named)) return Number.NEGATIVE_INFINITY;
  const scores = [weightAfter(roles, name), roles.lastIndexOf("score")];
  // two numbers beside each other that do not stand under 分值 and 得分 are out of place
  const beside = row.some((text, c) => NUMBER.test(squeezed(text)) && NUMBER.test(squeezed(row[c + 1] ?? "")));
  const misplaced = beside && scores.every((c) => c > name) && !scores.every((c) => squeezed(row[c] ?? "") !== "");
  let good = (MEASURED.test(named) ? -3 : 0) + (misplaced ? -4 : 0);
  for (const [c, role] of roles.entries()) {
    const text = squeezed(row[c] ?? "");
    if (text === "") continue;
    if (role === "weight" || role === "score") {
      if (!MARK.test(text)) return Number.NEGATIVE_INFINITY;
      good += 2;
    } else if (role === "level1" || role === "level2") {
      const own = role === "level2" ? LEVEL2.includes(text) : isLevel(text);
      if (!own && MARK.test(text)) return Number.NEGATIVE_INFINITY;
      good += own ? 2 : -1;
    } else if (c > name && LEVEL2.includes(text)) good -= 2;
  }
  return good;
}

const weightAfter = (roles: readonly Role[], name: number): number =>
  roles.findIndex((role, c) => c > name && role === "weight");

/** 总分 | 100 | 97: the full score and the score go under their heads, unless something else is said there. */
function total(row: Row, { roles, name }: Block, width: number): string[] {
  const [weight, score] = [weightAfter(roles, name), roles.indexOf("score")];
  const notes = row.some((text, c) => !FIGURE_OR_BLANK.test(text) && c > 0);
  const figures = [weight, score].every((c) => c >= 0 && NUMBER.test(row[c] ?? ""));
  if (notes || figures || weight < 0 || score < 0) return pad(row, width);
  const numbers = row.filter((text) => NUMBER.test(text));
  const out = pad([row[0]!], width);
  out[weight] = numbers[0] ?? "";
  out[score] = numbers[1] ?? "";
  return out;
}

/** Empty level cells belong to the name above them. */
function mergeLevels(rows: readonly Row[], { roles }: Block, header: number): PlainCell[][] {
  const cells: (PlainCell & { rs: number })[][] = rows.map((row) => row.map((text) => ({ text, rs: 1 })));
  const drop = new Set<PlainCell>();
  const [one, two] = [roles.indexOf("level1"), roles.indexOf("level2")];
  for (const column of [one, two]) {
    let above: (PlainCell & { rs: number }) | null = null;
    for (let r = header + 1; r < rows.length; r++) {
      const cell = cells[r]![column];
      if (!cell || TOTAL_ROW.test(squeezed(rows[r]![0] ?? ""))) {
        above = null;
        continue;
      }
      const opensGroup = column === two && rows[r]![one] !== "";
      if (cell.text === "" && above && !opensGroup) {
        above.rs++;
        drop.add(cell);
      } else above = cell.text === "" ? null : cell;
    }
  }
  return cells.map((row) => row.filter((cell) => !drop.has(cell)));
}
