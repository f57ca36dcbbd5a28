import type { Measure } from "../../../schemas/index.ts";
import { matrix } from "../../lib/grid.ts";
import { push } from "../../lib/push.ts";
import type { TableSection } from "../../lib/section.ts";
import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { told } from "../told.ts";
import { fail, named, notApplicable, pass, type Verdict } from "../verdict.ts";

const silent = { expected: null, difference: null, tolerance: null } as const;
/** So many rows with an amount in both columns make a copied column likelier than a year that went like the last. */
const SAME_ROWS = 4;
/** Rows that are shown as evidence. */
const SHOWN = 3;

const tablesOf = ({ index }: Context): ReadonlyMap<string, readonly Indexed[]> => {
  const tables = new Map<string, Indexed[]>();
  for (const f of index.all)
    if (f.place !== "narrative" && f.fact.source.row !== null && f.operand.kind === "money") push(tables, f.place, f);
  return tables;
};

/** The columns of two years are not one and the same, amount by amount. */
export function* columnIsNotCopied(context: Context): Iterable<Verdict> {
  let seen = false;
  for (const facts of tablesOf(context).values()) {
    const rows = new Map<string, Indexed[]>();
    for (const f of facts) push(rows, [f.fact.source.row, f.concept, f.fact.scope, f.fact.fund].join("|"), f);
    const pairs = new Map<string, (readonly [Indexed, Indexed])[]>();
    for (const cells of rows.values())
      for (const [i, a] of cells.entries())
        for (const b of cells.slice(i + 1))
          if (a.fact.measure === b.fact.measure && a.fact.fiscalYear !== b.fact.fiscalYear)
            push(pairs, [a.fact.measure, a.fact.fiscalYear, b.fact.fiscalYear].join("|"), [a, b]);
    for (const list of pairs.values()) {
      const amounts = list.filter(([a, b]) => !a.operand.value.isZero() || !b.operand.value.isZero());
      if (amounts.length < SAME_ROWS) continue;
      seen = true;
      if (amounts.some(([a, b]) => !a.operand.value.eq(b.operand.value))) {
        yield pass(null);
        continue;
      }
      const shown = [...amounts].sort(([a], [b]) => b.operand.value.cmp(a.operand.value)).slice(0, SHOWN);
      const [first, second] = amounts[0]!;
      yield fail(null, {
        sides: shown.flatMap(([a, b]) => [a.operand, b.operand]),
        equation: told(
          `${first.fact.fiscalYear}年与${second.fact.fiscalYear}年两列${amounts.length}行的数全部相同`,
          `${amounts.length} rows carry the same amounts for ${first.fact.fiscalYear} and ${second.fact.fiscalYear}`,
        ),
        ...silent,
        cause: told("一列照抄了另一列", "one column was copied from the other"),
      });
    }
  }
  if (!seen) yield notApplicable("no table with columns of two years");
}

/** A table of amounts prints their unit. */
export function* unitIsPrinted(context: Context): Iterable<Verdict> {
  let seen = false;
  for (const facts of tablesOf(context).values()) {
    seen = true;
    const table = context.tables.get(facts[0]!.fact.source.table!);
    if (!table || facts.some((f) => f.fact.unitInferred !== true)) {
      yield pass(null);
      continue;
    }
    const { source } = facts[0]!.fact;
    const head = headAbove(table, source.row!);
    yield fail(null, {
      sides: [
        words(told("金额单位没有印出", "no unit of money is printed"), {
          ...source,
          row: null,
          col: null,
          bbox: null,
          quote: head,
        }),
      ],
      equation: told(`表${source.table}没有印金额单位`, `table ${source.table} prints no unit of money`),
      ...silent,
    });
  }
  if (!seen) yield notApplicable("no table of amounts");
}

/** The words of the last row above a row that holds no number. */
function headAbove(table: TableSection, row: number): string {
  const rows = matrix(table.grid);
  for (let r = row - 1; r >= 0; r--) {
    const texts = [...new Set(rows[r])].map((cell) => cell?.text.replace(/\s+/gu, "") ?? "").filter((t) => t !== "");
    if (texts.length > 1 && !texts.some((t) => /^[\d.,%]+$/u.test(t))) return texts.join(" ").slice(0, 120);
  }
  return (table.title ?? "").slice(0, 120);
}

const BUDGETS: readonly Measure[] = ["initial_budget", "final_budget"];

/** A line with a budget prints what was spent, where the table has that column and fills it for the other lines. */
export function* listedLineIsFilled(context: Context): Iterable<Verdict> {
  let seen = false;
  for (const facts of tablesOf(context).values()) {
    const table = context.tables.get(facts[0]!.fact.source.table!);
    const cells = table ? matrix(table.grid) : [];
    const rows = new Set(facts.map((f) => f.fact.source.row)).size;
    const spent = new Map<number | null, Indexed[]>();
    for (const f of facts) if (f.fact.measure === "actual") push(spent, f.fact.fiscalYear, f);
    // Most lines fill the column: the others are left blank, not unused.
    const columns = new Map(
      [...spent].flatMap(([year, list]) => {
        const column = mostCommon(list.map((f) => f.fact.source.col));
        const filled = list.filter((f) => f.fact.source.col === column).length;
        return column === null || filled * 2 < rows || filled < SAME_ROWS ? [] : [[year, column] as const];
      }),
    );
    const places = new Set(facts.map((f) => `${f.fact.source.row}/${f.fact.source.col}`));
    for (const budget of facts) {
      const { row } = budget.fact.source;
      const column = columns.get(budget.fact.fiscalYear);
      if (!BUDGETS.includes(budget.fact.measure) || budget.operand.value.isZero()) continue;
      if (column === undefined || row === null) continue;
      seen = true;
      const text = plainText(cells[row]?.[column]?.text ?? "");
      if (text !== "" || places.has(`${row}/${column}`)) {
        yield pass(budget.fact.scope);
        continue;
      }
      yield fail(budget.fact.scope, {
        sides: [budget.operand],
        equation: told(
          `${named(budget.operand).zh}，决算数空白`,
          `${named(budget.operand).en}, and what was spent is blank`,
        ),
        ...silent,
      });
    }
  }
  if (!seen) yield notApplicable("no table with a column of what was spent");
}

const LABEL = /^(?:其中[:：]?)?(?:[一二三四五六七八九十\d]+[、.．])?|[:：]$/gu;

/** A line of a form that is printed without any amount, though the document tells one elsewhere. */
export function* printedLineIsNotEmpty(context: Context): Iterable<Verdict> {
  const year = context.document?.fiscalYear ?? null;
  const said = new Map<string, Indexed>();
  for (const f of context.index.all)
    if (f.fact.fiscalYear === year && f.fact.measure === "actual" && f.fact.scope === null && !f.operand.value.isZero())
      if (f.fact.item !== null && f.operand.kind === "money") said.set(plainText(f.fact.item).replace(LABEL, ""), f);
  let seen = false;
  for (const [place, facts] of tablesOf(context)) {
    const table = context.tables.get(facts[0]!.fact.source.table!);
    const columns = new Set(facts.map((f) => `${f.fact.measure}|${f.fact.fiscalYear}`));
    // A form in two or more phases of a year: lines of other tables come and go.
    if (!table || columns.size < 2 || facts.some((f) => f.fact.scope !== null)) continue;
    const read = new Set(facts.map((f) => f.concept));
    for (const [r, row] of matrix(table.grid).entries()) {
      const texts = [...new Set(row)].map((cell) => plainText(cell?.text ?? "")).filter((t) => t !== "");
      if (texts.length !== 1 || facts.some((f) => f.fact.source.row === r)) continue;
      const elsewhere = said.get(texts[0]!.replace(LABEL, ""));
      if (!elsewhere || elsewhere.place === place || read.has(elsewhere.concept)) continue;
      seen = true;
      const { source } = facts[0]!.fact;
      yield fail(null, {
        sides: [
          words(told(`“${texts[0]}”未填`, `“${texts[0]}” is blank`), {
            ...source,
            row: r,
            col: null,
            bbox: null,
            quote: row[0]?.text ?? texts[0]!,
          }),
          elsewhere.operand,
        ],
        equation: told(
          `表${source.table}“${texts[0]}”未填，另处${named(elsewhere.operand).zh}`,
          `“${texts[0]}” of table ${source.table} is blank, elsewhere ${named(elsewhere.operand).en}`,
        ),
        ...silent,
      });
    }
    if (!seen) yield pass(null);
    seen = true;
  }
  if (!seen) yield notApplicable("no form in several phases");
}

function mostCommon(list: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const n of list) if (n !== null) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
