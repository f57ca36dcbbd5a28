import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import { BLANK_INDICATOR, LEVEL1, LEVEL2 } from "../../../../schemas/forms/performance/levels.ts";
import { costOf } from "./lines.ts";
import { isOtherLevel } from "./other-level.ts";
import type { SolvedBlock, SolvedRow } from "./rows.ts";
import type { Word } from "./words.ts";

type Role = ColumnRole | null;

/** What stands behind the name of an indicator where no cell of free words does, which might be the next line's name. */
const CLOSED: ReadonlySet<Role> = new Set(["nature", "unit", "target", "actual", "weight", "score"]);
/** Whether a block whose blank cells may have been lost can be counted out all the same: what is left blank would not come out even. */
export const mayCount = (roles: readonly Role[]): boolean => {
  const name = roles.includes("level3") ? roles.indexOf("level3") : roles.indexOf("name");
  return roles.slice(name + 1).every((role) => CLOSED.has(role));
};

/** More ways than one are not counted. */
const MANY = 2;
/** A cell's text is broken over so many lines at most. */
const MOST_PIECES = 4;
/** The names of levels, and what stands beside them, are merged over the lines that belong to them. */
const MERGED: ReadonlySet<Role> = new Set(["body", "scope", "objective", "budget", "level1", "level2"]);
const NAMES: ReadonlySet<Role> = new Set(["level1", "level2"]);
/** What is known of a cell by its kind; any other column holds whatever is printed there. */
const KINDS: ReadonlySet<Role> = new Set([
  "order",
  "body",
  "scope",
  "objective",
  "budget",
  "level1",
  "level2",
  "level3",
  "name",
  "nature",
  "unit",
  "weight",
  "score",
]);

/** What may be allowed: a level without a name, a level's name for an indicator's, a cell of words over several lines. */
type Leave = "blank level" | "level as name" | "broken words" | null;
const LEAVES: readonly Leave[] = [null, "blank level", "level as name", "broken words"];

/** Where the cells of one line begin, blank ones too, column by column; -1 for a merged cell printed with a line above. */
type Places = readonly (readonly [from: number, to: number] | null)[];

/**
 * An indicator block a cell a line whose blank cells are lines as well: from the name of the indicator on every line has as many cells as there
 * are heads, before it only those that are not merged with the line above. The one way to cut the cells so; null where there is none, or more
 * than one.
 */
export function solveStream(
  words: readonly Word[],
  from: number,
  to: number,
  roles: readonly Role[],
  blanks = true,
): SolvedBlock | null {
  const cells = words.slice(from, to).flatMap(({ text, blanks = 0 }) => [...new Array<string>(blanks).fill(""), text]);
  const end = words[to];
  // at the end of a text, and before a page's next part, the last blank cells are cut off
  const spare = !blanks ? 0 : end === undefined ? roles.length : (end.blanks ?? 0);
  const all = [...cells, ...new Array<string>(spare).fill("")];
  for (const leave of blanks ? LEAVES : LEAVES.slice(0, 1)) {
    const ways = new Ways(all, roles, cells.length, leave);
    const count = ways.count(0, true);
    if (count > 1) return null;
    if (count === 1) return { rows: ways.read(), taken: to - from };
  }
  return null;
}

class Ways {
  readonly #cells: readonly string[];
  readonly #roles: readonly Role[];
  readonly #end: number;
  readonly #leave: Leave;
  readonly #name: number;
  readonly #known = new Map<number, { count: number; row: Places | null; next: number }>();

  constructor(cells: readonly string[], roles: readonly Role[], end: number, leave: Leave) {
    this.#cells = cells;
    this.#roles = roles;
    this.#end = end;
    this.#leave = leave;
    this.#name = roles.includes("level3") ? roles.indexOf("level3") : roles.indexOf("name");
  }

  /** How many ways there are to cut the cells from one on into lines, up to two. */
  count(at: number, isFirst: boolean): number {
    if (at >= this.#end) return 1;
    const known = this.#known.get(at);
    if (known) return known.count;
    const found = { count: 0, row: null as Places | null, next: 0 };
    for (const [row, next] of this.#rowsAt(at, isFirst)) {
      const below = this.count(next, false);
      if (below > 0 && found.row === null) {
        found.row = row;
        found.next = next;
      }
      found.count = Math.min(MANY, found.count + below);
      if (found.count === MANY) break;
    }
    this.#known.set(at, found);
    return found.count;
  }

  /** The lines of the way that was found. */
  read(): SolvedRow[] {
    const rows: SolvedRow[] = [];
    for (let at = 0; at < this.#end; ) {
      const { row, next } = this.#known.get(at)!;
      rows.push({
        cells: row!.map((place) => (place ? this.#cells.slice(...place).join("") : "")),
        unsure: new Set(),
      });
      at = next;
    }
    return rows;
  }

  /** The lines that may begin at a cell: with all that stands before the indicator, or without what is merged with the line above. */
  #rowsAt(at: number, isFirst: boolean): [Places, number][] {
    const merged = this.#roles.flatMap((role, c) => (c < this.#name && MERGED.has(role) ? [c] : []));
    const opens = isFirst ? merged.slice(0, 1) : [...merged, this.#name];
    return (opens.length === 0 ? [this.#name] : opens).flatMap((open) => {
      // what is no merged cell belongs to the cell before it
      const present = (c: number): boolean =>
        c >= this.#name || c >= open || (!MERGED.has(this.#roles[c]!) && !merged.some((m) => m < c));
      return this.#cut(at, 0, present);
    });
  }

  #cut(at: number, c: number, present: (c: number) => boolean): [Places, number][] {
    if (c === this.#roles.length) return [[[], at]];
    if (!present(c)) return this.#cut(at, c + 1, present).map(([row, next]) => [[null, ...row], next]);
    const ways: [Places, number][] = [];
    for (let to = at + 1; to <= Math.min(this.#cells.length, at + MOST_PIECES); to++) {
      if (!this.#holds(this.#roles[c]!, at, to, c < this.#name)) continue;
      for (const [row, next] of this.#cut(to, c + 1, present)) ways.push([[[at, to], ...row], next]);
      if (ways.length > MOST_ROWS) return ways;
    }
    return ways;
  }

  #holds(role: Role, from: number, to: number, beforeName: boolean): boolean {
    const pieces = this.#cells.slice(from, to);
    const text = pieces.join("");
    const name = text.replace(/\s+/gu, "").replace(/[（(][^（()）]*[)）]?$/u, "");
    if (to > from + 1) {
      if (pieces.includes("")) return false;
      const isLevel = NAMES.has(role) && (LEVEL1.includes(name) || LEVEL2.includes(name));
      const isWords = !NAMES.has(role) && (pieces.join("").match(/\p{Script=Han}/gu)?.length ?? 0) > 1;
      if (!isLevel && !(this.#leave === "broken words" && isWords)) return false;
    }
    const isName = role === "level3" || role === "name";
    if (text === "") return !isName && (!NAMES.has(role) || this.#leave === "blank level");
    if (!KINDS.has(role)) return !LEVEL1.includes(name) && !LEVEL2.includes(name);
    if (isName && BLANK_INDICATOR.test(text.replace(/\s+/gu, ""))) return true;
    const cost = isOtherLevel(role, text, this.#roles) ? null : costOf(role, text, beforeName);
    return cost !== null && (cost === 0 || this.#leave === "level as name");
  }
}
/** More readings of one line are not looked at. */
const MOST_ROWS = 64;
