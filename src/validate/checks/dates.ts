import { matrix } from "../../lib/grid.ts";
import type { Context } from "../context.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted } from "../statements.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const DATE = /(?:填报|填表|编制|报送|报告)(?:日期|时间)[:：]?(\d{4})[年./-](\d{1,2})[月./-]\d{1,2}日?/gu;
const REPORTS = ["final_accounts", "overall_self_evaluation", "project_self_evaluation", "base_data"] as const;

/** What a whole year came to is not filled in before the year is over. */
export function* filledInAfterTheYear(context: Context): Iterable<Verdict> {
  const { document, index } = context;
  const year = document?.fiscalYear ?? null;
  const closed = index.all.filter((f) => f.fact.measure === "actual" && f.fact.fiscalYear === year);
  const spent = closed.find((f) => f.place !== "narrative") ?? closed[0];
  if (year === null || !spent || !REPORTS.some((type) => document?.types.includes(type))) {
    yield notApplicable("no form with what a year came to");
    return;
  }
  const head = told(`${year}年决算数`, `final account of ${year}`);
  for (const { text, page } of printedLines(context))
    for (const m of plainText(text).matchAll(DATE)) {
      // December figures close on the last day.
      const early = Number(m[1]) < year || (Number(m[1]) === year && Number(m[2]) < 12);
      if (!early) yield pass(null);
      else
        yield fail(null, {
          sides: [
            words(told("填报日期", "date of filling in"), quoted({ page }, verbatim({ text }, m[0]))),
            spent.place === "narrative"
              ? spent.operand
              : words(head, { ...spent.fact.source, bbox: null, row: null, col: null, quote: head.zh }),
          ],
          equation: told(`${year}年全年的数，填报日期却是“${m[0]}”`, `the figures of all ${year} are dated “${m[0]}”`),
          expected: null,
          difference: null,
          tolerance: null,
        });
    }
}

/** Paragraphs, captions, notes and cells, each with its page. */
function* printedLines({ sections }: Context): Iterable<{ readonly text: string; readonly page: number }> {
  for (const section of sections)
    if (section.kind === "prose") yield* section.paragraphs;
    else {
      yield* section.caption;
      yield* section.notes;
      for (const row of matrix(section.grid)) for (const cell of new Set(row)) if (cell) yield cell;
    }
}
