import { BLANK_INDICATOR, LEVEL1, LEVEL2, NATURE_SIGN, WEIGHT_BEHIND } from "../../schemas/forms/performance/levels.ts";
import { FOOT_LABEL, GRADE_HEAD, TOTAL_LABEL } from "../../schemas/forms/performance/results.ts";
import { squeeze } from "../../src/lib/grid.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { IndicatorReading } from "../../src/lib/reading.ts";
import type { Columns } from "./columns.ts";
import { doubtsOf, type Form, inline, isNumeric, label, placeOf } from "./form.ts";

/** The levels a row inherits where its own cells are blank: merged cells, page breaks. */
export interface Levels {
  readonly level1: string | null;
  readonly level2: string | null;
}

/** Above the first row nothing is inherited. */
export const NO_LEVELS: Levels = { level1: null, level2: null };

/** Levels are labels: printed justified and broken anywhere, so all white space goes. */
const levelText = (text: string | null): string | null => (text === null ? null : squeeze(text));

/** The cells of one role in a row, each once, without those that reach in from a column further left. */
export function cellsOf(form: Form, r: number, columns: readonly number[] | undefined): Cell[] {
  const cells = (columns ?? []).map((c) => form.at(r, c)).filter((cell) => cell !== undefined);
  return [...new Set(cells)];
}

const textOf = (cells: readonly Cell[]): string | null => {
  const text = cells
    .map((cell) => inline(cell.text))
    .filter((t) => t !== null)
    .join("");
  return text === "" ? null : text;
};
const printed = (text: string | null): string | null => (text !== null && /^[-—－–/／\\]+$/.test(text) ? null : text);

/** The levels printed in a row, or handed down to it. A new first level forgets the second. */
export function levelsOf(form: Form, r: number, columns: Columns, above: Levels): Levels {
  const one = levelText(textOf(cellsOf(form, r, columns.level1)));
  const two = levelText(textOf(cellsOf(form, r, columns.level2)));
  const level1 = one ?? above.level1;
  const level2 = two ?? (one !== null && one !== above.level1 ? null : above.level2);
  return { level1, level2 };
}

/** Whether a row is one line of the block: its third-level cell is not a label that runs over the levels before it. */
export function isIndicatorRow(form: Form, r: number, columns: Columns): boolean {
  const name = cellsOf(form, r, columns.level3)[0];
  if (!name) return false;
  const first = columns.level1?.[0] ?? columns.level2?.[0];
  if (first !== undefined && name.c <= first) return false;
  const text = inline(name.text);
  if (text === null || BLANK_INDICATOR.test(text) || isNumeric(text) || GRADE_HEAD.test(text)) return false;
  return !closesBlock(label(text)) && !closesBlock(label(form.rows[r]?.cells.find((cell) => cell.r === r)?.text));
}

const closesBlock = (text: string): boolean => TOTAL_LABEL.test(text) || FOOT_LABEL.test(text);

/** One indicator, or `null` where the row names none (template lines such as 指标1：, blank rows). */
export function indicatorOf(
  form: Form,
  r: number,
  columns: Columns,
  levels: Levels,
  head: { readonly extractor: string; readonly scope: string | null },
): IndicatorReading | null {
  if (!isIndicatorRow(form, r, columns)) return null;
  const cells = (role: keyof Columns): Cell[] => cellsOf(form, r, columns[role]);
  const name = cells("level3");
  const read = [...name, ...cells("target"), ...cells("actual"), ...cells("weight"), ...cells("score")];
  // 相关性（5分）: an indicator that carries its full score behind its name
  const [, own = "", noted = null] = WEIGHT_BEHIND.exec(textOf(name) ?? "") ?? [];
  const note = columns.weight ? null : noted;
  const level3 = note === null ? (textOf(name) ?? "") : own;
  // 社会成本指标 without a value: the name of a group that a form leaves blank
  const said = (["target", "actual", "weight", "score"] as const).some((role) => printed(textOf(cells(role))) !== null);
  if (!said && (LEVEL1.includes(label(level3)) || LEVEL2.includes(label(level3)))) return null;
  return {
    kind: "indicator",
    extractor: head.extractor,
    place: placeOf(form, r, name[0]),
    scope: head.scope,
    level1: levels.level1,
    level2: levels.level2,
    level3,
    target: targetOf(textOf(cells("nature")), textOf(cells("target")), textOf(cells("unit"))),
    actual: printed(textOf(cells("actual"))),
    weight: printed(textOf(cells("weight"))) ?? note,
    score: printed(textOf(cells("score"))),
    reason: printed(textOf(cells("reason"))),
    ...doubtsOf(read),
  };
}

/** 指标性质, 指标值 and 度量单位 joined as one would read them: `≥` `95` `%`; what the value already carries is not said twice. */
export function targetOf(nature: string | null, value: string | null, unit: string | null): string | null {
  if (printed(value) === null) return null;
  let target =
    squeeze(unit ?? "") !== "" && printed(unit) !== null && !value!.endsWith(unit!) && label(unit!) !== "无"
      ? `${value}${unit}`
      : value!;
  const sign = squeeze(nature ?? "");
  if (NATURE_SIGN.test(sign) && !target.startsWith(sign)) target = `${sign}${target}`;
  return target;
}
