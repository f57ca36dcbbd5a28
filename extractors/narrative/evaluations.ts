import { defineProseExtractor } from "../../src/lib/extractor.ts";
import { append, largest } from "../../src/lib/long-lists.ts";
import type { EvaluationReading } from "../../src/lib/reading.ts";
import type { ProseSection } from "../../src/lib/section.ts";
import { projectOfParagraph } from "./reading/project-lines.ts";
import { projectBefore, projectOfTitle } from "./reading/project-name.ts";
import { canonical, printedText } from "./text/canonical.ts";
import { passages } from "./text/paragraphs.ts";
import {
  BANDS,
  EVALUATION_OPENING,
  FULL,
  FULL_SCORE,
  GRADED,
  INDICATORS,
  PARTIAL,
  RULES,
  SCORED,
  WHOLE,
} from "./vocabulary/evaluations.ts";

const ID = "narrative/evaluations";
const SENTENCE = /[^。！？]{1,1500}[。！？]?/g;

interface Result {
  score: string | null;
  fullScore: string | null;
  grade: string | null;
  scope: string | null;
  readonly quote: string;
}

const clauseBefore = (text: string, at: number): string =>
  text.slice(largest(["，", "；", "：", "。"].map((m) => text.lastIndexOf(m, at - 1))) + 1, at);

function results(sentence: string, scope: string | null, quote: string): Result[] {
  if (INDICATORS.test(sentence) || BANDS.test(sentence)) return [];
  const out: Result[] = [];
  const fullScore = FULL.exec(sentence)?.[1] ?? null;
  for (const m of sentence.matchAll(SCORED)) {
    const clause = clauseBefore(sentence, m.index) + m[0];
    if (
      PARTIAL.test(clause) ||
      FULL_SCORE.test(clause) ||
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
      const opening = EVALUATION_OPENING.exec(whole.text)?.[0] ?? "";
      const scope = projectBefore(opening) ?? projectOfParagraph(whole.text)?.scope ?? titled;
      const found: Result[] = [];
      for (const m of whole.text.matchAll(SENTENCE)) {
        const quote = printedText(whole, m.index, m.index + m[0].length);
        append(found, results(m[0], scope, quote));
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
