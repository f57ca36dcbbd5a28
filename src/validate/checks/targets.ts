import type { Indicator, Source } from "../../../schemas/index.ts";
import { meetsTarget, parseMeasured } from "../../lib/measured.ts";
import type { Context } from "../context.ts";
import { type Operand, operand } from "../operand.ts";
import { Exact, plain } from "../quantity.ts";
import { type BothLanguages, told } from "../told.ts";
import { fail, pass, type Verdict } from "../verdict.ts";
import { scoreOf } from "./grids.ts";

/** Whether the printed actual value meets the printed target; null where the two are not numbers of one unit. */
export const meets = (i: Indicator): boolean | null =>
  i.targetParsed ? meetsTarget({ ...i.targetParsed, name: `${i.level1}${i.level2}${i.level3}` }, i.actual) : null;

/** The printed direction and one unit printed on both sides leave no second reading of a missed target. */
const plainlyMissed = (i: Indicator): boolean =>
  i.targetParsed?.op !== "=" &&
  (i.targetParsed?.unit ?? "") !== "" &&
  i.targetParsed?.unit === parseMeasured(i.actual)?.unit;

const targetOrActual = (i: Indicator, which: "actual" | "target"): Operand => {
  const m = which === "actual" ? parseMeasured(i.actual)! : i.targetParsed!;
  return operand(
    m.value!,
    m.unit ?? i.targetParsed?.unit ?? null,
    `${i.level3} ${which === "actual" ? "实际完成值" : "指标值"}`,
    rowSource(i),
  );
};

/** The row's own place; its name and target are the words a reader searches for. */
const rowSource = (i: Indicator): Source =>
  i.target !== null && !(i.source.quote ?? "").includes(i.target)
    ? { ...i.source, quote: `${i.level3} ${i.target}`.slice(0, 120) }
    : i.source;

const scored = (i: Indicator): BothLanguages =>
  told(
    `指标值${i.target}，实际${i.actual}，却得${i.score}/${i.weight}分`,
    `target ${i.target}, actual ${i.actual}, yet ${i.score} of ${i.weight}`,
  );

/** A target missed does not score in full. Only a note where a reason is printed or the target has a second reading. */
export function* missedNotFull(context: Context): Iterable<Verdict> {
  for (const i of context.indicators) {
    if (i.score === null || i.weight === null || meets(i) === null) continue;
    const full = new Exact(i.score).eq(i.weight) && !new Exact(i.weight).isZero();
    if (meets(i) || !full) yield pass(i.scope);
    else
      yield fail(i.scope, {
        sides: [
          targetOrActual(i, "actual"),
          targetOrActual(i, "target"),
          scoreOf(i, i.score, "得分"),
          scoreOf(i, i.weight, "分值"),
        ],
        equation: scored(i),
        expected: null,
        difference: null,
        tolerance: null,
        ...(i.reason === null && plainlyMissed(i) ? { severity: "warning" as const } : {}),
      });
  }
}

/** A target met scores in full. */
export function* metIsFull(context: Context): Iterable<Verdict> {
  for (const i of context.indicators) {
    if (i.score === null || i.weight === null || meets(i) === null) continue;
    if (!meets(i) || new Exact(i.score).eq(i.weight)) yield pass(i.scope);
    else
      yield fail(i.scope, {
        sides: [targetOrActual(i, "actual"), scoreOf(i, i.score, "得分"), scoreOf(i, i.weight, "分值")],
        equation: scored(i),
        expected: i.weight,
        difference: plain(new Exact(i.weight).minus(i.score)),
        tolerance: "0",
      });
  }
}

/** Points lost have a reason. */
export function* lossHasReason(context: Context): Iterable<Verdict> {
  for (const i of context.indicators) {
    if (i.score === null || i.weight === null) continue;
    const lost = new Exact(i.score).lt(i.weight);
    if (!lost || (i.reason !== null && !/^(无|—|-|\/)$/.test(i.reason))) yield pass(i.scope);
    else
      yield fail(i.scope, {
        sides: [scoreOf(i, i.score, "得分"), scoreOf(i, i.weight, "分值")],
        equation: told(
          `${i.level3}：得${i.score}/${i.weight}分，未说明原因`,
          `${i.level3}: ${i.score} of ${i.weight}, and no reason`,
        ),
        expected: null,
        difference: null,
        tolerance: null,
      });
  }
}
