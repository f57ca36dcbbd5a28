import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import {
  BLANK_INDICATOR,
  COUNTED,
  GROUP_END,
  LEVEL1,
  LEVEL2,
  NATURE,
  WEIGHT_NOTE,
} from "../../../../schemas/forms/performance/levels.ts";
import { smallest } from "../../../lib/long-lists.ts";
import { isOtherLevel } from "./other-level.ts";
import type { SolvedRow } from "./rows.ts";

type Role = ColumnRole | null;

const MARK = /^\d{1,3}(?:\.\d+)?分?$/u;
const DASH = /^(?:[-—－–/／*]{1,4}|无)$/u;
const SIGN = /^[≥≤＞＜=＝><≧≦]/u;
const FIGURE = /^[≥≤＞＜=＝><≧≦]*\s*[-－]?\d[\d,，.]*\s*(.*)$/u;
const WORDS = /[\p{Script=Han}A-Za-z]/u;
const STOP = /[，。；：]/u;
const LONGEST_LEVEL = 20;
const LONGEST_UNIT = 8;
/** More ways to put one line's cells under the columns are not looked at. */
const MOST_WAYS = 2_000;
/** What a blank cell counts where a form hardly leaves one; what a level's name in another level's
 * place or in that of another cell, a sign before what was achieved count. */
const BLANK = 2;
const MISPLACED = 1;
const LEVEL_AS_NAME = 3;

/** A way to put the cells of a line under the columns: for each cell its column. */
interface Way {
  readonly columns: readonly number[];
  readonly cost: number;
}

const nameColumn = (roles: readonly Role[]): number =>
  roles.includes("level3") ? roles.indexOf("level3") : roles.indexOf("name");

/**
 * Lines of an indicator block whose cells are known one by one, blank cells lost: every line is put under the columns by what they can hold,
 * with as few blank cells as may be. Cells that two such ways put elsewhere are unsure; a line whose name is, or what stands before it, is no
 * line: null for it, and for those below that would take over what it says.
 */
export function solveLines(lines: readonly (readonly string[])[], roles: readonly Role[]): (SolvedRow | null)[] {
  let open = false;
  return lines.map((cells) => {
    const line = groupsIn(cells, roles) ?? remarkOnGroups(cells, roles) ?? solveLine(cells, roles, !open);
    open = line !== null;
    return line;
  });
}

/** 效益指标 | 经济效益指标: a line of names of levels alone, whose indicators are left blank. */
export function groupsIn(cells: readonly string[], roles: readonly Role[]): SolvedRow | null {
  const [one, two] = [roles.indexOf("level1"), roles.indexOf("level2")];
  const names = cells.map((text) => text.replace(/\s+/gu, "").replace(/[（(].*$/u, ""));
  const [first = "", second] = names;
  if (one < 0 || two < 0 || names.length > 2 || second === first) return null;
  const fits = second === undefined ? LEVEL1.includes(first) !== LEVEL2.includes(first) : LEVEL1.includes(first);
  if (!fits || (second !== undefined && !LEVEL2.includes(second))) return null;
  const at = second === undefined && LEVEL2.includes(first) ? two : one;
  return { cells: roles.map((_, c) => (c === at ? cells[0]! : c === two ? (cells[1] ?? "") : "")), unsure: new Set() };
}

/** 效益指标 | 经济效益指标 | 酌情扣分: the same with words behind them that are no value. */
export function remarkOnGroups(cells: readonly string[], roles: readonly Role[]): SolvedRow | null {
  const said = cells.at(-1) ?? "";
  const groups =
    cells.length === 3 && !MARK.test(said) && !FIGURE.test(said) ? groupsIn(cells.slice(0, -1), roles) : null;
  return groups && cells.slice(0, -1).every((text) => text.replace(/\s+/gu, "").endsWith(GROUP_END))
    ? { ...groups, apart: [said] }
    : null;
}

export function solveLine(cells: readonly string[], roles: readonly Role[], isFirst: boolean): SolvedRow | null {
  const ways = waysOf(cells, roles, isFirst);
  const least = smallest(ways.map(({ cost }) => cost));
  const best = ways.filter(({ cost }) => cost === least);
  const [one] = best;
  if (!one) return null;
  const agreed = cells.map((_, i) => best.every(({ columns }) => columns[i] === one.columns[i]));
  const name = one.columns.indexOf(nameColumn(roles));
  const before = agreed.slice(0, name + 1);
  if (before.includes(false) || one.columns.every((c) => !VALUES.has(roles[c]!))) return null;
  const out = roles.map((_, c) => cells[one.columns.indexOf(c)] ?? "");
  return { cells: out, unsure: new Set(one.columns.filter((_, i) => !agreed[i])) };
}

function waysOf(cells: readonly string[], roles: readonly Role[], isFirst: boolean): Way[] {
  const ways: Way[] = [];
  if (cells.length > roles.length) return ways;
  const [name, two] = [nameColumn(roles), roles.indexOf("level2")];
  const chosen: number[] = [];
  const choose = (i: number, c: number, cost: number): void => {
    if (ways.length > MOST_WAYS) return;
    if (c === roles.length) {
      if (i === cells.length) ways.push({ columns: [...chosen], cost });
      return;
    }
    const role = roles[c]!;
    if (i < cells.length) {
      const own = isOtherLevel(role, cells[i]!, roles) ? null : costOf(role, cells[i]!, c < name);
      if (own !== null) {
        chosen.push(c);
        choose(i + 1, c + 1, cost + own);
        chosen.pop();
      }
    }
    if (cells.length - i > roles.length - c - 1) return;
    const handedDown = c < name && HANDED_DOWN.has(role);
    // a new first level names its second, a new body its project
    const opens =
      (c === two && chosen.some((at) => roles[at] === "level1")) ||
      (role === "scope" && chosen.some((at) => roles[at] === "body"));
    if (c === name || (handedDown && (isFirst || opens) && NAMED.has(role))) return;
    choose(i, c + 1, cost + (handedDown || NEED_NOT.has(role) ? 0 : BLANK));
  };
  choose(0, 0, 0);
  return ways;
}

/** Columns whose cells are merged over lines, and those that are often blank. */
const HANDED_DOWN: ReadonlySet<Role> = new Set([
  "order",
  "body",
  "scope",
  "objective",
  "budget",
  "level1",
  "level2",
  "weight",
  null,
]);
/** Those that the first line of a group prints. */
const NAMED: ReadonlySet<Role> = new Set(["scope", "level1", "level2"]);
/** A line that says nothing in any of these is a piece of a broken cell, or the name of a group without indicators. */
export const VALUES: ReadonlySet<Role> = new Set(["target", "actual", "weight", "score"]);
const NEED_NOT: ReadonlySet<Role> = new Set(["reason", "remark"]);

/** Whether a column can hold a cell, and what speaks against it; null where it cannot. */
export function costOf(role: Role, text: string, beforeName: boolean): number | null {
  const bare = text.replace(/\s+/gu, "");
  const counted = FIGURE.exec(bare)?.[1];
  const isValue = counted !== undefined && (counted === "" || COUNTED.test(counted));
  const level = bare.replace(/[（(].*$/u, "");
  const isLevel = LEVEL1.includes(level) || LEVEL2.includes(level);
  switch (role) {
    case "level1":
    case "level2": {
      const other = role === "level1" ? LEVEL2 : LEVEL1;
      const own = role === "level1" ? LEVEL1 : LEVEL2;
      const note = /[（(].*$/u.exec(bare)?.[0] ?? "";
      if (!WORDS.test(level) || level.length > LONGEST_LEVEL || STOP.test(level) || SIGN.test(bare)) return null;
      if (/\d/u.test(level) || (note !== "" && !WEIGHT_NOTE.test(note) && !isLevel)) return null;
      return other.includes(level) && !own.includes(level) ? MISPLACED : 0;
    }
    case "level3":
    case "name":
      if (!WORDS.test(bare) || isValue || SIGN.test(bare) || NATURE.test(bare)) return null;
      return BLANK_INDICATOR.test(bare) ? null : isLevel ? LEVEL_AS_NAME : 0;
    case "nature":
      return NATURE.test(bare) ? 0 : null;
    case "unit":
      return !/\d/u.test(bare) && bare.length <= LONGEST_UNIT && !NATURE.test(bare) ? 0 : null;
    case "weight":
    case "score":
      return MARK.test(bare) || DASH.test(bare) || (beforeName && /^\d+[%％]$/u.test(bare)) ? 0 : null;
    case "reason":
    case "remark":
      return isValue ? null : 0;
    case "order":
      return /^\d{1,4}$/u.test(bare) ? 0 : null;
    case "budget":
      return /^[\d,.]+$/u.test(bare) ? 0 : null;
    case "body":
    case "scope":
    case "objective":
      return WORDS.test(bare) && !isValue && !isLevel ? 0 : null;
    default:
      // what was achieved bears no sign, and the name of a level is no value
      return isLevel || (role === "actual" && SIGN.test(bare)) ? MISPLACED : 0;
  }
}
