import type { Context } from "../context.ts";
import { words } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import { quoted, type Sentence } from "../statements.ts";
import { told } from "../told.ts";
import { fail, notApplicable, pass, type Verdict } from "../verdict.ts";
import { verbatim } from "./wording.ts";

const silent = { expected: null, difference: null, tolerance: null } as const;

/** `比上年减少3.50万元，…，主要原因是人员增加`. */
const REASON = /(增加|增长|减少|下降)了?\d[^。;；]{0,60}?(?:主要)?原因(?:是|为|[:：])+([^。;；]{4,80})/u;
const RISE = /增加|增长|新增|上涨|提高|扩大|调增/u;
const FALL = /减少|下降|压缩|压减|节约|节俭|取消|未|严控|控制|降低|调减|退休|过紧日子/u;

interface Reason {
  readonly s: Sentence;
  readonly up: boolean;
  readonly text: string;
  readonly whole: string;
}

const reasonsOf = (sentences: readonly Sentence[]): readonly Reason[] =>
  sentences.flatMap((s) => {
    const m = REASON.exec(plainText(s.text));
    return m ? [{ s, up: /增/u.test(m[1]!), text: m[2]!, whole: m[0] }] : [];
  });

/** A reason speaks of the direction it is given for. */
export function* reasonFitsDirection({ sentences }: Context): Iterable<Verdict> {
  const reasons = reasonsOf(sentences);
  if (reasons.length === 0) yield notApplicable("no reason for a change");
  for (const { s, up, text, whole } of reasons) {
    const contrary = up ? FALL.test(text) && !RISE.test(text) : RISE.test(text) && !FALL.test(text);
    if (!contrary) yield pass(null);
    else
      yield fail(null, {
        sides: [words(told("原因", "reason"), quoted(s, verbatim(s, whole)))],
        equation: told(
          `${up ? "增加" : "减少"}的原因是“${text}”`,
          `the ${up ? "rise" : "fall"} is put down to “${text}”`,
        ),
        ...silent,
      });
  }
}

/** So many characters in common are no coincidence. */
const LONG = 12;

/** One reason, word for word, does not explain a rise and a fall. */
export function* reasonIsNotCopied({ sentences }: Context): Iterable<Verdict> {
  const reasons = reasonsOf(sentences).filter(({ text }) => text.length >= LONG);
  if (reasons.length < 2) yield notApplicable("fewer than two reasons");
  const first = new Map<string, Reason>();
  for (const reason of reasons) {
    const known = first.get(reason.text);
    if (!known) first.set(reason.text, reason);
    if (!known || known.up === reason.up) yield pass(null);
    else
      yield fail(null, {
        sides: [known, reason].map(({ s, whole }) => words(told("原因", "reason"), quoted(s, verbatim(s, whole)))),
        equation: told(`一增一减，原因同是“${reason.text}”`, `a rise and a fall are both put down to “${reason.text}”`),
        ...silent,
        cause: told("照抄了别处的文字", "copied from another line"),
      });
  }
}
