import type { Token } from "../text/token.ts";
import { type Context, floored, saying, spokenOf } from "./context.ts";
import { given } from "./figures.ts";
import type { NumberToken } from "./meaning.ts";
import { sharers, together } from "./neighbours.ts";
import type { Place } from "./place.ts";
import type { Respective } from "./respectively.ts";
import { NOTHING } from "./said.ts";

/** Whether the first of some words, blanks aside, is a number without a unit. */
function isBare(words: readonly Token[], text: string): boolean {
  const word = words.find((token) => text.slice(token.start, token.end) !== " ");
  return word?.kind === "number" && word.of === "bare";
}

/** The context behind a number: it is given to whom its words name, and what was said of it is said no more. */
export function numbered(c: Context, number: NumberToken, place: Place): Context {
  const { at } = place;
  const { words, text, respective } = place.sentence;
  if (respective.has(number)) return respectively(c, number, respective.get(number));
  // 公务接待费 21.00 20.87: a table's row, whose columns are not known
  const row = number.of === "bare" && (isBare(words.slice(at + 1), text) || isBare(words.slice(0, at).reverse(), text));
  if (row) return c;
  // 较上年688.8万元131.5万元: a word was lost between the two, and what the second is only that would say
  const last = words[at - 1];
  if (number.of === "money" && last?.kind === "number" && last.of === "money" && last.end === number.start) return c;
  const alike = together(c, sharers(words, at));
  if (alike.length <= 1) return behindNumber(c, number, words, at);
  const each = alike.reduce((all, subject) => given(spokenOf(all, subject), number, false), c);
  return { ...floored(each, { group: alike }), said: NOTHING };
}

/** A number of a list of its own: its subject or its year, and what the list says of all of them. */
function respectively(c: Context, number: NumberToken, part: Respective | undefined): Context {
  if (part === undefined) return c;
  const { list } = c;
  const said = list !== null && c.said.relation === null && c.said.phase === null ? list : c.said;
  const own = { ...spokenOf(c, part.subject ?? c.floor.subject), said, list: said };
  const dated = part.year === null ? own : saying(own, { year: part.year });
  const whole = number.of === "bare" && part.as !== undefined ? { ...number, ...part.as } : number;
  return { ...given(dated, whole, false), said: NOTHING };
}

/** A number ends what was said about it; 年初预算25万元的 leaves room for its rate. */
function behindNumber(before: Context, number: NumberToken, words: readonly Token[], at: number): Context {
  const { said } = before;
  const [name, colon] = words.slice(Math.max(0, at - 2), at);
  const introduced = name?.kind === "subject" && colon?.kind === "separator" && colon.mark === "：";
  const c = given(floored(before, { aside: null }), number, introduced);
  const behind = { ...c, before: said };
  const [link, next] = words.slice(at + 1, at + 3);
  const ofIt = link?.kind === "glue" && link.end - link.start === 1 && next?.kind === "number" && next.of === "percent";
  if (number.of === "money" && ofIt && said.relation !== "share") {
    const ofBudget =
      said.relation === "execution" ||
      /budget/.test(said.phase ?? "") ||
      (said.compares && before.base?.kind === "budget");
    return saying(behind, { relation: ofBudget ? "execution" : null, phase: null, unknown: !ofBudget });
  }
  if (number.of !== "percent" && !(number.of === "money" && said.relation !== "share")) return behind;
  const year = said.compares ? null : (said.year ?? said.before);
  // 财政拨款由A增加到B: the second amount is the fund's as well
  const fund = said.fund && !said.named && link?.kind === "change" && link.reaches;
  return { ...behind, said: { ...NOTHING, before: year, named: said.named, fund } };
}
