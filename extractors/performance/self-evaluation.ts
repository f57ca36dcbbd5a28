import { NAMES_PERFORMANCE, NAMES_TARGETS } from "../../schemas/forms/performance/names.ts";
import { type DocumentHints, defineTableExtractor } from "../../src/lib/extractor.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { Reading } from "../../src/lib/reading.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { type IndicatorHead, indicatorHeads } from "./columns.ts";
import { type Form, formOf, inline, isNumeric, label, moneyUnit, placeOf, yearOf } from "./form.ts";
import { funding } from "./funding.ts";
import { cellsOf, indicatorOf, isIndicatorRow, type Levels, levelsOf, NO_LEVELS } from "./indicators.ts";
import { factOf, measureIn, unitOf } from "./measures.ts";
import { objectiveRow, objectives } from "./objectives.ts";
import { gradeField, result } from "./results.ts";
import { opensForm, ownerIn, projectInTitle } from "./scope.ts";
import { taskFacts, taskList } from "./tasks.ts";

const ID = "performance/self-evaluation";

/**
 * 绩效自评表, 绩效目标表 and 绩效评价指标体系: the form by which a department or a project states its money, its year's
 * objective, its indicators and its score.
 *
 * Looks like   项目名称 | …; a 资金 block (年初预算数 | 全年预算数 | 全年执行数); 年度总体目标 (预期 | 实际完成); then
 *              一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因, and 总分 below
 * Unit         in the label of the 资金 block: 项目资金（万元）
 * Quirks       - a form of targets (budget) has neither actual values nor scores
 *              - 评价标准 and 指标解释 of an indicator system are no targets
 *              - one grid may hold several forms, or a column 项目名称 with one project below the other
 */
export const selfEvaluation = defineTableExtractor({
  id: ID,
  rank: 2,
  matches: (section) => {
    const form = formOf(section);
    return indicatorHeads(form).length > 0 || isHeadOnly(form, section);
  },
  *extract(section, hints) {
    const form = formOf(section);
    for (const part of partsOf(form)) yield* readPart(form, part, hints);
  },
});

/** A form without indicators of its own: a project's name, and its money or its grade in other rows. */
const isHeadOnly = (form: Form, section: TableSection): boolean =>
  NAMES_PERFORMANCE.test([section.title ?? "", ...section.headings].join(" ")) &&
  form.rows.some(({ r, cells }) => opensForm(form, r) && measuresIn(cells) === 0) &&
  form.rows.some((row) => measuresIn(row.cells) >= 2 || gradeField(row) !== null);

const measuresIn = (cells: readonly Cell[]): number =>
  new Set(cells.map((cell) => measureIn(label(cell.text))).filter((measure) => measure)).size;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly heads: readonly { readonly r: number; readonly head: IndicatorHead }[];
}

/** The forms of a grid. A head without a name before it only repeats the heads of the form it stands in. */
function partsOf(form: Form): Part[] {
  const heads = indicatorHeads(form);
  const starts = [0];
  for (const [i, { r }] of heads.entries()) {
    const previous = heads[i - 1];
    if (!previous) continue;
    for (let k = previous.head.body; k < r; k++)
      if (opensForm(form, k)) {
        starts.push(k);
        break;
      }
  }
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? form.rows.length;
    return { from, to, heads: heads.filter(({ r }) => r >= from && r < to) };
  });
}

function* readPart(form: Form, part: Part, hints: DocumentHints): Generator<Reading> {
  const { section } = form;
  const first = part.heads[0];
  const headEnd = first?.r ?? part.to;
  const owner = ownerIn(form, part.from, headEnd);
  const scope = owner === "department" ? null : owner === "unsaid" ? projectInTitle(section, hints) : owner.project;
  const columns = first?.head.columns ?? {};
  const targetsOnly = first ? !columns.actual && !columns.score : NAMES_TARGETS.test(section.title ?? "");
  const head = { extractor: ID, scope };
  const tasks = taskList(form, part.from, headEnd);
  const money = { ...head, bare: targetsOnly ? "initial_budget" : "actual" } as const;
  yield* funding(form, part.from, tasks?.name.r ?? headEnd, money);
  if (tasks) {
    yield* taskFacts(form, tasks, head);
    yield* funding(form, tasks.to, headEnd, money);
  }
  yield* objectives(form, part.from, headEnd, head);
  const state: RowState = { levels: NO_LEVELS, scope, told: new Set() };
  for (const [i, { head: block }] of part.heads.entries()) {
    const next = part.heads[i + 1]?.r ?? part.to;
    // 年度目标2 with indicators of its own stands between two blocks.
    const objective = next === part.to ? next : objectiveRow(form, block.body, next);
    yield* rowsOf(form, block, objective, state);
    yield* objectives(form, objective, next, head);
  }
  const total = result(form, part.from, part.to, first?.head, head);
  if (total) yield total;
}

/** What a row hands down to the next, also over a head repeated on the next page. */
interface RowState {
  levels: Levels;
  scope: string | null;
  /** Objectives already stated: a list without merged cells states them in every row. */
  readonly told: Set<string>;
}

/** The rows below one head. Levels are handed down; a column 项目名称 changes the scope, a column 绩效目标 states an objective. */
function* rowsOf(form: Form, { body, columns }: IndicatorHead, to: number, state: RowState): Generator<Reading> {
  const money = moneyUnit(form, body, body);
  for (let r = body; r < to; r++) {
    // A second row of heads that names nothing known: 优 | 良 | 中 | 差 under 评价标准.
    if ((cellsOf(form, r, columns.level3)[0]?.r ?? r) < body) continue;
    const name = cellsOf(form, r, columns.scope)[0];
    const named = inline(name?.text);
    const isLine = isIndicatorRow(form, r, columns);
    if (name?.r === r && named && isLine && named !== state.scope) {
      state.scope = named;
      state.levels = NO_LEVELS;
    }
    const head = { extractor: ID, scope: state.scope };
    const objective = cellsOf(form, r, columns.objective)[0];
    const expected = inline(objective?.text);
    const told = `${state.scope} ${expected}`;
    if (objective?.r === r && expected && isLine && !state.told.has(told)) {
      state.told.add(told);
      yield { kind: "objective", ...head, place: placeOf(form, r, objective), expected, achieved: null };
    }
    const budget = columns.scope ? cellsOf(form, r, columns.budget)[0] : undefined;
    if (budget?.r === r && isLine && isNumeric(budget.text)) {
      const above = label(form.at(body - 1, budget.c)?.text);
      const unit = unitOf("initial_budget", budget, above, money);
      yield factOf(form, r, budget, {
        ...head,
        concept: "funding.total",
        measure: "initial_budget",
        year: yearOf(form.section),
        unit,
        label: above,
      });
    }
    state.levels = levelsOf(form, r, columns, state.levels);
    const indicator = indicatorOf(form, r, columns, state.levels, head);
    if (indicator) yield indicator;
  }
}
