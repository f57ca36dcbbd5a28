import type { Measure } from "../../../schemas/index.ts";
import { type YearRef, yearNumber } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import { BOUGHT } from "../vocabulary/floor.ts";
import { COUNTED } from "../vocabulary/units.ts";
import { changed } from "./changes.ts";
import { apart, type Context, earlier, floored, phased, phaseHere, spokenOf, timed } from "./context.ts";
import { countedConcept, type NumberToken, paidConcepts } from "./meaning.ts";
import type { Base } from "./memory.ts";
import { isChange, isPlain } from "./said.ts";
import { told } from "./telling.ts";

/** 比年初预算-1.2万元: the sign says which way it went. */
const SIGNED = { kind: "change", start: 0, end: 0, sign: 1, reaches: false, saving: false } as const;

const measureOfBase = (c: Context, base: Base): Measure => {
  if (base.kind === "budget") return base.adjusted ? "final_budget" : "initial_budget";
  return base.kind === "actual" ? "actual" : phaseHere(c);
};

function amount(c: Context, subject: Subject, number: NumberToken): Context {
  const concepts = paidConcepts(subject);
  const { said, base } = c;
  const { relation } = said;
  if (concepts.length === 0 || relation === "share") return c;
  const compared = said.compares && base !== null && relation === null;
  if (isChange(relation) || (compared && number.signed))
    return { ...changed(c, subject, concepts, number, isChange(relation) ? relation : SIGNED), moneyChange: true };
  if (relation === "execution") {
    const measure = said.phase ?? (said.adjusted ? "final_budget" : "initial_budget");
    return told(c, { subject, concepts, measure, number, year: c.time.main });
  }
  if (compared) return told(c, { subject, concepts, measure: measureOfBase(c, base), number, year: base.year });
  return ownAmount(c, subject, concepts, number);
}

/** 上年433万元，减少…: told beside the report's own year; 2012年度…支出5.76亿元。其中…: of the year that is spoken of. */
const isOfYearBefore = ({ said, time, memory }: Context, year: YearRef): boolean => {
  const inherited = said.year === null && said.before === null && (year === time.opened || year === memory.year);
  return !inherited && (said.compares || year !== time.subject);
};

/** A word of change that leads to an amount: 下降到. */
const reaches = ({ relation }: Context["said"]): boolean =>
  typeof relation === "object" && relation !== null && relation.reaches;

/** What was planned or spent, in the year its words name. */
function ownAmount(c: Context, subject: Subject, concepts: readonly string[], number: NumberToken): Context {
  const { said, setting, time } = c;
  // 决算23万元，年初预算25万元，上年26万元: the year before was spent too
  const before = said.year !== null && earlier(said.year, setting) && c.phase.seen.includes("actual");
  const measure = said.phase ?? (before ? "actual" : phaseHere(c));
  const year = said.year ?? (said.relation !== null ? time.main : (said.before ?? time.subject ?? time.year));
  let main = time.main;
  if (!c.stated || time.subject === null)
    // 2013年…决算613万元，比预算减少: that year's own; 上年433万元，减少: this year's
    main = earlier(year, setting) && isOfYearBefore(c, year) && !reaches(said) ? null : year;
  // 2013年为A，2014年下降到B，比上年减少: compared is the year that was reached
  else if (said.year !== null && (!earlier(said.year, setting) || reaches(said))) main = said.year;
  const phases = phased(timed(c, { main }), {
    seen: c.phase.seen.includes(measure) ? c.phase.seen : [...c.phase.seen, measure],
    named: c.phase.named ?? measure,
  });
  const assumed =
    said.phase === null && !before && c.phase.subject === null && c.phase.named === null && c.memory.phase === null;
  return { ...told(phases, { subject, concepts, measure, number, year }), assumed };
}

/** 三公经费4280万元，占年初预算的81%: what is so much of a budget was spent, whatever the heading speaks of. */
export function spentOfBudget(c: Context): Context {
  const last = c.told.at(-1);
  if (!c.assumed || last?.measure !== "initial_budget" || !c.floor.subject?.concepts.includes(last.concept)) return c;
  const told = c.told.map((one) => (one.start === last.start ? { ...one, measure: "actual" as const } : one));
  return { ...phased(c, { named: "actual", seen: ["actual"] }), told, assumed: false };
}

/** …费41亿元，占2014年…预算总额的60%, told in 2013's: whose year and phase the amount is, its own words do not say. */
function ofWholesYear(c: Context, whole: YearRef): Context {
  const last = c.told.at(-1);
  const at = (year: YearRef): number | null => (year === null ? c.setting.year : yearNumber(year, c.setting.year ?? 0));
  if (!c.assumed || last === undefined || c.said.year === null || at(last.year) === at(whole)) return c;
  return { ...c, told: c.told.filter(({ start }) => start !== last.start), assumed: false };
}

/** …费41亿元，占2014年…预算总额的60%: what is a part of what was planned was planned, where no word says that it was spent. */
function plannedWithWhole(c: Context, subject: Subject): Context {
  const last = c.told.at(-1);
  const assumed = c.assumed && last?.measure === "actual" && subject.concepts.includes(last.concept);
  if (!c.said.wholePlanned || !assumed || c.setting.phase === "actual") return c;
  const told = c.told.map((one) => (one.start === last.start ? { ...one, measure: "initial_budget" as const } : one));
  return { ...c, told };
}

function percentage(c: Context, subject: Subject, number: NumberToken): Context {
  const { said, time } = c;
  const { relation } = said;
  const concepts = paidConcepts(subject);
  if (relation === "share") {
    // the part of a whole that has its own name only: 其预算金额占项目经费的38%
    if (said.denominator?.concepts[0] === subject.concepts[0]) return c;
    const year = said.compares ? time.main : (said.year ?? time.year);
    return told(plannedWithWhole(ofWholesYear(c, year), subject), {
      subject,
      concepts,
      measure: "share",
      number,
      year,
    });
  }
  if (relation === "execution")
    return told(c, {
      subject,
      concepts,
      measure: "execution_rate",
      number,
      year: said.year ?? time.main ?? time.year,
    });
  // 接待9批46人次，较上年减少0.34万元，减幅36.96%: the rate of what was paid
  const paid = c.moneyChange ? concepts : subject.concepts.filter((concept) => !COUNTED.test(concept));
  return isChange(relation) ? changed(c, subject, paid, number, relation) : c;
}

function count(c: Context, subject: Subject, number: NumberToken): Context {
  const concept = countedConcept(subject, number.unit ?? "");
  if (concept === null) return c;
  const { said, base, time } = c;
  // 主要原因：更新执法车1辆: told in passing
  if (c.why !== null && concept === "sangong.vehicles_purchased" && BOUGHT.test(subject.item)) return c;
  const counted: Subject = { ...subject, concepts: [concept] };
  if (isChange(said.relation)) {
    // 主要原因是车辆减少1辆: told in passing
    if (c.why !== null) return c;
    const more = said.relation.sign < 0 && /[1-9]/.test(number.printed) ? { negative: true } : {};
    const behind = told(c, { subject: counted, concepts: [concept], measure: "change", number, year: time.main, more });
    return spokenOf(behind, counted);
  }
  const held = /^(?:assets|staff)\.|_held$/.test(concept) ? c.memory.asOf : null;
  // 2021年末实有人数76人，其中在职48人: a part is counted when its whole is
  const whole = said.part ? c.told.at(-1) : undefined;
  const own = said.year ?? said.before ?? (whole?.measure === "count" ? whole.year : null) ?? time.year ?? held;
  const year = said.compares && base !== null ? base.year : own;
  return spokenOf(told(c, { subject: counted, concepts: [concept], measure: "count", number, year }), counted);
}

/** 111人（含23名…）, 5万元，其中2万元…: no whole of its own. */
const isUnnamedPart = ({ said, floor: { subject, parted } }: Context, { of, unit }: NumberToken): boolean =>
  said.part &&
  !said.named &&
  (of === "money" || (of === "count" && subject !== null && countedConcept(subject, unit ?? "") === parted)) &&
  isPlain(said) &&
  said.year === null;

/** Accounts that are a fund's: its name speaks of them. */
const FUNDS_OWN = /^(?:general_public|government_fund|state_capital|appropriation|revenue(?!\.(?:total|current)$))\./;
/** 按资金来源，一般公共预算拨款4万元，…: how what is spoken of is paid. */
const isByFund = ({ said, floor }: Context, { of }: NumberToken): boolean =>
  said.fund &&
  !said.named &&
  of === "money" &&
  // 财政拨款由A增加到B: an amount of the fund, too
  (isPlain(said) || (said.relation !== null && !isChange(said.relation))) &&
  !FUNDS_OWN.test(floor.subject?.concepts[0] ?? "");

/** A noun that is not known has its number: nobody named before it is spoken of any more. */
function closed(c: Context): Context {
  // 其中：局本级41.2万元，所属单位45.35万元: parts by body, and the whole is spoken of still
  if (c.said.body && c.floor.subject !== null) return apart(c, { ofBody: true });
  if (c.why !== null) return spokenOf(c, null);
  // 2021年全县收入预期9亿元；一般公共预算支出…: the year is the sentence's, whosever the first number is
  const { said } = c;
  const dated = said.year !== null && !said.compares && !c.stated ? timed(c, { year: said.year }) : c;
  return floored(dated, { subject: null, closed: { here: true, inside: c.others.inside } });
}

/** 主要原因是人员增加2人，公用经费3万元: what was told was by how much, and nobody says so. */
const isInReason = ({ why, said, floor, told: before }: Context, { of, printed }: NumberToken): boolean =>
  of === "money" &&
  /[1-9]/.test(printed) &&
  why !== null &&
  !why.purpose &&
  isPlain(said) &&
  // 扣分原因：全年总预算5100万元，…
  floor.subject?.phase == null &&
  (why.cause || before.some(({ measure }) => CHANGED.test(measure)));
const CHANGED = /change|variance/;

/** 在职246人，…，其中离休人员4人，比上年减少1人: other people are counted behind the staff. */
const countsOthers = ({ floor }: Context, { of, unit }: NumberToken): boolean =>
  of === "count" && unit !== null && (floor.subject?.concepts[0]?.startsWith("staff.") ?? false);

/** Numbers that are nobody's: per head, as a threshold, covered by an evaluation, of a part of a year, parts without a name. */
const isNobodys = (c: Context, number: NumberToken): boolean =>
  c.said.perHead ||
  number.threshold ||
  c.others.covered ||
  // 其中：地方财政收入15亿元，为预算的111%: the rate of the part
  (c.others.ofBody && !isPlain(c.said)) ||
  (c.time.period && number.of !== "bare") ||
  isUnnamedPart(c, number) ||
  isInReason(c, number) ||
  isByFund(c, number);

/** Gives a number to its subject, or to nobody. `introduced`: nothing but a colon stands between the two. */
export function given(c: Context, number: NumberToken, introduced: boolean): Context {
  const { said, floor, memory } = c;
  if (isNobodys(c, number)) return isByFund(c, number) && !isPlain(said) ? closed(c) : c;
  if (said.relation === "share" && number.of === "money") {
    const { denominator } = said;
    if (denominator === null) return c;
    return told(c, {
      subject: denominator,
      concepts: paidConcepts(denominator),
      measure: phaseHere(c),
      number,
      year: c.time.year,
    });
  }
  // the amount is another's, and so is what is said of it next
  if (said.unknown && said.relation !== "share")
    return number.of === "money" || number.of === "percent" || countsOthers(c, number) ? closed(c) : c;
  const { subject } = floor;
  if (subject === null) return c;
  if (number.of === "money") return amount(c, subject, number);
  if (number.of === "percent") return percentage(c, subject, number);
  if (number.of === "count") return count(c, subject, number);
  // 单位：万元 above, 公务接待费：11.2 below; a number that no colon gives to its words is a table's
  if (
    memory.unit !== null &&
    number.foreign !== true &&
    (said.relation === null ? introduced : isChange(said.relation)) &&
    !subject.concepts.some((concept) => COUNTED.test(concept))
  )
    return amount(c, subject, { ...number, of: "money", unit: memory.unit, unitFrom: "section" });
  // 增加5万元，增长13.95。: the percent sign forgotten behind a rate
  return c.moneyChange && isChange(said.relation) && /\.\d/.test(number.printed) ? percentage(c, subject, number) : c;
}
