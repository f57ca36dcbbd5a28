import type { Context } from "../context.ts";
import type { Indexed } from "../fact-index.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { fail, named, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

/** What a note says there is none of, and the amounts that would contradict it. */
const NONE: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /(?:没有|无|未安排|未发生|不涉及)(?:使用)?政府性基金(?:预算)?(?:财政拨款)?(?:收入|支出|收支|安排|拨款)/u,
    ["government_fund.expenditure", "revenue.government_fund"],
  ],
  [
    /(?:没有|无|未安排|未发生|不涉及)(?:使用)?国有资本经营(?:预算)?(?:财政拨款)?(?:收入|支出|收支|安排|拨款)/u,
    ["state_capital.expenditure", "revenue.state_capital"],
  ],
  [
    /(?:没有|无|未安排|未发生)因公出国(?:\(境\))?(?:费用?|支出|活动|任务|团组)/u,
    ["sangong.overseas", "sangong.overseas_groups"],
  ],
  [/(?:没有|未)(?:更新)?购置(?:公务用车|车辆)/u, ["sangong.vehicle_purchase", "sangong.vehicles_purchased"]],
  [/(?:没有|无|未发生)公务接待(?:费用?|支出|活动)?(?=[,，。;；]|$)/u, ["sangong.reception"]],
  [/涉及项目0个(?:[,，](?:共)?涉及资金(0(?:\.0+)?)(?:万元|元))?/u, ["expenditure.project"]],
];
/** Of another year, or a plan that was not kept. */
const ELSEWHEN = /上年|去年|年初(?:未|没有|无)|预算(?:中|时)?(?:未|没有|无)/u;
const otherYear = (text: string, year: number | null): boolean =>
  [...text.matchAll(/(\d{4})年/gu)].some((m) => Number(m[1]) !== year);

/** Where words say that there is none the tables hold none. */
export function* saidNoneHoldsNone(context: Context): Iterable<Verdict> {
  const { index, sentences, document, sections } = context;
  const year = document?.fiscalYear ?? null;
  const measure =
    document?.types.includes("budget") && !document.types.includes("final_accounts") ? "initial_budget" : "actual";
  const notes = sections.flatMap((s) => (s.kind === "table" ? s.notes.map(({ text, page }) => ({ text, page })) : []));
  const held = (concepts: readonly string[]): Indexed | undefined =>
    concepts
      .flatMap((c) => index.get(c, /_groups|_purchased$/.test(c) && c.includes("s_") ? "count" : measure, year, null))
      .find((f) => !f.operand.value.isZero() && f.operand.doubt === null);
  let seen = false;
  for (const s of [...sentences, ...notes]) {
    const text = plainText(s.text);
    for (const [pattern, concepts] of NONE) {
      const m = pattern.exec(text);
      const before = m ? text.slice(Math.max(0, m.index - 30), m.index) : "";
      if (!m || !context.known || ELSEWHEN.test(before) || otherYear(before, year)) continue;
      seen = true;
      const amount = held(concepts);
      if (!amount) yield pass(null);
      else
        yield fail(null, {
          sides: [
            m[1]
              ? stated(s, m[1], amount.operand.unit, m[0], verbatim(s, m[0]))
              : words(m[0], quoted(s, verbatim(s, m[0]))),
            amount.operand,
          ],
          equation: told(`“${m[0]}”，而${named(amount.operand).zh}`, `“${m[0]}”, yet ${named(amount.operand).en}`),
          expected: null,
          difference: null,
          tolerance: null,
        });
    }
  }
  if (!seen) yield notApplicable("nothing is said to be none");
}
