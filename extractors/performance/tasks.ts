import { TASK_MONEY, TASK_NAME, TASK_SUM } from "../../schemas/forms/performance/tasks.ts";
import type { Fund, Measure } from "../../schemas/index.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { FactReading } from "../../src/lib/reading.ts";
import { type Form, inline, isNumeric, itemOf, label, moneyUnit, yearOf } from "./form.ts";
import { factOf, measureIn, unitOf } from "./measures.ts";

/** A column of a list of tasks: what its amounts are, and whose money. */
interface TaskColumn {
  readonly c: number;
  readonly measure: Measure;
  readonly fund: Fund | null;
  readonly head: string;
}

/** A list of tasks in a form: its rows, the column of names, those of amounts. */
export interface TaskList {
  readonly from: number;
  readonly to: number;
  readonly name: Cell;
  readonly columns: readonly TaskColumn[];
}

/**
 * 年度主要任务 in rows `from` to `to`: 任务名称 | 主要内容 | 预算金额（总额 | 财政拨款 | 其他资金）, one row a task and 金额合计 below.
 * Null where none is, or where it names no money.
 */
export function taskList(form: Form, from: number, to: number): TaskList | null {
  for (const row of form.rows.slice(from, to)) {
    // 年度主要任务 may stand beside 任务名称
    const name = row.cells.findLast((cell) => cell.r === row.r && cell.rs <= 2 && TASK_NAME.test(label(cell.text)));
    if (!name) continue;
    const side = row.cells.find((cell) => cell.c < name.c && cell.rs > 2);
    const body = row.r + (name.rs > 1 || headsMoney(form, name, row.r + 1) ? 2 : 1);
    const end = side ? Math.min(to, side.r + side.rs) : endOf(form, name, body, to);
    const columns = columnsOf(form, name, row.r, body);
    if (columns.length > 0 && end > body) return { from: body, to: end, name, columns };
  }
  return null;
}

/** 总额 | 财政拨款 | 其他资金 below 预算金额, where text keeps no merged cells: nothing stands in the column of names. */
function headsMoney(form: Form, name: Cell, r: number): boolean {
  const own = form.rows[r]?.cells.filter((cell) => cell.r === r && label(cell.text) !== "") ?? [];
  return own.length > 1 && own.every((cell) => cell.c > name.c && !isNumeric(cell.text));
}

/** The rows below heads without a label beside them: as long as their names stand in a cell of their own. */
function endOf(form: Form, name: Cell, body: number, to: number): number {
  let end = body;
  while (end < to) {
    const cell = form.at(end, name.c);
    if (!cell || cell.r !== end || cell.c !== name.c || cell.cs > name.cs + 2 || label(cell.text) === "") break;
    end++;
  }
  return end;
}

function columnsOf(form: Form, name: Cell, top: number, body: number): TaskColumn[] {
  const columns: TaskColumn[] = [];
  for (let c = name.c + name.cs; c < form.section.grid.cols; c++) {
    let over = c;
    while (over > name.c && label(form.at(top, over)?.text) === "") over--;
    const above = form.at(top, over);
    const below = form.at(body - 1, c);
    const deepest = label(below?.text) === "" ? form.at(top, c) : below;
    if (!above || !deepest || deepest.c !== c || label(deepest.text) === "") continue;
    const measure = measureIn(above.text);
    const money = TASK_MONEY.find(([pattern]) => pattern.test(label(deepest.text)));
    if (!measure || (deepest !== above && !money)) continue;
    columns.push({ c, measure, fund: deepest === above ? null : (money?.[1] ?? null), head: label(above.text) });
  }
  // two columns of one meaning: neither is known
  return columns.filter(
    (one) => !columns.some((other) => other !== one && other.measure === one.measure && other.fund === one.fund),
  );
}

/** The sums of each task as those of a project of its name, and the sum of all as that of the form. */
export function* taskFacts(
  form: Form,
  { from, to, name, columns }: TaskList,
  head: { readonly extractor: string; readonly scope: string | null },
): Generator<FactReading> {
  const money = moneyUnit(form, name.r, to);
  let task = 0;
  for (const row of form.rows.slice(from, to)) {
    const own = form.at(row.r, name.c);
    const text = inline(own?.text);
    const printed = columns.filter(({ c }) => {
      const cell = form.at(row.r, c);
      return cell?.r === row.r && cell.c === c && isNumeric(cell.text);
    });
    if (!own || own.r !== row.r || text === null || isNumeric(text) || printed.length === 0) continue;
    const sum = TASK_SUM.test(label(text));
    if (!sum) task++;
    for (const { c, measure, fund, head: above } of printed) {
      const cell = form.at(row.r, c)!;
      const whole = fund === null ? "funding.total" : "funding.appropriation";
      yield {
        ...factOf(form, row.r, cell, {
          extractor: head.extractor,
          concept: sum ? whole : `project.${task}`,
          measure,
          scope: sum ? head.scope : itemOf(text),
          year: yearOf(form.section),
          unit: unitOf(measure, cell, above, money),
          label: text,
        }),
        fund: sum ? null : fund,
      };
    }
  }
}
