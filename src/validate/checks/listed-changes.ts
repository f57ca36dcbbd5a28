import type { Context } from "../context.ts";
import type { Operand } from "../operand.ts";
import { plainText } from "../plain-text.ts";
import type { Sentence } from "../statements.ts";
import { stated } from "../text.ts";
import { told } from "../told.ts";
import { compareSum } from "../tolerance.ts";
import { decide, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { paragraphsOf } from "./shares.ts";
import { verbatim } from "./wording.ts";

type Paragraph = Pick<Sentence, "page" | "text">;

const THAN = "(?:比|较|与|同)(?:上年|去年|上一年|\\d{4}年)[^,，。;；\\d]{0,10}?";
/** `较上年增18.67万元`, `比2022年预算减少0.04万元`, `较上年（减少）16.23万元`. */
const CHANGE = new RegExp(
  `([^,，。;；:：\\d]{2,24})${THAN}\\(?(增加?|减少?|增长|下降|上升)\\)?了?(\\d[\\d,]*(?:\\.\\d+)?)((?:万亿|亿|万|千)?元)`,
  "u",
);
const SAME = new RegExp(`${THAN}(?:无增减|无变化|持平|一致)`, "u");
/** What the list is opened with. */
const OPENS = /(?:如下|其中)[:：]?[。]?$/u;
const ITEM = /^\(?(\d{1,2})[.、．)]/u;
const MANY = 2;

/** The changes listed under a change make it: `基本支出较上年增A万元，主要变动原因如下：1.…增B万元 2.…减C万元`. Every item must tell its own. */
export function* listedChangesAddUp({ sentences }: Context): Iterable<Verdict> {
  const paragraphs = paragraphsOf(sentences);
  let seen = false;
  for (const [at, paragraph] of paragraphs.entries()) {
    const whole = OPENS.test(plainText(paragraph.text)) ? changeOf(paragraph) : null;
    const parts = whole ? itemsOf(paragraphs.slice(at + 1)) : null;
    if (!whole || !parts || parts.length < MANY) continue;
    seen = true;
    yield decide(null, compareSum(whole, parts), whole, {
      sides: [whole, ...parts],
      identity: { whole, parts },
      equation: (expected) => `${showSum(parts)} = ${expected}${whole.unit} ≠ ${show(whole)}`,
    });
  }
  if (!seen) yield notApplicable("no change with its list of changes");
}

/** The change a paragraph tells first, signed. */
function changeOf(paragraph: Paragraph): Operand | null {
  const m = CHANGE.exec(plainText(paragraph.text));
  if (!m) return null;
  const sign = /增|升/u.test(m[2]!) ? "" : "-";
  const name = m[1]!.replace(/^\)/u, "");
  return stated(
    paragraph,
    `${sign}${m[3]}`,
    m[4]!,
    told(`文字 ${name} 增减额`, `prose ${name} (change)`),
    verbatim(paragraph, m[0]),
  );
}

/** The changes of a numbered list, those of unchanged items left out; null where an item tells none. */
function itemsOf(paragraphs: readonly Paragraph[]): readonly Operand[] | null {
  const parts: Operand[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    const text = plainText(paragraph.text);
    if (Number(ITEM.exec(text)?.[1]) !== i + 1) break;
    const change = changeOf(paragraph);
    if (!change && !SAME.test(text)) return null;
    if (change) parts.push(change);
  }
  return parts;
}
