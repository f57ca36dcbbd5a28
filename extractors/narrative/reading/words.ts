import type { Measure } from "../../../schemas/index.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";
import { REALISED, YEAR_BEFORE_LAST } from "../vocabulary/floor.ts";
import { EXPENDITURE, INCOME } from "../vocabulary/headings.ts";
import { MERELY_DIFFERS } from "../vocabulary/phases.ts";
import { apart, type Context, floored, phased, remembering, saying, spokenOf, timed } from "./context.ts";
import { given, spentOfBudget } from "./figures.ts";
import { named } from "./floor.ts";
import type { ChangeToken, NumberToken } from "./meaning.ts";
import { endsNoun, followsSubject, sharers, sums, together } from "./neighbours.ts";
import type { Respective } from "./respectively.ts";
import { isChange, NOTHING } from "./said.ts";
import { sided } from "./side.ts";

/** A sentence as its words stand in it. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Token[];
  /** What each number of a respective list is about; a number that cannot be matched is nobody's. */
  readonly respective: ReadonlyMap<NumberToken, Respective | undefined>;
}

/** Where a word stands. */
export interface Place {
  readonly sentence: Sentence;
  readonly at: number;
  /** Inside a bracket. */
  readonly nested: boolean;
}

type Kind = Token["kind"];
type Word<K extends Kind> = Extract<Token, { kind: K }>;
/** What a word of one kind makes of the context. */
type Rules = { readonly [K in Kind]?: (c: Context, word: Word<K>, place: Place) => Context };

const unknown = (c: Context): Context => saying(c, { unknown: true });

function inPhase(c: Context, phase: Measure): Context {
  if (c.said.relation === "share") return c;
  const opens = c.why === null && (c.phase.named === null || phase === "actual");
  const relation = typeof c.said.relation === "object" ? null : c.said.relation;
  return saying(phased(c, { subject: phase, named: opens ? phase : c.phase.named }), { phase, relation });
}

/** 决算收入160亿元，决算支出158亿元: the phase's own words name the other half. */
function onItsSide(c: Context, words: string): Context {
  const side = EXPENDITURE.test(words) ? "expenditure" : INCOME.test(words) ? "revenue" : null;
  const concept = conceptOf(c.floor.subject);
  const other = side === "expenditure" ? OF_REVENUE.test(concept) : side === "revenue" && OF_EXPENDITURE.test(concept);
  if (!other || c.said.relation === "share" || c.why !== null) return c;
  const behind = sided(c, side);
  return behind.floor.subject === c.floor.subject ? spokenOf(c, null) : behind;
}
/** 支出 behind an income, 收入 behind an expenditure. */
const isOtherSide = ({ floor, said }: Context, head: string): boolean => {
  const concept = conceptOf(floor.subject);
  const other = head === "支出" ? OF_REVENUE.test(concept) : head === "收入" && OF_EXPENDITURE.test(concept);
  return other && said.relation !== "share";
};
const conceptOf = (subject: Subject | null): string => subject?.concepts[0] ?? "";
const OF_REVENUE = /(?:^|\.)revenue\./;
const OF_EXPENDITURE = /(?:^|\.)expenditure/;

/** 去年…，比去年同期减少: told a year later, of the year the report is on. */
const reportedAfterwards = ({ words, text }: Sentence, year: Token): boolean =>
  text.slice(year.start, year.end) === "去年" &&
  words.some((t) => t.kind === "comparison" && YEAR_BEFORE_LAST.test(text.slice(t.start, t.end)));

/** 去年“三公”经费支出5万元, with no year before it: whose last year, the report's or the reporter's, nobody can tell. */
const isUndated = (c: Context, sentence: Sentence, { start, end }: Token): boolean =>
  sentence.text.slice(start, end) === "去年" &&
  c.setting.thisYear === null &&
  !c.stated &&
  c.time.opened === null &&
  !reportedAfterwards(sentence, { kind: "unknown", start, end });

/** 今年 and 去年, from the year they are said in. */
const toldFrom = ({ setting: { thisYear } }: Context, words: string, year: YearRef): YearRef =>
  thisYear !== null && thisYear > 0 && /^(?:今年|去年)/.test(words) && year !== null && "offset" in year
    ? { offset: year.offset + thisYear }
    : year;

/** 2022年…，上年…: the year before the one the sentence states, not before the report's. */
const beside = (year: YearRef, opened: YearRef): YearRef =>
  year !== null && "offset" in year && year.offset !== 0 && opened !== null && "stated" in opened
    ? { stated: opened.stated + year.offset }
    : year;

/** 高于预算数: the change a comparison names itself. */
const changeBy = ({ start, end }: Token, sign: 1 | -1): ChangeToken => ({
  kind: "change",
  start,
  end,
  sign,
  reaches: false,
  saving: false,
});

/** What stands in a relation to an amount said before: its share, how far it was carried out. */
const related = (c: Context, relation: "share" | "execution", adjusted: boolean): Context =>
  saying(c.said.unknown ? spokenOf(c, null) : c, { relation, adjusted });

const RULES: Rules = {
  unknown: (c, { owner }) => {
    const { said, others } = c;
    const body = owner === true && (said.body || !said.unknown);
    if (said.unknown && said.body === body && others.strange) return c;
    return {
      ...c,
      said: { ...said, body, unknown: true },
      others: others.strange ? others : { ...others, strange: true },
    };
  },
  glue: (c, { fund, role, start, end }, { sentence: { text } }) => {
    // 上级补助收入增加3万元；本级支出增加1万元: the head of another noun than the one spoken of
    if (role === "head" && isOtherSide(c, text.slice(start, end))) return unknown(spokenOf(c, null));
    // 主要原因是…，实际增加资金40万元: what the verb has for its object is another noun
    if (role === "head" && c.why !== null && isChange(c.said.relation)) return unknown(c);
    return fund ? saying(c, { fund: true }) : c;
  },
  part: (c) => apart(c, { unit: c.others.unit ?? c.told.length }),
  region: (c) => apart(c, { region: true }),
  subject: (c, token, { sentence: { words, text }, at, nested }) => {
    // 两院上划，减少“三公”经费142万元: what an event took away, compared with nothing
    // 原因是教师晋级增加人员经费38万元: by how much it rose for that, not by how much it rose
    if (c.why !== null && !c.why.purpose && c.said.unknown && isChange(c.said.relation))
      return unknown(spokenOf(c, null));
    const event = c.others.strange && isChange(c.said.relation) && c.base === null;
    const around = event ? apart(c, { covered: true }) : c;
    const opens = words[at - 1]?.kind === "separator";
    return named(around, { token, text, nested, opens, adjoins: followsSubject(words, at), ends: endsNoun(words, at) });
  },
  blocked: (c, { region }) => spokenOf(unknown(apart(c, { treasury: c.others.treasury || region === true })), null),
  year: (c, word, { sentence, at }) => {
    const { words } = sentence;
    const spans = (word.until !== undefined || isUndated(c, sentence, word)) && !c.said.compares;
    const opens = !c.stated && c.why === null && !c.said.compares;
    const dated = timed(c, {
      period: spans && !words.slice(at).some((t) => t.kind === "respectively"),
      opened: opens ? (c.time.opened ?? word.year) : c.time.opened,
    });
    const told = toldFrom(c, sentence.text.slice(word.start, word.end), word.year);
    const year = reportedAfterwards(sentence, word) ? { offset: 0 } : beside(told, c.time.opened);
    return saying(word.asOf ? remembering(dated, { asOf: word.year }) : dated, { year });
  },
  comparison: (c, { start, year, base: named, adjusted, sign }, { sentence: { words, text }, at }) => {
    // 预计实现公共财政预算收入11亿元，比上年10亿元增长10%: last year's had come in
    const came = named === "same" && REALISED.test(text.slice(0, start)) && OF_REVENUE.test(conceptOf(c.floor.subject));
    const kind = came ? "actual" : named;
    const base = { year, kind, ...(adjusted ? { adjusted } : {}) };
    const relation = sign === undefined ? null : changeBy(words[at] as Token, sign);
    // 与上年的251万元相比，2011年…减少4万元: whose last year, and planned or spent, only what comes behind it says
    const ahead =
      c.floor.first === null &&
      year !== null &&
      "offset" in year &&
      words.slice(at + 1).find((t) => t.kind !== "glue")?.kind === "number" &&
      words.slice(at).some((t) => t.kind === "year" && t.year !== null && "stated" in t.year);
    return saying(
      { ...remembering(c, { base }), base },
      {
        compares: true,
        own: c.said.year,
        relation,
        perHead: c.said.perHead || ahead,
      },
    );
  },
  change: (c, word, { sentence: { text } }) => {
    if (word.variance && c.base === null && MERELY_DIFFERS.test(text.slice(word.start, word.end)))
      return saying(c, { perHead: true });
    // 年初预算数4万元，决算数3万元，预决算差异率-25%
    const base = word.variance && c.base === null ? ({ year: null, kind: "budget" } as const) : c.base;
    return saying({ ...c, base }, { relation: word });
  },
  // 减少0.15万元，下降（增长）27.78%: the amount before says which way it went; else nobody can tell
  undecided: (c, word) => {
    const last = c.told.at(-1);
    const known = c.moneyChange && last !== undefined && /[1-9]/.test(last.printed);
    return known ? saying(c, { relation: changeBy(word, last.negative ? -1 : 1) }) : unknown(spokenOf(c, null));
  },
  respectively: (c) => ({ ...c, list: null }),
  covers: (c) => apart(c, { covered: true }),
  planned: (c) => remembering(phased(c, { planned: true }), { planned: true }),
  share: (c) => related(c, "share", false),
  execution: (c, { adjusted }) => related(spentOfBudget(c), "execution", adjusted === true),
  side: (c, { side, phase }) => {
    const behind = sided(c, side);
    return phase ? inPhase(behind, phase) : behind;
  },
  phase: (c, { phase, start, end }, { sentence: { text } }) => inPhase(onItsSide(c, text.slice(start, end)), phase),
  reason: (c, { purpose, cause = false }) =>
    unknown({ ...spokenOf(c, null), why: { purpose, cause, before: c.why === null ? c.floor.subject : c.why.before } }),
  // “三公”经费一增一减：…，合计净减1.2万元
  sum: (c, { ofAll }) => {
    const { first, subject, closed } = c.floor;
    if (closed !== null) return c;
    if (ofAll) return spokenOf(c, [first, c.memory.whole].find((s) => s !== null && sums(s, subject)) ?? null);
    return first === null ? spokenOf(c, c.memory.whole ?? subject) : c;
  },
  period: (c) => timed(c, { period: true }),
  among: (c, _, { sentence: { words }, at }) => {
    const { subject, closed } = c.floor;
    const [concept = null] = subject?.concepts ?? [];
    const named = c.floor.first !== null || subject !== c.memory.title;
    const line = concept?.startsWith("function") && named ? subject : closed === null ? null : "unknown";
    const inside = words[at - 1]?.kind === "separator" && words[at + 1]?.kind !== "separator";
    // 预算30万元，支出25万元，其中购置费0万元: parts of what was told last
    const last = words[at - 2]?.kind === "number" ? c.told.at(-1)?.measure : undefined;
    const partsOfUnknown = c.floor.partsOfUnknown || (closed?.here === true && c.floor.first === null);
    const parts = last === "actual" || last === "initial_budget" || last === "final_budget" ? last : c.phase.named;
    return apart(
      saying(phased(floored(c, { parted: concept, line, partsOfUnknown }), { named: parts }), { part: true }),
      { inside },
    );
  },
  each: (c) => saying(c, { each: true }),
  "per-head": (c) => saying(c, { perHead: true }),
  // between names a 、 ends no clause
  separator: (c) => saying(c, { unknown: c.said.unknown && !c.said.named }),
  number: numbered,
};

/** Whether the first of some words, blanks aside, is a number without a unit. */
function isBare(words: readonly Token[], text: string): boolean {
  const word = words.find((token) => text.slice(token.start, token.end) !== " ");
  return word?.kind === "number" && word.of === "bare";
}

function numbered(c: Context, number: NumberToken, place: Place): Context {
  const { at } = place;
  const { words, text, respective } = place.sentence;
  if (respective.has(number)) return respectively(c, number, respective.get(number));
  // 公务接待费 21.00 20.87: a table's row, whose columns are not known
  const row = number.of === "bare" && (isBare(words.slice(at + 1), text) || isBare(words.slice(0, at).reverse(), text));
  if (row) return c;
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

/** The context behind one word. */
export function readWord(c: Context, place: Place): Context {
  const word = place.sentence.words[place.at] as Token;
  const rule = RULES[word.kind] as ((c: Context, word: Token, place: Place) => Context) | undefined;
  return rule === undefined ? c : rule(c, word, place);
}
