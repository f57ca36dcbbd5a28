import type { Measure } from "../../../schemas/index.ts";
import type { Subject, Token } from "../text/token.ts";
import { REALISED } from "../vocabulary/floor.ts";
import { EXPENDITURE, INCOME } from "../vocabulary/headings.ts";
import { MERELY_DIFFERS } from "../vocabulary/phases.ts";
import { apart, type Context, floored, phased, remembering, saying, spokenOf, timed } from "./context.ts";
import { dated } from "./dated.ts";
import { spentOfBudget } from "./figures.ts";
import { named } from "./floor.ts";
import type { ChangeToken } from "./meaning.ts";
import { endsNoun, followsSubject, sums } from "./neighbours.ts";
import { numbered } from "./numbered.ts";
import type { Place } from "./place.ts";
import { isChange, NOTHING } from "./said.ts";
import { sided } from "./side.ts";

type Kind = Token["kind"];
type Word<K extends Kind> = Extract<Token, { kind: K }>;
/** What a word of one kind makes of the context. */
type Rules = { readonly [K in Kind]?: (c: Context, word: Word<K>, place: Place) => Context };

const unknown = (c: Context): Context => saying(c, { unknown: true });

function inPhase(c: Context, phase: Measure): Context {
  if (c.said.relation === "share") return saying(c, { wholePlanned: phase === "initial_budget" });
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
  unknown: (c, { owner }, { sentence: { words }, at }) => {
    const { said, others } = c;
    // 超过6亿元开销花在了公车上，占74%: what an amount that is nobody's was spent on is spoken of next
    const last = words[at - 1];
    if (c.before?.perHead === true && last?.kind === "number" && last.of === "money") return spokenOf(unknown(c), null);
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
  year: dated,
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
  // 与上年持平公务接待费3万元: behind the mark that was lost another clause begins
  even: (c) => ({ ...c, said: { ...NOTHING, unknown: c.said.unknown } }),
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
  period: (c) => timed(c, { period: true, partial: c.why === null }),
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

/** 1—9月…；全年…: the whole year is told again. */
const wholeYear = (c: Context, { sentence: { text } }: Place, { start }: Token): Context =>
  c.time.partial && text.startsWith("全年", start) ? timed(c, { period: false, partial: false }) : c;

/** The context behind one word. */
export function readWord(before: Context, place: Place): Context {
  const word = place.sentence.words[place.at] as Token;
  const c = wholeYear(before, place, word);
  const rule = RULES[word.kind] as ((c: Context, word: Token, place: Place) => Context) | undefined;
  return rule === undefined ? c : rule(c, word, place);
}
