import type { Evaluation, Indicator, Objective } from "../../schemas/index.ts";
import { readNumber } from "../lib/amount.ts";
import { ExtractionError } from "../lib/errors.ts";
import { stripNumbering } from "../lib/label.ts";
import type { EvaluationReading, IndicatorReading, ObjectiveReading } from "../lib/reading.ts";
import { sourceOf, whereOf } from "./source.ts";
import { parseTarget } from "./target.ts";
import { tidyLabel, tidyText } from "./text.ts";

/** `产出指标(50分)`, `产出指标（50）`, `项目立项 10分`: the name and its weight note. */
const WEIGHT_NOTE = /^(.*?)[（(]?(?<![\d.])(\d{1,3}(?:\.\d+)?)(?:分[）)]?|[）)])$/u;

/** 成本指标(0-20)分: what the weight may be, none. */
const RANGE_NOTE = /[（(]\d+[-—~～]\d+分?[）)]分?$/u;

function splitWeight(level: string | null): { name: string | null; weight: string | null } {
  if (level === null) return { name: null, weight: null };
  const label = tidyLabel(level);
  const m = WEIGHT_NOTE.exec(label.replace(RANGE_NOTE, "").replace(/\s+/gu, ""));
  const name = stripNumbering(m?.[1] ? m[1] : label.replace(RANGE_NOTE, ""));
  return { name: name === "" ? null : name, weight: m?.[1] ? (m[2] ?? null) : null };
}

/** A row of an indicator grid: level names without their weight notes, the target parsed. */
export function normaliseIndicator(reading: IndicatorReading): Indicator {
  const level1 = splitWeight(reading.level1);
  const level2 = splitWeight(reading.level2);
  const target = tidyText(reading.target);
  return {
    kind: "indicator",
    table: reading.place.table,
    scope: scopeOf(reading.scope),
    level1: level1.name,
    level1Weight: level1.weight,
    level2: level2.name,
    level2Weight: level2.weight,
    level3: tidyLabel(reading.level3),
    target,
    actual: tidyText(reading.actual),
    weight: points(reading.weight, reading),
    score: points(reading.score, reading),
    reason: tidyText(reading.reason),
    targetParsed: parseTarget(target),
    source: sourceOf(reading.place),
    extractor: reading.extractor,
    ...(reading.alternatives?.length ? { uncertain: true as const, alternatives: [...reading.alternatives] } : {}),
  };
}

/** The 年度总体目标 block; null where both of its cells are empty. */
export function normaliseObjective(reading: ObjectiveReading): Objective | null {
  const expected = tidyText(reading.expected);
  const achieved = tidyText(reading.achieved);
  if (expected === null && achieved === null) return null;
  return {
    kind: "objective",
    table: reading.place.table,
    scope: scopeOf(reading.scope),
    expected,
    achieved,
    source: sourceOf(reading.place),
    extractor: reading.extractor,
  };
}

/** The total of a self-evaluation: score, full score, grade; null where none of them is printed. */
export function normaliseEvaluation(reading: EvaluationReading): Evaluation | null {
  const score = points(reading.score, reading);
  const fullScore = points(reading.fullScore, reading);
  const grade = gradeOf(reading.grade);
  if (score === null && grade === null) return null;
  return {
    kind: "evaluation",
    table: reading.place.table,
    scope: scopeOf(reading.scope),
    score,
    fullScore,
    grade,
    basis: reading.basis,
    source: sourceOf(reading.place),
    extractor: reading.extractor,
  };
}

const GRADES: readonly (readonly [RegExp, NonNullable<Evaluation["grade"]>])[] = [
  [/^(?:优|优秀|A)(?:等|级|档)?/u, "优"],
  [/^(?:良|良好|B)(?:等|级|档)?/u, "良"],
  [/^(?:中|中等|一般|C)(?:等|级|档)?/u, "中"],
  [/^(?:合格|达标)/u, "合格"],
  [/^(?:差|较差|不合格|D)(?:等|级|档)?/u, "差"],
];

/** 优秀 → 优, 良好 → 良; null where no grade is printed. */
export function gradeOf(printed: string | null): Evaluation["grade"] {
  const word = (printed ?? "").normalize("NFKC").replace(/[\s“”"'‘’「」【】()]+/gu, "");
  return GRADES.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const scopeOf = (scope: string | null): string | null => (scope === null ? null : tidyLabel(scope) || null);

/** 分值, 得分: a decimal without its 分; a cell of words is no score. */
function points(printed: string | null, reading: Pick<IndicatorReading, "place">): string | null {
  if (printed === null) return null;
  const number = readNumber(printed);
  if (number.kind === "absent") return null;
  if (number.kind === "number" && (number.unit === null || /^(?:分|%)$/u.test(number.unit))) return number.value;
  if (!/\d/.test(printed)) return null;
  throw new ExtractionError("number-unreadable", `score: "${printed}" is no number`, whereOf(reading));
}
