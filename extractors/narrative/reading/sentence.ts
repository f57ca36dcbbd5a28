import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject, Token } from "../text/token.ts";
import { bind } from "./bind.ts";
import { type NumberToken, ofFund } from "./meaning.ts";
import type { Memory } from "./memory.ts";
import { follows, followsSubject, sharers } from "./neighbours.ts";
import { type Respective, respectiveParts } from "./respectively.ts";
import { fundNamed, type Setting } from "./setting.ts";
import { earlier, newClause, newState, type State, type Statement } from "./state.ts";

type SubjectToken = Extract<Token, { kind: "subject" }>;
/** 其中：… goes on with what the sentence before compared with. */
const CONTINUES = /^(?:[（\d一二三四五六七八九十）.、]*)?(?:其中|分项|具体)/;
/** Subjects with a purpose of their own, and the accounts at large that may follow their name. */
const OWN_NAME = /^(?:sangong|procurement\.total|operating_costs|meetings|training)/;
const MONEY_AT_LARGE =
  /^(?:(?:revenue|expenditure)\.(?:total|current)|(?:general_public|appropriation)\.|revenue\.(?:general_public|appropriation)$|expenditure\.(?:basic|project)$)/;
/** 全部为公务接待费，比年初预算…: said of the subject before. */
const WHOLLY = /(?:全部?|均|都|皆)(?:为|是|系|属|用于)(?:了)?$/;
const SOURCE = /(?:安排|开支|列支|支付)的?$/;
const ACQUIRED = /购置|采购|报废|处置|更新/;

/** Words that leave the floor to the subject they follow. Returns whether they did. */
function staysWithFloor(state: State, token: SubjectToken, text: string, adjoins: boolean): boolean {
  const { subject, clause, first, memory } = state;
  const floor = subject?.concepts[0] ?? "";
  const concept = token.subject.concepts[0] ?? "";
  const { yields } = token;
  // “三公”经费一般公共预算财政拨款支出, “三公”经费决算总支出: whose money it is, said in the same breath
  if (adjoins && OWN_NAME.test(floor) && MONEY_AT_LARGE.test(concept)) {
    if (token.subject.phase !== null) {
      state.phase = token.subject.phase;
      clause.phase = token.subject.phase;
      state.named ??= token.subject.phase;
    }
    return true;
  }
  if (yields && subject !== null && yields.to.test(floor)) {
    const budget = yields.phase === "initial_budget";
    if (budget || (first ?? memory.lead) === subject) {
      state.phase = yields.phase;
      clause.phase = yields.phase;
      if (budget) state.named ??= yields.phase;
      return true;
    }
  }
  // 2.公务接待费。本年支出5.15万元: the whole accounts are not meant
  if (OWN_NAME.test(floor) && first === null && /^(?:本年度?|当年|全年)支出$/.test(token.subject.item)) return true;
  // what is to be bought or was sold is not held
  if (
    /^assets\./.test(concept) &&
    (state.purchases || ACQUIRED.test(text.slice(Math.max(0, token.start - 4), token.start)))
  ) {
    state.subject = null;
    clause.unknown = true;
    return true;
  }
  // 外事接待支出…，接待2批次: guests of the part, not of the whole
  if (
    /^sangong\.reception_foreign/.test(floor) &&
    /^sangong\.reception_(?:batches|persons)$/.test(concept) &&
    !/^国内/.test(token.subject.item)
  )
    return true;
  // 按政府采购资金类型划分，…上年结转结余资金0元: how the purchase is paid
  if (/^procurement/.test((first ?? memory.lead)?.concepts[0] ?? "") && /^revenue\.(?!total|current)/.test(concept)) {
    state.subject = null;
    clause.unknown = true;
    return true;
  }
  if (subject !== null && clause.compares && concept === floor) {
    clause.unknown = false;
    return true;
  }
  return false;
}

function takeSubject(state: State, token: SubjectToken, text: string, nested: boolean, adjoins: boolean): void {
  const { clause, memory } = state;
  const { subject } = token;
  const concept = subject.concepts[0] ?? "";
  const fund = fundNamed(subject.item);
  if (fund !== null && /expenditure|^general_public/.test(concept)) memory.fund = fund;
  if (clause.relation === "share") {
    clause.denominator = subject;
    return;
  }
  if (staysWithFloor(state, token, text, adjoins)) return;
  if (concept === "sangong.vehicles_purchased") state.purchases = true;
  state.aside = WHOLLY.test(text.slice(Math.max(0, token.start - 5), token.start)) ? state.subject : null;
  state.subject = restated(subject, state.first);
  // 一般公共预算支出安排的“三公”经费: whose money it is, not what is spoken of
  if (OWN_NAME.test(concept) && SOURCE.test(text.slice(0, token.start)) && !state.stated) state.first = null;
  if (!nested) state.first ??= subject;
  clause.named = true;
  clause.unknown = false;
  state.phase = subject.phase;
  if (subject.phase !== null && !state.reason) state.named ??= subject.phase;
  state.subjectYear = clause.compares ? null : clause.year;
  state.mainYear = state.subjectYear ?? (earlier(state.year, state.setting) ? null : state.year);
  state.moneyChange = false;
}

/** 本年收入, 本年支出 behind a fund's own name are the fund's. */
function restated(subject: Subject, first: Subject | null): Subject {
  const fund = first === null || !/^本年/.test(subject.item) ? null : fundNamed(first.item);
  return fund === null ? subject : { ...subject, concepts: subject.concepts.map((c) => ofFund(c, fund)) };
}

function takePhase(state: State, token: Extract<Token, { kind: "phase" }>): void {
  const { clause } = state;
  if (clause.relation === "share") return;
  clause.phase = token.phase;
  state.phase = token.phase;
  if (!state.reason && (state.named === null || token.phase === "actual")) state.named = token.phase;
  if (typeof clause.relation === "object") clause.relation = null;
}

function takeSeparator(state: State, token: Extract<Token, { kind: "separator" }>, before: Token | undefined): void {
  const { clause } = state;
  if (token.mark === "；") {
    state.covers = false;
    if (state.reason) state.subject = state.beforeReason;
    state.reason = false;
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
  const stack: Pick<State, "subject" | "clause" | "phase" | "named" | "year" | "mainYear">[] = [];
  const respective = respectiveParts(tokens, memory.listed);
  const saved: { clause: State["clause"] | null } = { clause: null };
  for (const [i, token] of tokens.entries()) {
    const { clause } = state;
    switch (token.kind) {
      case "unknown":
        clause.unknown = true;
        break;
      case "subject":
        takeSubject(state, token, text, stack.length > 0, followsSubject(tokens, i));
        break;
      case "blocked":
        state.subject = null;
        clause.unknown = true;
        break;
      case "year":
        clause.year = token.year;
        if (!state.stated && !state.reason && !clause.compares) state.opened ??= token.year;
        if (token.asOf) memory.asOf = token.year;
        break;
      case "comparison":
        state.base = { year: token.year, kind: token.base, ...(token.adjusted ? { adjusted: true } : {}) };
        memory.base = state.base;
        clause.compares = true;
        clause.relation = null;
        break;
      case "change":
        clause.relation = token;
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
      case "phase":
        takePhase(state, token);
        break;
      case "reason":
        if (!state.reason) state.beforeReason = state.subject;
        state.reason = true;
        state.subject = null;
        clause.unknown = true;
        break;
      case "sum":
        if (state.first === null && memory.whole !== null) state.subject = memory.whole;
        break;
      case "per-head":
        clause.perHead = true;
        break;
      case "separator":
        takeSeparator(state, token, tokens[i - 1]);
        break;
      case "open":
        stack.push({
          subject: state.subject,
          clause,
          phase: state.phase,
          named: state.named,
          year: state.year,
          mainYear: state.mainYear,
        });
        state.clause = newClause();
        break;
      case "close":
        Object.assign(state, stack.pop() ?? {});
        break;
      case "number": {
        const alike = respective.has(token) ? [] : sharers(tokens, i);
        if (alike.length > 1) {
          for (const subject of alike) {
            state.subject = subject;
            bind(state, token);
          }
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

const sameYear = (a: YearRef, b: YearRef): boolean =>
  a !== null && b !== null && "stated" in a && "stated" in b && a.stated === b.stated;

/** What of the sentence holds for the next one. */
function remember(state: State, announces: boolean): void {
  const { memory, first, stated, phasesSeen, named, opened, year } = state;
  if (stated) memory.listed = state.listed;
  // 年初预算22万元，…，其中：因公出国费…: what the sentence opened with needs no name
  if (state.inherited !== null) memory.lead ??= state.inherited;
  if (opened !== null) memory.year = stated && sameYear(opened, year) ? opened : null;
  if (first !== null && (memory.lead === null || (stated && follows(first, memory.lead)))) memory.lead = first;
  memory.whole ??= first;
  if (memory.phase === null && stated) memory.phase = phasesSeen.has("actual") ? "actual" : named;
  // 2016年“三公”经费预算情况如下：
  if (memory.openingPhase === null) memory.openingPhase = memory.phase ?? (announces ? named : null);
}
