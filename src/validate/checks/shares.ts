import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareRate } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
const MONEY = "(?:万亿|[万亿千])?元";
const AMOUNT = new RegExp(`(${NUMBER})(${MONEY})`, "gu");
/** `公用经费77.40万元，占9.69%`, whatever it is. */
const PART = new RegExp(
  `([^,，、;；:：。\\d]{2,24})(${NUMBER})(${MONEY})[,，(]占[^,，。;；\\d]{0,20}?(${NUMBER})%`,
  "gu",
);
/** So many shares show what they are of. */
const PARTS = 3;

/** Sentences of one paragraph as one text: a list runs on over semicolons. */
export function paragraphsOf(sentences: readonly Sentence[]): readonly Pick<Sentence, "page" | "text">[] {
  const out = new Map<number, { page: number; text: string }>();
  for (const { paragraph, page, text } of sentences) {
    const known = out.get(paragraph);
    if (known) known.text += text;
    else out.set(paragraph, { page, text });
  }
  return [...out.values()];
}

/**
 * In a list of amounts with their shares the odd one out is wrong: all others are shares of one amount told before them. Shares that are
 * records are recomputed by other rules.
 */
export function* sharesOfOneWhole({ sentences, index }: Context): Iterable<Verdict> {
  const known = new Set(index.all.filter((f) => f.fact.measure === "share").map((f) => f.operand.printed));
  let seen = false;
  for (const paragraph of paragraphsOf(sentences)) {
    const text = plainText(paragraph.text);
    const parts = [...text.matchAll(PART)].map((m) => {
      const quote = verbatim(paragraph, m[0]);
      return {
        amount: stated(paragraph, m[2]!, m[3]!, `文字 ${m[1]}`, quote),
        share: stated(paragraph, m[4]!, "%", told(`文字 ${m[1]} 占比`, `prose ${m[1]} (share)`), quote),
        at: m.index,
      };
    });
    if (parts.length < PARTS) continue;
    seen = true;
    const wholes = [...text.slice(0, parts[0]!.at + 1).matchAll(AMOUNT)].map((m) =>
      stated(paragraph, m[1]!, m[2]!, told("文字 总数", "prose: the whole"), verbatim(paragraph, m[0])),
    );
    const fits = (whole: Operand): number => parts.filter(({ amount, share }) => agrees(share, amount, whole)).length;
    const [whole] = [...wholes].sort((a, b) => fits(b) - fits(a));
    // All but one are shares of it.
    if (!whole || fits(whole) < Math.max(2, parts.length - 1)) {
      yield insufficient(null, "what the shares are of is not told");
      continue;
    }
    for (const { amount, share } of parts) {
      const c = known.has(share.printed) ? null : compareRate(share, amount, whole);
      if (c)
        yield decide(null, c, share, {
          sides: [share, amount, whole],
          equation: (e) => `${show(amount)} ÷ ${show(whole)} = ${e}% ≠ ${show(share)}`,
        });
    }
  }
  if (!seen) yield notApplicable("no list of shares");
}

function agrees(share: Operand, amount: Operand, whole: Operand): boolean {
  const c = compareRate(share, amount, whole);
  return c !== null && c.verdict !== "differ";
}
