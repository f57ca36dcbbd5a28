import { defineProseExtractor } from "../../src/lib/extractor.ts";
import type { EvaluationReading } from "../../src/lib/reading.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { projectBefore, projectOfTitle } from "./reading/project-name.ts";
import { canonical, printedText } from "./text/canonical.ts";
import { passages } from "./text/paragraphs.ts";
import { GRADE_OPENING, GRADES, PARTIAL, RULES, SCORE, WHOLE } from "./vocabulary/evaluations.ts";

const ID = "narrative/evaluations";
const SENTENCE = /[^。！？]{1,1500}[。！？]?/g;
const SCORED = new RegExp(`(?:${SCORE})(?:了)?(\\d{1,3}(?:\\.\\d+)?)分(?!值|制|钟|以|（含|-)`, "g");
/** 2.产出指标，该组指标共计50分，得分48分; 得分在90（含）-100分的，绩效评级为“优”. */
const INDICATORS = /指标(?!体系|库|值)[^。]{0,30}得分|得分率/;
const BANDS = /(?:得分|分数|评分|分值)在\d|\d分?（含）|以[上下][的，]|\d{2}分?[-~至]\d{2,3}分/;
const FULL = /(?:满分|总分值?|标准分)(?:为|是|：)?(\d{2,3}(?:\.\d+)?)分/;
const GRADED = new RegExp(`(?:${GRADE_OPENING})(?:“|”)?(${GRADES})(?:秀|等级|级|等|档)?(?=[，。；：、（）！]|$)`, "g");

interface Result {
  score: string | null;
  fullScore: string | null;
  grade: string | null;
  scope: string | null;
  readonly quote: string;
}

const clauseBefore = (text: string, at: number): string =>
  text.slice(Math.max(...["，", "；", "：", "。"].map((m) => text.lastIndexOf(m, at - 1))) + 1, at);

function results(sentence: string, scope: string | null, quote: string): Result[] {
  if (INDICATORS.test(sentence) || BANDS.test(sentence)) return [];
  const out: Result[] = [];
  const fullScore = FULL.exec(sentence)?.[1] ?? null;
  for (const m of sentence.matchAll(SCORED)) {
    const clause = clauseBefore(sentence, m.index) + m[0];
    if (
      PARTIAL.test(clause) ||
      /满分|总分值|标准分/.test(clause) ||
      (m[1] === fullScore && /总分/.test(clause) && /得分|自评/.test(sentence.slice(m.index + m[0].length))) ||
      RULES.test(clause) ||
      Number(m[1]) > 150
    )
      continue;
    const named = WHOLE.test(sentence.slice(0, m.index))
      ? null
      : (projectBefore(sentence.slice(0, m.index + m[0].length)) ?? scope);
    out.push({ score: m[1] as string, fullScore, grade: null, scope: named, quote });
  }
  for (const m of sentence.matchAll(GRADED)) {
    const before = sentence.slice(0, m.index);
    const clause = clauseBefore(sentence, m.index) + sentence.slice(m.index, m.index + m[0].length + 6);
    if (PARTIAL.test(clauseBefore(sentence, m.index)) || RULES.test(clause)) continue;
    const last = out.at(-1);
    if (last !== undefined && last.grade === null) last.grade = m[1] as string;
    else if (last === undefined)
      out.push({
        score: null,
        fullScore: null,
        grade: m[1] as string,
        scope: WHOLE.test(before) ? null : (projectBefore(before + m[0]) ?? scope),
        quote,
      });
  }
  return out;
}

const initial = (grade: string | null): string => (grade ?? "").charAt(0);

/** One paragraph says it once: a grade alone joins the score beside it. */
function join(found: readonly Result[]): Result[] {
  const scored = found.filter((r) => r.score !== null);
  for (const r of found) {
    if (r.score !== null) continue;
    const partner = scored.find(
      (s) => s.scope === r.scope && (s.grade === null || initial(s.grade) === initial(r.grade)),
    );
    if (partner === undefined) scored.push(r);
    else partner.grade ??= r.grade;
  }
  return scored;
}

/**
 * The result of a self-evaluation stated in sentences: a total score, a grade.
 *
 * Looks like   项目绩效自评得分为96.5分，评价等级为“优”; 评价结果为良
 * Quirks       - the score of an indicator or of a group of indicators is no result, nor is the rule that gives grades
 *              - the project stands before 自评 in the sentence, or in the paragraph's opening: XX项目绩效自评综述：…
 * Samples      sentences in tests/extractors/narrative-evaluations.test.ts
 */
export const evaluations = defineProseExtractor({
  id: ID,
  matches: (section: ProseSection) =>
    section.paragraphs.some((p) => /[优良中差合分]/.test(p.text) && /评/.test(p.text)),
  *extract(section) {
    const titled = projectOfTitle(section.headings.map((h) => canonical(h).text));
    for (const passage of passages(section.paragraphs)) {
      const whole = canonical(passage.text);
      const opening = /^[^：。]{0,60}?(?:自评|评价)(?:综述|情况|结果|结论)?：/.exec(whole.text)?.[0] ?? "";
      const scope = projectBefore(opening) ?? titled;
      const found: Result[] = [];
      for (const m of whole.text.matchAll(SENTENCE)) {
        const quote = printedText(whole, m.index, m.index + m[0].length);
        found.push(...results(m[0], scope, quote));
      }
      for (const { quote, ...result } of join(found)) {
        const reading: EvaluationReading = {
          kind: "evaluation",
          extractor: ID,
          basis: "narrative",
          place: { page: passage.page, box: passage.paragraph.box, table: null, row: null, col: null, quote },
          ...result,
        };
        yield reading;
      }
    }
  },
});
