import type { Measure } from "../../../schemas/index.ts";
import { Exact } from "../../../src/lib/exact.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Token } from "../text/token.ts";
import { bind, isChange } from "./bind.ts";
import { inBracket, type Outside, outsideBracket } from "./brackets.ts";
import { takeSubject } from "./floor.ts";
import type { ChangeToken, NumberToken } from "./meaning.ts";
import type { Memory } from "./memory.ts";
import { follows, followsSubject, sharers, sums, together } from "./neighbours.ts";
import { type Respective, respectiveParts } from "./respectively.ts";
import type { Setting } from "./setting.ts";
import { takeSide } from "./side.ts";
import { earlier, newClause, newState, type State, type Statement } from "./state.ts";

/** 其中：… goes on with what the sentence before compared with. */
const CONTINUES = /^(?:[（\d一二三四五六七八九十）.、]*)?(?:其中|分项|具体)/;

/** One reason after another. */
const NEXT_REASON = /^(?:[二三四五六七八九]是|其[二三四])/;

function takePhase(state: State, phase: Measure): void {
  const { clause } = state;
  if (clause.relation === "share") return;
  clause.phase = phase;
  state.phase = phase;
  if (!state.reason && (state.named === null || phase === "actual")) state.named = phase;
  if (typeof clause.relation === "object") clause.relation = null;
}

/** Words that say something of an amount told before: with them a clause goes back from a purpose to what it was for. */
const isRelation = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:comparison|change|execution|share|phase)$/.test(token.kind);

/** Whether the change behind 其中年初结转1万元 is the part's own: by the rate behind it, which fits one of the two. */
function changeOfPart(part: Statement | undefined, following: readonly Token[]): boolean {
  const [by, rate] = following.filter((t) => t.kind === "number");
  if (part === undefined || by?.of !== "money" || rate?.of !== "percent" || by.unit !== part.unit?.text) return false;
  const sign = following.find((t) => t.kind === "change")?.sign ?? 1;
  const change = new Exact(by.printed.replaceAll(",", "")).times(sign);
  const base = new Exact(part.printed.replaceAll(",", "")).minus(change);
  if (base.lte(0)) return false;
  return change.times(100).div(base).minus(new Exact(rate.printed).times(sign)).abs().lt(1);
}

function takeSeparator(
  state: State,
  token: Extract<Token, { kind: "separator" }>,
  before: Token | undefined,
  following: readonly Token[],
  after: string,
): void {
  const { clause } = state;
  const [next] = following;
  if (state.purpose && token.mark === "，" && isRelation(next) && before?.kind !== "number") {
    state.reason = false;
    state.purpose = false;
    state.subject = state.beforeReason;
  }
  if (state.whole !== null && token.mark === "，" && isRelation(next)) {
    if (!changeOfPart(state.out.at(-1), following)) state.subject = state.whole;
    state.whole = null;
  }
  if (token.mark === "；") {
    state.covers = false;
    state.guests = false;
    state.parted = null;
    state.inside = false;
    state.period = state.setting.partial;
    state.part = null;
    // 主要原因：一是…；二是购置执法记录仪60台
    if (state.reason && NEXT_REASON.test(after)) state.subject = null;
    else if (state.reason) state.subject = state.beforeReason;
    // 公车费用25万元，其中燃油费14万元；为预算的89.6%
    else if (!state.closed) state.subject ??= state.first;
    // 公车费用25万元，其中燃油费14万元；为预算的89.6%: the parts of an amount end with its list
    else if (state.closedInside && isRelation(next)) {
      state.closed = false;
      state.subject = state.first;
    }
    state.reason &&= NEXT_REASON.test(after);
    state.purpose &&= state.reason;
    state.whole = null;
  }
  // between names a 、 does not end the clause
  if (token.mark === "、" && before?.kind !== "number") {
    clause.unknown = clause.unknown && !clause.named;
    return;
  }
  if (state.aside !== null) {
    state.subject = state.aside;
    state.aside = null;
  }
  if (clause.year !== null && !clause.compares && !state.reason && !state.stated && !clause.unknown)
    state.year = clause.year;
  state.clause = newClause();
}

/** A number ends what was said about it; 年初预算25万元的 leaves room for its rate. */
function takeNumber(state: State, token: NumberToken, after: readonly Token[]): void {
  state.aside = null;
  bind(state, token);
  const { clause } = state;
  state.before = clause;
  const [link, next] = after;
  const ofIt = link?.kind === "glue" && link.end - link.start === 1 && next?.kind === "number" && next.of === "percent";
  if (token.of === "money" && ofIt && clause.relation !== "share") {
    const ofBudget =
      clause.relation === "execution" ||
      /budget/.test(clause.phase ?? "") ||
      (clause.compares && state.base?.kind === "budget");
    state.clause = { ...clause, relation: ofBudget ? "execution" : null, phase: null, unknown: !ofBudget };
    return;
  }
  if (token.of === "percent" || (token.of === "money" && clause.relation !== "share")) {
    const before = clause.compares ? null : (clause.year ?? clause.before);
    state.clause = { ...newClause(), before, named: clause.named };
  }
}

function takeRespective(
  state: State,
  token: NumberToken,
  part: Respective,
  saved: { clause: State["clause"] | null },
): void {
  if (part.subject !== null) state.subject = part.subject;
  const { clause } = state;
  if (saved.clause !== null && clause.relation === null && clause.phase === null) state.clause = { ...saved.clause };
  saved.clause = { ...state.clause };
  if (part.year !== null) state.clause.year = part.year;
  bind(state, token);
  state.clause = newClause();
}

/**
 * Reads one sentence. A number belongs to the subject named last, if nothing unknown stands between; the words between say how
 * (phase, change, share, execution). What holds beyond the sentence is kept in `memory`.
 */
export function readSentence(text: string, tokens: readonly Token[], memory: Memory, setting: Setting): Statement[] {
  const state = newState(memory, setting, CONTINUES.test(text));
  const stack: Outside[] = [];
  // 安排…，比年初预算增加: what is compared with the year's own budget was spent
  memory.spent ||= comparesWithOwnBudget(tokens, text);
  state.plans =
    tokens.some((t) => t.kind === "planned") && tokens.some((t) => t.kind === "comparison" && t.base === "actual");
  const respective = respectiveParts(tokens, memory.listed);
  let strange = false;
  const saved: { clause: State["clause"] | null } = { clause: null };
  for (const [i, token] of tokens.entries()) {
    const { clause } = state;
    switch (token.kind) {
      case "unknown":
        clause.body = token.owner === true && (clause.body || !clause.unknown);
        clause.unknown = true;
        strange = true;
        break;
      case "glue":
        if (token.fund) clause.fund = true;
        break;
      case "part":
        state.part ??= state.out.length;
        break;
      case "region":
        state.region = true;
        break;
      case "subject":
        // 两院上划，减少“三公”经费142万元: what an event took away, compared with nothing
        if (strange && isChange(clause.relation) && state.base === null) state.covers = true;
        takeSubject(state, token, text, stack.length > 0, followsSubject(tokens, i));
        break;
      case "blocked":
        if (token.region) state.regional = true;
        if (token.guests) state.guests = true;
        state.subject = null;
        clause.unknown = true;
        break;
      case "year":
        clause.year = reportedAfterwards(tokens, token, text) ? { offset: 0 } : beside(token.year, state.opened);
        state.period =
          token.until !== undefined && !clause.compares && !tokens.slice(i).some((t) => t.kind === "respectively");
        if (!state.stated && !state.reason && !clause.compares) state.opened ??= token.year;
        if (token.asOf) memory.asOf = token.year;
        break;
      case "comparison":
        state.base = { year: token.year, kind: token.base, ...(token.adjusted ? { adjusted: true } : {}) };
        memory.base = state.base;
        clause.compares = true;
        clause.own = clause.year;
        clause.relation = token.sign === undefined ? null : changeBy(token, token.sign);
        break;
      case "change":
        clause.relation = token;
        // 年初预算数4万元，决算数3万元，预决算差异率-25%
        if (token.variance && state.base === null) state.base = { year: null, kind: "budget" };
        break;
      case "respectively":
        saved.clause = null;
        break;
      case "covers":
        state.covers = true;
        break;
      case "planned":
        state.planned = true;
        memory.planned = true;
        break;
      case "share":
      case "execution":
        if (clause.unknown) state.subject = null;
        clause.relation = token.kind;
        clause.adjusted = token.kind === "execution" && token.adjusted === true;
        break;
      case "side":
        takeSide(state, token.side);
        if (token.phase) takePhase(state, token.phase);
        break;
      case "phase":
        takePhase(state, token.phase);
        break;
      case "reason":
        if (!state.reason) state.beforeReason = state.subject;
        state.purpose = token.purpose;
        state.reason = true;
        state.subject = null;
        clause.unknown = true;
        break;
      case "sum":
        if (state.closed) break;
        // “三公”经费一增一减：…，合计净减1.2万元
        if (token.ofAll)
          state.subject = [state.first, memory.whole].find((s) => s !== null && sums(s, state.subject)) ?? null;
        else if (state.first === null) state.subject = memory.whole ?? state.subject;
        break;
      case "period":
        state.period = true;
        break;
      case "among":
        clause.part = true;
        state.parted = state.subject?.concepts[0] ?? null;
        state.lineOf = isLine(state.subject) ? state.subject : state.closed ? "unknown" : null;
        state.inside = tokens[i - 1]?.kind === "separator" && tokens[i + 1]?.kind !== "separator";
        break;
      case "each":
        clause.each = true;
        break;
      case "per-head":
        clause.perHead = true;
        break;
      case "separator":
        takeSeparator(state, token, tokens[i - 1], tokens.slice(i + 1), text.slice(token.end, token.end + 3));
        break;
      case "open":
        stack.push(outsideBracket(state));
        state.clause = inBracket(state, tokens, i);
        break;
      case "close":
        Object.assign(state, stack.pop() ?? {});
        break;
      case "number": {
        // 公务接待费 21.00 20.87: a table's row, whose columns are not known
        if (token.of === "bare" && (isBare(tokens.slice(i + 1), text) || isBare(tokens.slice(0, i).reverse(), text)))
          break;
        const alike = respective.has(token) ? [] : together(state, sharers(tokens, i));
        if (alike.length > 1) {
          for (const subject of alike) {
            state.subject = subject;
            bind(state, token);
          }
          state.group = alike;
          state.clause = newClause();
        } else if (!respective.has(token)) takeNumber(state, token, tokens.slice(i + 1, i + 3));
        else {
          const part = respective.get(token);
          if (part !== undefined) takeRespective(state, token, part, saved);
        }
        break;
      }
      default:
        break;
    }
  }
  remember(state, !tokens.some((t) => t.kind === "number"));
  return state.out;
}

const comparesWithOwnBudget = (tokens: readonly Token[], text: string): boolean =>
  tokens.some(
    (t) => t.kind === "comparison" && t.base === "budget" && t.year === null && /年初/.test(text.slice(t.start, t.end)),
  );

/** Whether the first of some words, blanks aside, is a number without a unit. */
function isBare(words: readonly Token[], text: string): boolean {
  const word = words.find((token) => text.slice(token.start, token.end) !== " ");
  return word?.kind === "number" && word.of === "bare";
}

const isLine = (subject: State["subject"]): boolean => /^function/.test(subject?.concepts[0] ?? "");

/** 高于预算数: the change a comparison names itself. */
const changeBy = ({ start, end }: Token, sign: 1 | -1): ChangeToken => ({
  kind: "change",
  start,
  end,
  sign,
  reaches: false,
  saving: false,
});

/** 去年…，比去年同期减少: told a year later, of the year the report is on. */
const reportedAfterwards = (tokens: readonly Token[], year: Token, text: string): boolean =>
  text.slice(year.start, year.end) === "去年" &&
  tokens.some((t) => t.kind === "comparison" && /去年同期|前年/.test(text.slice(t.start, t.end)));

/** 2022年…，上年…: the year before the one the sentence states, not before the report's. */
const beside = (year: YearRef, opened: YearRef): YearRef =>
  year !== null && "offset" in year && year.offset !== 0 && opened !== null && "stated" in opened
    ? { stated: opened.stated + year.offset }
    : year;

const sameYear = (a: YearRef, b: YearRef): boolean =>
  a !== null && b !== null && "stated" in a && "stated" in b && a.stated === b.stated;

/** What of the sentence holds for the next one. */
function remember(state: State, announces: boolean): void {
  const { memory, first, stated, phasesSeen, named, opened, year } = state;
  for (const { concept, measure } of state.out) memory.told.add(`${concept} ${measure}`);
  if (stated) memory.listed = state.listed;
  // 年初预算22万元，…，其中：因公出国费…: what the sentence opened with needs no name
  if (state.inherited !== null) memory.lead ??= state.inherited;
  memory.closed = state.closed;
  if (opened !== null) memory.year = stated && sameYear(opened, year) ? opened : null;
  if (first !== null && (memory.lead === null || (stated && follows(first, memory.lead)))) memory.lead = first;
  memory.whole ??= first;
  // 2013年…预算79.69亿元。2012年…执行数为80.95亿元。之所以高于预算…: the year last told, and its phase
  const turned =
    stated && opened !== null && memory.phase !== null && sameYear(opened, year) && earlier(opened, state.setting);
  if ((memory.phase === null || turned) && stated) memory.phase = phasesSeen.has("actual") ? "actual" : named;
  // 2016年“三公”经费预算情况如下：
  if (memory.openingPhase === null) memory.openingPhase = memory.phase ?? (announces ? named : null);
}
