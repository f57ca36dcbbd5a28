import type { Evaluation, Indicator, Source } from "../../../schemas/index.ts";
import { matrix } from "../../lib/grid.ts";
import { push } from "../../lib/push.ts";
import type { Context } from "../context.ts";
import { trusted } from "../kinds/trust.ts";
import { operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { Exact, plain } from "../quantity.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";

const NUMBER = /^\d[\d,]*(?:\.\d+)?$/;

/** The texts of a record's row: from its table where that is at hand, else from its quote. */
function rowOf(context: Context, source: Source, label: string | null): readonly string[] {
  const table = source.table === null ? undefined : context.tables.get(source.table);
  const rows = table ? matrix(table.grid).map((r) => [...new Set(r)].map((c) => plainText(c?.text ?? ""))) : [];
  const own = source.row === null ? undefined : rows[source.row];
  if (own) return own;
  const named = label === null ? undefined : rows.find((r) => r.some((c) => c.includes(plainText(label))));
  return named ?? (source.quote ?? "").normalize("NFKC").split(/\s+/);
}

/** 项目得分 × 权重 = 加权得分, in a table with those three columns. */
export function* weightedScores(context: Context): Iterable<Verdict> {
  const byTable = new Map<number, Verdict[]>();
  for (const e of context.evaluations) {
    if (e.table === null || e.score === null) continue;
    const cells = rowOf(context, e.source, e.scope);
    const at = cells.findIndex((c) => NUMBER.test(c) && new Exact(c.replaceAll(",", "")).eq(e.score!));
    const share = cells[at + 1];
    const weighted = cells[at + 2];
    if (at < 0 || !share || !weighted || !/^\d+(\.\d+)?%$/.test(share) || !NUMBER.test(weighted)) continue;
    const verdict = weightedRow(e, share.slice(0, -1), weighted.replaceAll(",", ""));
    push(byTable, e.table, verdict);
  }
  for (const verdicts of byTable.values()) yield* trusted(verdicts);
}

function weightedRow(e: Evaluation, share: string, weighted: string): Verdict {
  const score = operand(e.score!, "分", "项目得分", e.source);
  const percent = operand(share, "%", "权重", e.source);
  const result = operand(weighted, "分", "加权得分", e.source);
  const expected = score.value.times(percent.value).div(100);
  const tolerance = result.half
    .plus(score.value.times(percent.half).div(100))
    .plus(score.half.times(percent.value).div(100));
  const difference = expected.minus(result.value).abs();
  if (difference.lte(tolerance)) return pass(e.scope);
  return fail(e.scope, {
    sides: [result, score, percent],
    equation: `${e.score} × ${share}% = ${plain(expected, 2)} ≠ ${weighted}`,
    expected: plain(expected, 2),
    difference: plain(difference, 2),
    tolerance: plain(tolerance, 4),
  });
}

const CRITERION = /评价标准|评分标准|评分细则|评分办法|计分标准/;

/** The criterion printed beside an indicator of a scoring table; null where the table has no such column. */
function criterionOf(context: Context, i: Indicator): string | null {
  const table = i.table === null ? undefined : context.tables.get(i.table);
  if (!table) return null;
  const rows = matrix(table.grid);
  const head = rows.slice(0, 4).find((r) => r.some((c) => CRITERION.test(plainText(c?.text ?? ""))));
  const col = head?.findIndex((c) => CRITERION.test(plainText(c?.text ?? ""))) ?? -1;
  if (col < 0) return null;
  const name = plainText(i.level3);
  const row = rows.find((r) => r.some((c) => plainText(c?.text ?? "") === name));
  const text = plainText(row?.[col]?.text ?? "");
  return text === "" ? null : text;
}

/** The scores a criterion knows, where it grants points by steps: 满分, 50%权重分, 3分, 不得分. Null where it deducts or measures. */
function stepsOf(criterion: string, weight: string): readonly Exact[] | null {
  if (/扣|每|按比例/.test(criterion)) return null;
  const shares = [...criterion.matchAll(/得(\d+)%(?:的)?权重分/g)].map((m) => new Exact(weight).times(m[1]!).div(100));
  const points = [...criterion.matchAll(/得(\d+(?:\.\d+)?)分/g)].map((m) => new Exact(m[1]!));
  const steps = [...shares, ...points];
  // Two steps, or one between all and nothing, are a scale.
  const isScale = /得满分/.test(criterion) ? steps.length > 0 : points.length > 1;
  return isScale && /不得分|得0分/.test(criterion) ? [new Exact(0), ...steps, new Exact(weight)] : null;
}

/** `基本制度健全4分，缺1项扣1分`: the points there are to deduct from. */
const mostOf = (criterion: string): string | null =>
  /(\d+(?:\.\d+)?)分[,，;；](?:每)?(?:缺|少|发现)[^,，。;；]{0,10}扣/.exec(criterion)?.[1] ?? null;

/** A score is one of the steps its criterion knows, and not more than the points it grants. */
export function* criterionAllowsScore(context: Context): Iterable<Verdict> {
  let seen = false;
  for (const i of context.indicators) {
    const criterion = i.score === null || i.weight === null ? null : criterionOf(context, i);
    if (criterion === null) continue;
    const steps = stepsOf(criterion, i.weight!);
    const most = mostOf(criterion);
    if (steps === null && most === null) continue;
    seen = true;
    const score = new Exact(i.score!);
    const allowed = steps ? steps.some((step) => step.eq(score)) : score.lte(most!);
    if (allowed) {
      yield pass(i.scope);
      continue;
    }
    const nearest = steps
      ? [...steps].sort((a, b) => a.minus(score).abs().cmp(b.minus(score).abs()))[0]!
      : new Exact(most!);
    const known = (steps ?? []).map((step) => plain(step)).join("、");
    yield fail(i.scope, {
      sides: [
        operand(i.score!, "分", told(`${i.level3} 得分`, `${i.level3}: score`), i.source),
        steps
          ? operand(i.weight!, "分", told(`${i.level3} 权重`, `${i.level3}: weight`), i.source)
          : operand(most!, "分", told(`${i.level3} 评价标准最高分`, `${i.level3}: most the criterion grants`), {
              ...i.source,
              quote: criterion.slice(0, 120),
            }),
      ],
      equation: steps
        ? told(`评价标准只有${known}分，得${i.score}分`, `the criterion knows ${known}, the score is ${i.score}`)
        : told(
            `评价标准最高${most}分，权重${i.weight}分，得${i.score}分`,
            `the criterion grants ${most} at most, the weight is ${i.weight}, the score ${i.score}`,
          ),
      expected: plain(nearest),
      difference: plain(nearest.minus(score).abs()),
      tolerance: "0",
    });
  }
  if (!seen) yield notApplicable("no criterion that grants points by steps");
}
