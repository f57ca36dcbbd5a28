import type { Subject, Token } from "../text/token.ts";
import { ECONOMIC_ITEMS } from "../vocabulary/classifications.ts";
import { ofFund } from "./meaning.ts";
import { fundNamed } from "./setting.ts";
import { earlier, type State, spendsBudget } from "./state.ts";

type SubjectToken = Extract<Token, { kind: "subject" }>;
/** Subjects with a purpose of their own, and the accounts at large that may follow their name. */
const OWN_NAME = /^(?:sangong|procurement\.total|operating_costs|meetings|training)/;
const MONEY_AT_LARGE =
  /^(?:(?:revenue|expenditure)\.(?:total|current)|(?:general_public|appropriation)\.|revenue\.(?:general_public|appropriation)$|expenditure\.(?:basic|project)$)/;
/** What 其中：基本支出 may be a part of. */
const WHOLE_EXPENDITURE =
  /^(?:expenditure\.(?:total|current)|general_public\.expenditure|appropriation\.|government_fund\.|state_capital\.)/;
/** 全部为公务接待费，比年初预算…: said of the subject before. */
const WHOLLY = /(?:(?:全部?|均|都|皆)(?:为|是|系|属|用于)(?:了)?|[，；](?:为|系))$/;
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
  if (OWN_NAME.test(floor) && /^(?:本年度?|当年|全年)支出$/.test(token.subject.item)) {
    spendsBudget(state);
    return true;
  }
  // “三公”经费预算16万元，支出13.7万元，结余2.3万元: what was left of it, not the year's balance
  if (OWN_NAME.test(floor) && /^expenditure\.carryover$/.test(concept)) {
    clause.perHead = true;
    return true;
  }
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

/** A subject is named: it takes the floor, unless its words belong to the one that has it. */
export function takeSubject(state: State, token: SubjectToken, text: string, nested: boolean, adjoins: boolean): void {
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
  // 国（境）外公务接待批次23个，接待人次142人
  if (state.guests && /^sangong\.reception_(?:batches|persons)$/.test(concept) && !/^国内/.test(subject.item)) {
    clause.unknown = true;
    return;
  }
  // 全县一般公共预算收入12亿元；一般公共预算支出35亿元
  if (state.regional && OF_A_TREASURY.test(concept)) {
    state.subject = null;
    clause.unknown = true;
    return;
  }
  // 信息化专项300万元，全年支出290万元: what was spent of the noun that is not known
  if (state.closedHere && state.closed && /^(?:全年|当年|本年度?)(?:支出|收入)$/.test(subject.item)) {
    clause.unknown = true;
    return;
  }
  if (PART_OF_LINE.test(concept) && state.lineOf !== null) {
    state.subject = partOfLine(state.lineOf, concept, subject);
    clause.unknown = state.subject === null;
    return;
  }
  state.lineOf = null;
  // 保有38辆，其中公务用车4辆: the same again behind 其中 is a part of it
  const again =
    state.parted !== null && !/^(?:staff\.|function|economic|project)/.test(concept) && concept === state.parted;
  if (clause.part && /^revenue\.carryover$/.test(concept) && /total|current/.test(state.subject?.concepts[0] ?? ""))
    state.whole = state.subject;
  else state.whole = null;
  if (concept === "sangong.vehicles_purchased") state.purchases = true;
  state.aside = WHOLLY.test(text.slice(Math.max(0, token.start - 5), token.start)) ? state.subject : null;
  if (WHOLE_EXPENDITURE.test(concept))
    memory.spending = concept === "general_public.expenditure" ? "general_public" : null;
  // 一般公共预算财政拨款会议费支出: the last of the words is the noun
  if (adjoins && !state.stated && state.first === state.subject) state.first = null;
  state.subject = inClass(restated(subject, state), memory);
  // 一般公共预算支出安排的“三公”经费: whose money it is, not what is spoken of
  if (OWN_NAME.test(concept) && SOURCE.test(text.slice(0, token.start)) && !state.stated) state.first = null;
  if (!nested && !state.reason) state.first ??= subject;
  if (!nested) state.closed = false;
  if (!nested) state.closedHere = false;
  clause.named = !again;
  clause.part ||= again;
  clause.unknown = false;
  state.phase = subject.phase;
  if (subject.phase !== null && !state.reason) state.named ??= subject.phase;
  state.subjectYear = clause.compares ? null : clause.year;
  state.mainYear = state.subjectYear ?? (earlier(state.year, state.setting) ? null : state.year);
  state.moneyChange = false;
  state.group = [];
}

/** What a region's treasury has as well as a body: incomes and expenditures by fund. */
const OF_A_TREASURY = /^(?:revenue|expenditure|general_public|government_fund|state_capital|appropriation)\b/;

/** What a line of the classification may be parted into. */
const PART_OF_LINE = /^(?:expenditure|general_public)\.(?:basic|project|personnel|public)$/;

/** 教育支出（2050201）100万元，其中：基本支出80万元: the line's own; without a code there is no name for it. */
function partOfLine(line: Subject | "unknown", concept: string, subject: Subject): Subject | null {
  const part = concept.split(".")[1];
  if (line === "unknown" || line.code === null || !/^(?:basic|project)$/.test(part ?? "")) return null;
  return { ...subject, concepts: [`function.${line.code}.${part}`], code: line.code };
}

/** 商品和服务支出（类）…，其中：办公费（款）…: a line's name with its class before it. */
function inClass(subject: Subject, memory: State["memory"]): Subject {
  const [concept = ""] = subject.concepts;
  if (/^(?:expenditure|general_public)\./.test(concept)) memory.ofProjects = concept.endsWith(".project");
  if (concept !== "economic") return subject;
  const { label: _, ...unlabelled } = subject;
  if (memory.ofProjects) return { ...unlabelled, item: `项目支出/${subject.item}` };
  if (!ECONOMIC_ITEMS.has(subject.item)) memory.economicClass = subject.item.split("/")[0] ?? null;
  else if (memory.economicClass !== null) return { ...unlabelled, item: `${memory.economicClass}/${subject.item}` };
  return subject;
}

/** 本年收入, 本年支出 behind a fund's own name are the fund's; so are the parts of an expenditure: 一般公共预算支出…其中：基本支出…. */
function restated(subject: Subject, { first, memory }: State): Subject {
  const [concept = ""] = subject.concepts;
  const named = first === null || !/^本年/.test(subject.item) ? null : fundNamed(first.item);
  const fund = named ?? (/^expenditure\.(?:basic|project)$/.test(concept) ? memory.spending : null);
  return fund === null ? subject : { ...subject, concepts: subject.concepts.map((c) => ofFund(c, fund)) };
}
