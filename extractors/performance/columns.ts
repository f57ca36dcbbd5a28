import { type ColumnRole, INDICATOR_HEADS } from "../../schemas/forms/performance/heads.ts";
import { LONG_TERM_BLOCK, NAME_OF_LEVEL } from "../../schemas/forms/performance/levels.ts";
import { SENTENCE_MARK } from "../../schemas/forms/performance/objective.ts";
import { wholeMeaning } from "../../src/lib/words.ts";
import { type Form, label } from "./form.ts";

/** Columns of one indicator block: for each role the columns that hold it, left to right. */
export type Columns = Readonly<Partial<Record<ColumnRole, readonly number[]>>>;

/** Where an indicator block begins and what its columns hold. */
export interface IndicatorHead {
  /** First row below the heads. */
  readonly body: number;
  readonly columns: Columns;
}

/** The role a whole head has; a head that is not declared has none, and its column is unread. */
const roleOf = (text: string): ColumnRole | null => (text === "" ? null : wholeMeaning(text, INDICATOR_HEADS));
const LEVELS: readonly (ColumnRole | null)[] = ["level1", "level2", "level3"];
const MAX_HEAD = 24;
/** So many rows of heads may stand below the first. */
const MOST_SUB_HEADS = 2;
const MARKED = /^\p{Script=Han}{2,8}$/u;
const nameOfLevel = (text: string): ColumnRole | null => (NAME_OF_LEVEL.test(label(text)) ? "name" : null);

const found = new WeakMap<Form, readonly { readonly r: number; readonly head: IndicatorHead }[]>();

/** The heads of all indicator blocks of a form, from the top; looked for once. */
export function indicatorHeads(form: Form): readonly { readonly r: number; readonly head: IndicatorHead }[] {
  const known = found.get(form);
  if (known) return known;
  const heads = form.rows.flatMap(({ r }) => {
    const head = indicatorHead(form, r);
    return head ? [{ r, head }] : [];
  });
  // 长期绩效指标 above 年度绩效指标: the year's are asked for
  const ofYear = heads.filter(({ r }) => !LONG_TERM_BLOCK.test(label(form.at(r, 0)?.text)));
  found.set(form, ofYear);
  return ofYear;
}

/**
 * Reads row `r` as the head of an indicator block, or `null`. A head names two levels (一级指标 | 二级指标), or one level or
 * 指标名称 next to 指标值 and 分值. A second head row (指标性质 | 指标值 | 度量单位 under 指标值) speaks for its columns.
 */
function indicatorHead(form: Form, r: number): IndicatorHead | null {
  const row = form.rows[r];
  if (!row) return null;
  const texts = row.cells.map((cell) => label(cell.text));
  const levels = new Set(texts.map(roleOf).filter((role) => LEVELS.includes(role)));
  const named = texts.some((text) => roleOf(text) === "name");
  const told = texts.some(
    (text) => text.length <= MAX_HEAD && ["target", "actual", "weight"].includes(roleOf(text) ?? ""),
  );
  if (levels.size < 2 && !((levels.size === 1 || named) && told && texts.length >= 3)) return null;
  if (levels.size < 2 && !levels.has("level3") && !named) return null;
  let below = r + 1;
  while (below <= r + MOST_SUB_HEADS && isSubHead(form, below)) below++;
  const heads: { text: string; above: string }[] = [];
  for (let c = 0; c < form.section.grid.cols; c++) {
    const above = label(form.at(r, c)?.text) || headAbove(form, r, c);
    const deepest = below > r + 1 ? label(form.at(below - 1, c)?.text) : "";
    heads.push({ text: deepest === "" || NAME_OF_LEVEL.test(deepest) ? above : deepest, above });
  }
  const columns = assign(heads);
  return columns.level3 ? { body: below, columns } : null;
}

/** 指标解释 | 评价得分 may stand one row above 一级指标 | 二级指标 without being merged down. */
function headAbove(form: Form, r: number, c: number): string {
  const text = label(form.at(r - 1, c)?.text);
  return text.length <= MAX_HEAD && !SENTENCE_MARK.test(text) && roleOf(text) !== null ? text : "";
}

/** Whether a row only continues the heads above it: every cell that begins in it is a head itself. */
function isSubHead(form: Form, r: number): boolean {
  const own = form.rows[r]?.cells.filter((cell) => cell.r === r && label(cell.text) !== "") ?? [];
  // where text keeps no merged cells a row of heads alone goes on below them
  const spanned = form.rows[r]?.cells.some((cell) => cell.r < r && roleOf(label(cell.text)) !== null) || own.length > 2;
  return (
    spanned &&
    own.length > 0 &&
    own.some(({ text }) => roleOf(label(text)) !== null) &&
    own.every(
      ({ text, c }) =>
        label(text).length <= MAX_HEAD &&
        ((roleOf(label(text)) ?? nameOfLevel(text)) !== null ||
          (MARKED.test(label(text)) && ofReasons(form, r - 1, c))),
    )
  );
}

/** 经费保障 | 人员保障 | 原因说明 below 偏差原因: kinds of reasons to be ticked, whatever they are called. */
function ofReasons(form: Form, r: number, column: number): boolean {
  let c = column;
  while (c > 0 && label(form.at(r, c)?.text) === "") c--;
  return roleOf(label(form.at(r, c)?.text)) === "reason";
}

function assign(heads: readonly { text: string; above: string }[]): Columns {
  const roles: (ColumnRole | null)[] = heads.map(({ text, above }) =>
    text.length > MAX_HEAD ? null : (roleOf(text) ?? (above === text ? null : roleOf(above))),
  );
  if (!roles.includes("level3")) {
    const named = heads.findIndex(({ text }) => roleOf(text) === "name");
    if (named < 0) return {};
    heads.forEach(({ text }, c) => {
      if (text === heads[named]?.text) roles[c] = "level3";
    });
  }
  // 年度完成值 | 实际完成值: the first of two heads of completion is what was to be completed.
  const completed = heads.flatMap(({ text }, c) => (roles[c] === "actual" ? [text] : []));
  if (!roles.includes("target") && new Set(completed).size > 1)
    heads.forEach(({ text }, c) => {
      if (text === completed[0]) roles[c] = "target";
    });
  // 说明 or 备注 beside the score is where a form without a column of reasons gives them.
  if (!roles.includes("reason") && roles.includes("score") && roles.includes("actual"))
    heads.forEach(({ text }, c) => {
      if (roleOf(text) === "remark") roles[c] = "reason";
    });
  const from = lastBlock(roles);
  // What only the left block prints is said of both.
  const shared: ReadonlySet<ColumnRole> = new Set(["scope", "level1", "level2"]);
  const runs = new Map<ColumnRole, number[][]>();
  roles.forEach((role, c) => {
    if (role === null || (c < from && !(shared.has(role) && !roles.includes(role, from)))) return;
    const held = runs.get(role) ?? [];
    runs.set(role, held);
    const last = held.at(-1);
    if (last?.at(-1) === c - 1 && heads[c - 1]?.text === heads[c]?.text) last.push(c);
    else held.push([c]);
  });
  const level3 = runs.get("level3")?.[0]?.at(-1) ?? 0;
  const columns: Partial<Record<ColumnRole, readonly number[]>> = {};
  // The first column of a role holds it (自评得分 before 复核得分); weights of the levels stand left of the indicator, its own right.
  // 原因说明 below 偏差原因, beside marks for kinds of reasons: what is headed so itself
  for (const [role, all] of runs) {
    const own = all.filter(([c]) => roleOf(heads[c!]!.text) === role);
    const held = own.length > 0 ? own : all;
    columns[role] = (OF_INDICATOR.has(role) && held.find(([c]) => c! > level3)) || held[0]!;
  }
  return columns;
}

const OF_INDICATOR: ReadonlySet<ColumnRole> = new Set(["nature", "unit", "target", "actual", "weight", "score"]);

/**
 * Two blocks side by side (中期目标 | 年度目标) print 二级指标 and 三级指标 twice: the right one is the year's.
 * Returns the column where the last block begins.
 */
function lastBlock(roles: readonly (ColumnRole | null)[]): number {
  const starts = roles.flatMap((role, c) => (role === "level3" && roles[c - 1] !== "level3" ? [c] : []));
  const last = starts.at(-1);
  if (last === undefined || starts.length === 1) return 0;
  let from = last;
  while (from > 0 && (roles[from - 1] === "level2" || roles[from - 1] === "level1")) from--;
  return from;
}
