import type { Context } from "../context.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { headingsOf, stated } from "../text.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const OLD_YEAR = told("年份未改", "the year was not changed");
const COMPARISON =
  /(?:比|与|较|同)(\d{4})年(?:度)?(预算|决算|年初预算)?(?:数)?(?:相比)?[,，]?(?:增加|减少|增长|下降|持平|基本持平|一致)/gu;

/**
 * A budget compared with the budget of its own year, final accounts with final accounts of their own year: the year before is meant.
 * The document's year must stand in a heading, so that a year we read wrongly accuses nobody.
 */
export function* comparedWithAnotherYear(context: Context): Iterable<Verdict> {
  const year = context.document?.fiscalYear ?? null;
  const budget = context.document?.types.includes("budget") ?? false;
  const accounts = context.document?.types.includes("final_accounts") ?? false;
  const named = year !== null && headingsOf(context).some((h) => h.text.includes(`${year}年`));
  if (year === null || budget === accounts || (!named && !(context.document?.title ?? "").includes(`${year}年`))) {
    yield notApplicable("the year of the document is not certain");
    return;
  }
  for (const s of context.sentences) {
    for (const m of plainText(s.text).matchAll(COMPARISON)) {
      // Final accounts are compared with their own year's budget; a budget is not.
      const own = Number(m[1]) === year && (budget ? m[2] !== "决算" : m[2] === undefined || m[2] === "决算");
      if (!own) {
        yield pass(null);
        continue;
      }
      const from = Math.max(0, (m.index ?? 0) - 30);
      const quote = plainText(s.text).slice(from, (m.index ?? 0) + m[0].length + 12);
      yield fail(null, {
        sides: [stated(s, m[1]!, "年", "相比年度", verbatim(s, quote))],
        equation: told(
          `${year}年${budget ? "预算" : "决算"}“${m[0]}”，应与${year - 1}年相比`,
          `“${m[0]}” in the ${budget ? "budget" : "final accounts"} of ${year}, where ${year - 1} is meant`,
        ),
        expected: String(year - 1),
        difference: null,
        tolerance: null,
        cause: OLD_YEAR,
      });
    }
  }
}

const PERIOD =
  /(?:实施周期|实施期限|项目周期|项目期限|执行期限)[:：为]?(\d{4})年(?:\d{1,2}月)?(?:\d{1,2}日)?[-—~至到]+(\d{4})年/u;

/** The project of a budget ends before the year of the budget begins. */
export function* periodCoversYear(context: Context): Iterable<Verdict> {
  const year = context.document?.fiscalYear ?? null;
  if (year === null || !context.document?.types.includes("budget")) {
    yield notApplicable("no budget");
    return;
  }
  const lines = context.sentences.map((s) => ({ s, text: plainText(s.text) }));
  for (let i = 0; i < lines.length; i++) {
    // The heading and its dates may be two paragraphs.
    const heading = [...(lines[i]!.s.headings.slice(-1) ?? [])].map(plainText).join("");
    const text = [lines[i]!.text, heading + lines[i]!.text].find((t) => PERIOD.test(t));
    const m = text ? PERIOD.exec(text) : null;
    if (!m) continue;
    const [start, end] = [Number(m[1]), Number(m[2])];
    if (end >= year) yield pass(null);
    else
      yield fail(null, {
        sides: [stated(lines[i]!.s, m[2]!, "年", "实施周期", lines[i]!.s.text.slice(0, 120))],
        equation: told(
          `${year}年预算的项目实施周期为${start}年至${end}年`,
          `a project of the budget of ${year} runs from ${start} to ${end}`,
        ),
        expected: String(year),
        difference: null,
        tolerance: null,
        cause: told("沿用上年文本", "last year's text"),
      });
  }
}

const PART = /^(?:第.{1,3}部分)?.{0,40}?(\d{4})年度?.{0,12}(?:决算|预算)(?:表|情况说明|编制说明)?$/u;

/** Headings of one report name one year. */
export function* headingsNameOneYear(context: Context): Iterable<Verdict> {
  const dated = headingsOf(context)
    .map((h) => ({ h, m: PART.exec(h.text) }))
    .filter((x) => x.m !== null && !/执行|上年/.test(x.h.text));
  const year = context.document?.fiscalYear ?? null;
  const own = dated.filter((x) => Number(x.m![1]) === year);
  if (year === null || own.length < 2) {
    yield notApplicable("fewer than two headings name the year");
    return;
  }
  for (const { h, m } of dated) {
    if (Number(m![1]) === year) {
      yield pass(null);
      continue;
    }
    yield fail(null, {
      sides: [stated(h, m![1]!, "年", "标题年度", h.text), words(`${year}年`, quoted(own[0]!.h, own[0]!.h.text))],
      equation: told(`标题“${h.text}”，其余标题为${year}年`, `the heading “${h.text}”, where the others name ${year}`),
      expected: String(year),
      difference: null,
      tolerance: null,
      cause: OLD_YEAR,
    });
  }
}
