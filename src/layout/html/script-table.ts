import type { Grid } from "../../lib/layout.ts";
import { gridOf } from "../draft-grid.ts";
import type { HtmlContext } from "./context.ts";

/** A script that writes table rows when the page is opened. */
const WRITES_TABLE =
  /(?:innerHTML|insertAdjacentHTML|document\.write|appendChild|insertRow|createElement)[\s\S]*?<t[rd]\b|<t[rd]\b[\s\S]*?(?:innerHTML|insertAdjacentHTML|document\.write)|insertRow|createElement\(\s*["']t[rd]["']/i;
/** Every row's fields stand in its cells as they come: `r.join("</td><td>")`. */
const FIELDS_IN_ORDER = /\.join\(\s*["'`]<\/td>\s*<td[^>]*>["'`]\s*\)/i;
/** Figures with decimals that make a script's data worth telling. */
const FIGURES = 4;
/** Rows from which data is a table. */
const FEWEST_ROWS = 2;
/** Longest list of rows that is looked at. */
const LONGEST = 400_000;

/**
 * The table a script writes, where it shows by its own words what comes out: one list of rows, all of one width, each joined into cells in
 * its order, under a head of as many cells. Nothing is run; null for every other script.
 */
export function scriptTable(script: string, context: HtmlContext): Grid | null {
  if (
    !FIELDS_IN_ORDER.test(script) ||
    !WRITES_TABLE.test(script) ||
    /\.(?:filter|sort|reverse|slice|splice)\(/.test(script)
  )
    return null;
  const head = [...script.matchAll(/<th\b[^>]*>([^<>"'`]*)<\/th>/gi)].map(([, text]) => text!.trim());
  const lists = [...script.matchAll(/=\s*(\[\s*\[)/g)].flatMap((found) => {
    const list = listAt(script, found.index + found[0].indexOf("["));
    return list ? [list] : [];
  });
  const [rows, ...others] = lists;
  if (!rows || others.length > 0 || rows.length < FEWEST_ROWS) return null;
  if (head.length < 2 || rows.some((row) => row.length !== head.length)) return null;
  const all: readonly (readonly string[])[] = [head, ...rows];
  const drafts = all.flatMap((row, r) => row.map((text, c) => ({ r, c, rs: 1, cs: 1, text: text.trim() })));
  return gridOf(drafts, 1, `table ${++context.count.table}`);
}

/** What is told of a page's scripts where none of its tables could be read. */
export function scriptTrouble(scripts: readonly string[]): string | null {
  if (scripts.some((script) => WRITES_TABLE.test(script))) return "a table is written by a script, which is not run";
  const figures = scripts.reduce(
    (n, script) => n + (script.match(/["':\s,[]\d[\d,]*\.\d\d["'\s,\]}]/g)?.length ?? 0),
    0,
  );
  return figures >= FIGURES ? `${figures} figures stand in the data of a script, which is not run` : null;
}

/** A list of rows of words and numbers, as JSON writes it. */
function listAt(script: string, start: number): string[][] | null {
  const end = script.slice(start, start + LONGEST).search(/\]\s*\]/);
  if (end < 0) return null;
  const close = script.indexOf("]", script.indexOf("]", start + end) + 1);
  try {
    const rows: unknown = JSON.parse(script.slice(start, close + 1));
    const isField = (field: unknown): field is string | number =>
      typeof field === "string" || typeof field === "number";
    if (!Array.isArray(rows) || !rows.every((row) => Array.isArray(row) && row.every(isField))) return null;
    return (rows as (string | number)[][]).map((row) => row.map(String));
  } catch {
    return null;
  }
}
