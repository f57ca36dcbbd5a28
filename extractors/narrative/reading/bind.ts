import type { Measure } from "../../../schemas/index.ts";
import { conceptNamed } from "../../../src/lib/concept.ts";
import type { YearRef } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import { COUNTED } from "../vocabulary/units.ts";
import {
  type ChangeToken,
  changeMeasure,
  countedConcept,
  fundOf,
  inSection,
  type NumberToken,
  paidConcepts,
} from "./meaning.ts";
import { earlier, phaseHere, type State, type Statement } from "./state.ts";

const isTold = (state: State, concept: string, measure: Measure): boolean =>
  state.memory.told.has(`${concept} ${measure}`) ||
  state.out.slice(0, state.part ?? 0).some((o) => o.concept === concept && o.measure === measure) ||
  (/^change/.test(measure) && isTold(state, concept, COUNTED.test(concept) ? "count" : "actual"));

const isToldAtAll = ({ memory }: State, concept: string): boolean =>
  [...memory.told].some((told) => told.startsWith(`${concept} `));

function emit(
  state: State,
  s: Subject,
  concepts: readonly string[],
  measure: Measure,
  token: NumberToken,
  at: YearRef,
  more: Partial<Statement> = {},
): void {
  for (const named of concepts) {
    const concept = inSection(named, state.setting);
    // 全部门保有9辆，其中局机关保有3辆: the whole has been told, a unit's number is not its
    if (state.part !== null && isTold(state, concept, measure)) continue;
    // 全区政府采购项目182个，采购预算3.2亿元 behind the body's own
    if (state.region && /^(?:procurement|assets)\./.test(concept) && isToldAtAll(state, concept)) continue;
    state.out.push({
      start: token.start,
      end: token.end,
      concept: conceptNamed(concept),
      item: s.label ?? s.item,
      code: s.code,
      measure,
      year: at ?? { offset: 0 },
      scope: s.scope ?? scopeHere(concept, state.setting),
      fund: fundOf(concept, s.item, state.setting.fund, state.memory.fund),
      printed: token.printed,
      unit: token.unit === null ? null : { text: token.unit, from: token.unitFrom ?? "cell" },
      ...(token.approximate ? { approximate: true } : {}),
      ...more,
    });
  }
  if (state.first === null) state.inherited ??= s;
  if (token.of === "money" && !isChange(state.clause.relation) && state.listed.at(-1) !== s) state.listed.push(s);
  // 2020年总支出560万元，上年571万元，减少11万元；结余8万元: the year before was told beside the sentence's own
  const { year } = state.clause;
  if (year !== null && !(state.stated && earlier(year, state.setting) && !earlier(state.year, state.setting)))
    state.year = year;
  state.stated = true;
}

/** Economic lines told under 机关运行经费 are that part's, not the whole body's. */
const scopeHere = (concept: string, { headings }: State["setting"]): string | null =>
  concept.startsWith("economic") && /机关运行经费/.test(headings.at(-1) ?? "") ? "机关运行经费" : null;

/** A change by so much, not one that reaches a new amount. */
export const isChange = (relation: State["clause"]["relation"]): relation is ChangeToken =>
  typeof relation === "object" && relation !== null && !relation.reaches;

const isYearBefore = (base: State["base"]): boolean =>
  base?.year != null && "offset" in base.year && base.year.offset === -1;

/** 比2019年减少, in the accounts of 2023: no change against the year before. */
function isYearOrYearBefore(base: State["base"], own: YearRef, setting: State["setting"]): boolean {
  const at =
    own !== null && "stated" in own ? own.stated : setting.year === null ? null : setting.year + (own?.offset ?? 0);
  if (base?.year == null || at === null) return true;
  const against = "stated" in base.year ? base.year.stated : at + base.year.offset;
  return against === at || against === at - 1;
}

/** A change in money or in percent, with its sign; saved without a comparison it is a saving. */
function change(
  state: State,
  s: Subject,
  concepts: readonly string[],
  token: NumberToken,
  relation: ChangeToken,
): void {
  const { clause, setting } = state;
  const percent = token.of !== "money";
  const told =
    clause.own ??
    (clause.compares || clause.year === null || earlier(clause.year, setting) ? state.mainYear : clause.year);
  // 2016年预算33万元，2015年预算57.55万元，与上年对比减少: what is compared is the report's own year
  const both =
    earlier(told, setting) &&
    isYearBefore(state.base) &&
    state.out.some((o) => concepts.includes(o.concept) && !earlier(o.year, setting));
  const own = both ? null : told;
  if (!isYearOrYearBefore(state.base, own, setting)) return;
  if (relation.saving && state.base === null) {
    emit(state, s, concepts, percent ? "saving_rate" : "saving", token, own);
    return;
  }
  // 支出22万元，年初预算25万元，比年初预算少3万元: what was spent is compared
  const spent = state.base?.kind === "budget" && state.phasesSeen.has("actual");
  const found = changeMeasure(state.base, percent, setting, spent ? "actual" : phaseHere(state), own);
  const negative = relation.sign < 0 && !token.printed.startsWith("-") && /[1-9]/.test(token.printed);
  emit(state, s, concepts, found.measure, token, found.year, {
    ...(negative ? { negative } : {}),
    ...(found.changeOf ? { changeOf: found.changeOf } : {}),
    ...(token.unit === null ? { unit: { text: "%", from: "form" } as const } : {}),
  });
}

function amount(state: State, s: Subject, token: NumberToken): void {
  const concepts = paidConcepts(s);
  const { clause, setting, base } = state;
  const { relation } = clause;
  if (concepts.length === 0 || relation === "share") return;
  if (isChange(relation)) {
    change(state, s, concepts, token, relation);
    state.moneyChange = true;
    return;
  }
  // 比年初预算-1.2万元
  if (clause.compares && base !== null && relation === null && token.signed) {
    change(state, s, concepts, token, { kind: "change", start: 0, end: 0, sign: 1, reaches: false, saving: false });
    state.moneyChange = true;
    return;
  }
  if (relation === "execution") {
    emit(
      state,
      s,
      concepts,
      clause.phase ?? (clause.adjusted ? "final_budget" : "initial_budget"),
      token,
      state.mainYear,
    );
    return;
  }
  if (clause.compares && base !== null && relation === null) {
    const measure =
      base.kind === "budget"
        ? base.adjusted
          ? "final_budget"
          : "initial_budget"
        : base.kind === "actual"
          ? "actual"
          : phaseHere(state);
    emit(state, s, concepts, measure, token, base.year);
    return;
  }
  // 决算23万元，年初预算25万元，上年26万元: the year before was spent too
  const before = clause.year !== null && earlier(clause.year, setting) && state.phasesSeen.has("actual");
  const measure = clause.phase ?? (before ? "actual" : phaseHere(state));
  const reached = relation !== null;
  const at = clause.year ?? (reached ? state.mainYear : (clause.before ?? state.subjectYear ?? state.year));
  if (!state.stated || state.subjectYear === null)
    // 2013年…决算613万元，比预算减少: that year's own; 上年433万元，减少: this year's
    state.mainYear = earlier(at, setting) && !(at === state.subjectYear && !clause.compares) ? null : at;
  else if (clause.year !== null && !earlier(clause.year, setting)) state.mainYear = clause.year;
  state.phasesSeen.add(measure);
  state.named ??= measure;
  emit(state, s, concepts, measure, token, at);
}

function percentage(state: State, s: Subject, token: NumberToken): void {
  const { clause } = state;
  const { relation } = clause;
  if (relation === "share") {
    // the part of a whole that has its own name only: 其预算金额占项目经费的38%
    if (clause.denominator?.concepts[0] === s.concepts[0]) return;
    emit(state, s, paidConcepts(s), "share", token, clause.compares ? state.mainYear : (clause.year ?? state.year));
  } else if (relation === "execution")
    emit(state, s, paidConcepts(s), "execution_rate", token, clause.year ?? state.mainYear ?? state.year);
  // 接待9批46人次，较上年减少0.34万元，减幅36.96%: the rate of what was paid
  else if (isChange(relation))
    change(state, s, state.moneyChange ? paidConcepts(s) : s.concepts.filter((c) => !COUNTED.test(c)), token, relation);
}

function count(state: State, s: Subject, token: NumberToken): void {
  const concept = countedConcept(s, token.unit ?? "");
  if (concept === null) return;
  const { clause, base } = state;
  // 主要原因：更新执法车1辆: told in passing
  if (state.reason && concept === "sangong.vehicles_purchased" && /^(?:更新|新|购)/.test(s.item)) return;
  const counted: Subject = { ...s, concepts: [concept] };
  if (isChange(clause.relation)) {
    // 主要原因是车辆减少1辆: told in passing
    if (state.reason) return;
    const negative = clause.relation.sign < 0 && /[1-9]/.test(token.printed);
    emit(state, counted, [concept], "change", token, state.mainYear, negative ? { negative } : {});
    state.subject = counted;
    return;
  }
  const held = /^(?:assets|staff)\./.test(concept) ? state.memory.asOf : null;
  const at = clause.year ?? clause.before ?? state.year ?? held;
  emit(state, counted, [concept], "count", token, clause.compares && base !== null ? base.year : at);
  state.subject = counted;
}

/** 111人（含23名…）, 5万元，其中2万元…: no whole of its own. */
const isUnnamedPart = ({ clause, subject, parted }: State, { of, unit }: NumberToken): boolean =>
  clause.part &&
  !clause.named &&
  (of === "money" || (of === "count" && subject !== null && countedConcept(subject, unit ?? "") === parted)) &&
  clause.relation === null &&
  clause.phase === null &&
  clause.year === null &&
  !clause.compares;

/** Accounts that are a fund's: its name speaks of them. */
const FUNDS_OWN = /^(?:general_public|government_fund|state_capital|appropriation|revenue)\./;
/** 按资金来源，一般公共预算拨款4万元，…: how what is spoken of is paid. */
const isByFund = ({ clause, subject }: State, { of }: NumberToken): boolean =>
  !FUNDS_OWN.test(subject?.concepts[0] ?? "") &&
  clause.fund &&
  !clause.named &&
  of === "money" &&
  clause.relation === null &&
  clause.phase === null &&
  !clause.compares;

/** A noun that is not known has its number: nobody named before it is spoken of any more. */
function close(state: State): void {
  // 其中：局本级41.2万元，所属单位45.35万元: parts by body, and the whole is spoken of still
  if (state.clause.body && state.subject !== null) return;
  state.subject = null;
  if (state.reason) return;
  state.closed = true;
  state.closedHere = true;
  state.closedInside = state.inside;
}

/** Gives a number to its subject, or to nobody: behind unknown words, per head, as a threshold, or covered only by an evaluation. */
export function bind(state: State, token: NumberToken): void {
  const { clause } = state;
  if (clause.perHead || token.threshold || state.covers) return;
  if (state.period && (token.of === "money" || token.of === "percent")) return;
  if (isUnnamedPart(state, token) || isByFund(state, token)) return;
  if (clause.relation === "share" && token.of === "money") {
    const { denominator } = clause;
    if (denominator !== null) emit(state, denominator, paidConcepts(denominator), phaseHere(state), token, state.year);
    return;
  }
  if (clause.unknown && clause.relation !== "share") {
    // The amount is another's, and so is what is said of it next.
    if (token.of === "money" || token.of === "percent") close(state);
    return;
  }
  const { subject } = state;
  if (subject === null) return;
  if (token.of === "money") amount(state, subject, token);
  else if (token.of === "percent") percentage(state, subject, token);
  else if (token.of === "count") count(state, subject, token);
  // 单位：万元 above, 公务接待费：11.2 below
  else if (
    token.of === "bare" &&
    state.memory.unit !== null &&
    token.foreign !== true &&
    (clause.relation === null || isChange(clause.relation)) &&
    !subject.concepts.some((c) => COUNTED.test(c))
  )
    amount(state, subject, { ...token, of: "money", unit: state.memory.unit, unitFrom: "section" });
  // 增加5万元，增长13.95。: the percent sign forgotten behind a rate
  else if (state.moneyChange && isChange(clause.relation) && /\.\d/.test(token.printed))
    percentage(state, subject, token);
}
