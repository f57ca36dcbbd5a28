import { Exact } from "../../../src/lib/exact.ts";
import type { Clause, Node } from "../text/clauses.ts";
import type { Token } from "../text/token.ts";
import { NEXT_REASON } from "../vocabulary/floor.ts";
import { apart, type Context, floored, type Statement, spokenOf, timed } from "./context.ts";
import type { Sentence } from "./place.ts";
import { isChange, NOTHING, type Said } from "./said.ts";
import { readWord } from "./words.ts";

/** What a clause states, and what it hands on to the next. */
export interface Read {
  readonly statements: readonly Statement[];
  readonly next: Context;
}

/** Reads one clause in its context. */
export function readClause(clause: Clause, context: Context, sentence: Sentence, nested = false): Read {
  const read = clause.nodes.reduce((c, node) => readNode(node, c, sentence, nested), context);
  const next = clause.mark === null ? read : atMark(read, clause.mark, sentence);
  return { statements: next.told.slice(context.told.length), next };
}

function readNode(node: Node, c: Context, sentence: Sentence, nested: boolean): Context {
  if (node.kind === "word") return readWord(c, { sentence, at: node.at, nested });
  const inside = node.clauses.reduce<Context>((within, clause) => readClause(clause, within, sentence, true).next, {
    ...c,
    said: saidInBracket(c, sentence.words, node.at),
  });
  return outside(c, inside);
}

/** 减少1.6万元（5.71%） goes on with the change, 比2015年（47.3万元） with the comparison; other brackets speak for themselves. */
function saidInBracket(c: Context, words: readonly Token[], at: number): Said {
  const [last, first, second] = [words[at - 1], words[at + 1], words[at + 2]];
  const alone = first?.kind === "number" && second?.kind === "close";
  if (alone && last?.kind === "number" && first.of === "percent" && isChange(c.before?.relation ?? null))
    return { ...NOTHING, ...c.before };
  return alone && last?.kind === "comparison" && first.of === "money" ? { ...NOTHING, compares: true } : NOTHING;
}

/** Behind a bracket the sentence goes on as if it had not been, but for what it stated. */
const outside = (before: Context, inside: Context): Context => ({
  ...inside,
  said: before.said,
  floor: {
    ...inside.floor,
    subject: before.floor.subject,
    listed: before.floor.listed,
    closed: before.floor.closed,
  },
  phase: { ...inside.phase, subject: before.phase.subject, named: before.phase.named },
  time: { ...inside.time, year: before.time.year, main: before.time.main },
});

/** Words that say something of an amount told before: with them a clause goes back from a purpose to what it was for. */
const isRelation = (word: Token | undefined): boolean =>
  word !== undefined && /^(?:comparison|change|execution|share|phase)$/.test(word.kind);

/** Whether the change behind 其中年初结转1万元 is the part's own: by the rate behind it, which fits one of the two. */
function isChangeOfPart(part: Statement | undefined, following: readonly Token[]): boolean {
  const [by, rate] = following.filter((t) => t.kind === "number");
  if (part === undefined || by?.of !== "money" || rate?.of !== "percent" || by.unit !== part.unit?.text) return false;
  const sign = following.find((t) => t.kind === "change")?.sign ?? 1;
  const change = new Exact(by.printed.replaceAll(",", "")).times(sign);
  const base = new Exact(part.printed.replaceAll(",", "")).minus(change);
  if (base.lte(0)) return false;
  return change.times(100).div(base).minus(new Exact(rate.printed).times(sign)).abs().lt(1);
}

/** 绩效目标：…: a label that is not known opens the paragraph, and the title above it is not spoken of. */
function afterLabel(c: Context): Context {
  const { said, floor, memory } = c;
  const opens = said.unknown && floor.first === null && memory.lead === null && !c.stated && c.why === null;
  return opens && floor.subject !== null && floor.subject === memory.title ? spokenOf(c, null) : c;
}

/** 某市28家单位公开部门预算，总额近90亿元: a budget or accounts whose owner is not known are spoken of, no longer the title. */
function namesStranger(c: Context): Context {
  const { said, floor, memory } = c;
  const opens = said.unknown && !said.body && said.phase !== null && !said.compares && said.relation === null;
  const inherited =
    floor.first === null && floor.subject !== null && memory.lead === null && floor.subject === memory.title;
  return opens && inherited && !c.stated && c.why === null ? spokenOf(c, null) : c;
}

/** The context behind the mark a clause ends with: another clause, another part of a list, another point. */
function atMark(before: Context, at: number, { words, text }: Sentence): Context {
  const mark = words[at] as Extract<Token, { kind: "separator" }>;
  const following = words.slice(at + 1);
  const c = mark.mark === "：" ? afterLabel(before) : namesStranger(before);
  const back = mark.mark === "，" && isRelation(following[0]) ? backToWhole(c, words[at - 1], following) : c;
  const behind = mark.mark === "；" ? atPoint(back, following[0], text.slice(mark.end, mark.end + 3)) : back;
  const { aside } = behind.floor;
  const spoken = aside === null ? behind : floored(behind, { subject: aside, aside: null });
  const { said } = behind;
  const dates =
    said.year !== null && !said.compares && behind.why === null && !behind.stated && (!said.unknown || said.body);
  return { ...(dates ? timed(spoken, { year: said.year }) : spoken), said: NOTHING };
}

/** ，完成年初预算98%: said of what a purpose or a part interrupted. */
function backToWhole(c: Context, before: Token | undefined, following: readonly Token[]): Context {
  const returns = c.why?.purpose === true && before?.kind !== "number";
  const main = returns ? { ...spokenOf(c, c.why?.before ?? null), why: null } : c;
  const { whole } = main.floor;
  if (whole === null) return main;
  const subject = isChangeOfPart(main.told.at(-1), following) ? main.floor.subject : whole;
  return floored(main, { subject, whole: null });
}

/** ；: the next point of a list, or the end of an explanation. */
function atPoint(before: Context, next: Token | undefined, after: string): Context {
  const apartFrom = apart(before, { covered: false, ofBody: false, inside: false, unit: null });
  const c = timed(floored(apartFrom, { parted: null, whole: null }), {
    period: before.time.partial || before.setting.partial || before.memory.partial,
  });
  const { first, subject, closed } = c.floor;
  const { parted } = before.floor;
  // 收入总额90万元，其中：财政拨款80万元，上年结转10万元；比上年增长12%: behind the list of its parts the whole
  if (parted !== null && isRelation(next) && next?.kind !== "phase" && first?.concepts[0] === parted && c.why === null)
    return spokenOf(c, first);
  // 主要原因：一是…；二是购置执法记录仪60台
  if (c.why !== null && NEXT_REASON.test(after)) return spokenOf(c, null);
  if (c.why !== null) return { ...spokenOf(c, c.why.before), why: null };
  if (closed === null) return spokenOf(c, subject ?? first);
  // 公车费用25万元，其中燃油费14万元；为预算的89.6%: the parts of an amount end with its list
  return closed.inside && isRelation(next) ? floored(c, { subject: first, closed: null }) : c;
}
