import { DIGITS } from "../../../schemas/forms/numbers.ts";
import { FUNDING_HEADS } from "../../../schemas/forms/performance/funding.ts";
import { INDICATOR_HEADS } from "../../../schemas/forms/performance/heads.ts";
import { oneWidth } from "../../lib/head-lexer.ts";
import { largest } from "../../lib/long-lists.ts";
import { wholeMeaning } from "../../lib/words.ts";
import { NUMBER, squeezed } from "./account-rows.ts";
import { kindOfHead } from "./accounts/head-tree.ts";

type Row = readonly string[];

const HAN = /\p{Script=Han}/u;
/** A row of more words is no part of a header. */
const MOST_HEADS = 12;

/** Whether a form declares it as a head. */
const isDeclared = (text: string): boolean => {
  const key = oneWidth(squeezed(text));
  return (
    (kindOfHead(key) ?? "remark") !== "remark" ||
    wholeMeaning(key, INDICATOR_HEADS) !== null ||
    wholeMeaning(key, FUNDING_HEADS) !== null
  );
};

/**
 * Rows between tabs that were torn where a cell broke over lines: `… | 年初` above `预算数 | 全年` above `预算数 | 分值`, and a line's name with
 * its code above the rest of the name with the amounts. Put together where the two parts of a cell make a head that a form declares and the
 * first alone is none, or where both rows together are exactly as wide as the table.
 */
export function mendTorn(rows: readonly Row[]): string[][] {
  const width = largest(rows.map((row) => row.length));
  return joinTorn(rows, (above, below) => tearsHead(above, below) || tearsName(above, below, width));
}

/** Whether the break between two rows runs through a cell. */
export type Tear = (above: Row, below: Row) => boolean;

/** Rows whose break runs through a cell as one row. */
export function joinTorn(rows: readonly Row[], tears: Tear): string[][] {
  const out: string[][] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last !== undefined && tears(last, row)) last.splice(-1, 1, last.at(-1)! + row[0]!, ...row.slice(1));
    else out.push([...row]);
  }
  return out;
}

function tearsHead(above: Row, below: Row): boolean {
  const [first, rest] = [above.at(-1)!, below[0]!];
  if (above.length < 2 || below.length > MOST_HEADS || first === "" || rest === "") return false;
  if (!HAN.test(first) || [...above, ...below].some((text) => NUMBER.test(text))) return false;
  return (
    !isDeclared(first) && isDeclared(first + rest) && below.slice(1).every((text) => text === "" || HAN.test(text))
  );
}

/** `2080505 | 机关事业单位基本养老保` above `险缴费支出 | 545.85 | 504.39 | 41.46`. */
function tearsName(above: Row, below: Row, width: number): boolean {
  if (above.length < 2 || above.length + below.length - 1 !== width || below.length < 2) return false;
  const [codes, name] = [above.slice(0, -1), above.at(-1)!];
  return (
    codes.every((text) => text === "" || DIGITS.test(text)) &&
    codes.some((text) => text !== "") &&
    [name, below[0]!].every((text) => HAN.test(text) && !NUMBER.test(text)) &&
    below.slice(1).every((text) => text === "" || NUMBER.test(text)) &&
    below.slice(1).some((text) => text !== "")
  );
}
