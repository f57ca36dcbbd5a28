import type { YearRef } from "../../../src/lib/reading.ts";
import { clausesOf } from "../text/clauses.ts";
import type { Token } from "../text/token.ts";
import { ANNOUNCES, CONTINUES, YEARS_OPENING } from "../vocabulary/floor.ts";
import { FROM_FUND } from "../vocabulary/headings.ts";
import { readClause } from "./clause.ts";
import { type Context, earlier, opening, phased, remembering, type Statement } from "./context.ts";
import type { Memory } from "./memory.ts";
import { follows } from "./neighbours.ts";
import { oneOfEach } from "./one-of-each.ts";
import { respectiveParts } from "./respectively.ts";
import { fundNamed, type Setting } from "./setting.ts";

/** 安排…，比年初预算增加: what is compared with the year's own budget was spent. */
const comparesWithOwnBudget = (words: readonly Token[], text: string): boolean =>
  words.some(
    (t) =>
      t.kind === "comparison" &&
      t.base === "budget" &&
      t.year === null &&
      YEARS_OPENING.test(text.slice(t.start, t.end)),
  );

/** 2012年安排…，较2011年决算增长 */
const plansAboveAccounts = (words: readonly Token[]): boolean =>
  words.some((t) => t.kind === "planned") && words.some((t) => t.kind === "comparison" && t.base === "actual");

/**
 * Reads one sentence: its clauses one after the other, each in the context the one before hands on. A number belongs to the subject
 * named last, if nothing unknown stands between; the words between say how (phase, change, share, execution).
 */
export function readSentence(
  text: string,
  words: readonly Token[],
  memory: Memory,
  setting: Setting,
): { readonly statements: readonly Statement[]; readonly memory: Memory } {
  const begun = opening(memory, setting, CONTINUES.test(text));
  const fund = fundNamed(FROM_FUND.exec(text)?.[1] ?? "") ?? memory.fund;
  const spent = remembering(begun, { fund, spent: memory.spent || comparesWithOwnBudget(words, text) });
  const sentence = { text, words, respective: respectiveParts(words, memory.listed) };
  const end = clausesOf(words).reduce<Context>(
    (context, clause) => readClause(clause, context, sentence).next,
    phased(spent, { plans: plansAboveAccounts(words) }),
  );
  return {
    statements: oneOfEach(end.told, text),
    memory: remembered(end, words, ANNOUNCES.test(text) && !words.some((t) => t.kind === "number")),
  };
}

const sameYear = (a: YearRef, b: YearRef): boolean =>
  a !== null && b !== null && "stated" in a && "stated" in b && a.stated === b.stated;

/** Compared with the budget and with a year. */
const isTwofold = (compared: readonly Token[]): boolean =>
  new Set(compared.map((t) => (t.kind === "comparison" && t.base === "budget" ? "budget" : "year"))).size > 1;

/** 1-6月…: what is told last is of a part of the year, by the sentence's words or the one's before it. Reasons tell of no part. */
function endsInPart(words: readonly Token[], partial: boolean, before: boolean): boolean {
  const last = words.findLast(({ kind }) => kind === "period" || kind === "year");
  if (last?.kind === "year") return false;
  return before || (last !== undefined && partial);
}

/** What of the sentence holds for the next one. */
function remembered(
  { memory, setting, floor, time, phase, stated, told }: Context,
  words: readonly Token[],
  announces: boolean,
): Memory {
  const { first, inherited, closed, listed } = floor;
  const { opened } = time;
  const compared = words.filter(({ kind }) => kind === "comparison");
  // 年初预算22万元，…，其中：因公出国费…: what the sentence opened with needs no name
  const before = memory.lead ?? inherited;
  const leads = first !== null && (before === null || (stated && follows(first, before)));
  // 2013年…预算79.69亿元。2012年…执行数为80.95亿元。之所以高于预算…: the year last told, and its phase
  const turned = memory.phase !== null && sameYear(opened, time.year) && earlier(opened, setting);
  const own = phase.seen.includes("actual") ? "actual" : (phase.seen[0] ?? phase.named);
  // 2011年某会及其协会“三公”经费预算合计210万元。其中，…: of that year and planned, whosever the whole is
  const datesStranger = !stated && closed?.here === true && words.filter(({ kind }) => kind === "year").length === 1;
  const told_ = stated && (memory.phase === null || turned) ? own : datesStranger ? phase.named : memory.phase;
  return {
    ...memory,
    told: told.length === 0 ? memory.told : new Set([...memory.told, ...told.map((s) => `${s.concept} ${s.measure}`)]),
    listed: stated ? listed : memory.listed,
    closed: closed !== null,
    partial: endsInPart(words, time.partial, memory.partial),
    // 比上年减少5万元，比年初预算少支出3万元。其中接待费下降2%: against which of the two, nobody says
    base: isTwofold(compared) ? null : memory.base,
    year: opened === null ? memory.year : (stated && sameYear(opened, time.year)) || datesStranger ? opened : null,
    lead: leads ? first : before,
    whole: memory.whole ?? first,
    phase: told_,
    // 2016年“三公”经费预算情况如下：
    openingPhase: memory.openingPhase ?? told_ ?? (announces ? phase.named : null),
  };
}
