import type { Subject, Token } from "../text/token.ts";
import {
  ACQUIRED,
  AT_YEARS_END,
  BARE_BALANCE,
  DOMESTIC,
  REST_OF_EXPENDITURE,
  YEARS_EXPENDITURE,
  YEARS_MONEY,
} from "../vocabulary/floor.ts";
import { apart, type Context, phased, saying, spendsBudget, spokenOf } from "./context.ts";

/** A subject that is named, with the sentence around it. */
export interface Naming {
  readonly token: Extract<Token, { kind: "subject" }>;
  readonly text: string;
  /** Inside a bracket. */
  readonly nested: boolean;
  /** The first word behind a mark. */
  readonly opens: boolean;
  /** Straight behind another subject. */
  readonly adjoins: boolean;
  /** The last word of a noun another subject begins. */
  readonly ends: boolean;
}

/** Subjects with a purpose of their own, and the accounts at large that may follow their name. */
export const OWN_NAME = /^(?:sangong|procurement\.total|operating_costs|meetings|training)/;
const MONEY_AT_LARGE =
  /^(?:(?:revenue|expenditure)\.(?:total|current)|(?:general_public|appropriation)\.|revenue\.(?:general_public|appropriation)$|expenditure\.(?:basic|project)$)/;
const GUESTS = /^sangong\.reception_(?:batches|persons)$/;
/** What a region's treasury has as well as a body: incomes and expenditures by fund. */
const OF_A_TREASURY = /^(?:revenue|expenditure|general_public|government_fund|state_capital|appropriation|function)\b/;
/** What a line of the classification may be parted into. */
const PART_OF_LINE = /^(?:expenditure|general_public)\.(?:basic|project|personnel|public)$/;

/** Where money comes from. */
const SOURCE_OF_MONEY = /^(?:revenue\.(?!total|current)|appropriation\.)/;

/** The number behind is another's. */
const anothers = (c: Context): Context => saying(c, { unknown: true });
const nobodys = (c: Context): Context => spokenOf(anothers(c), null);

/** 教育支出（2050201）100万元，其中：基本支出80万元: the line's own; without a code there is no name for it. */
function partOfLine(line: Subject | "unknown", concept: string, subject: Subject): Subject | null {
  const part = concept.split(".")[1];
  if (line === "unknown" || line.code === null || !/^(?:basic|project)$/.test(part ?? "")) return null;
  return { ...subject, concepts: [`function.${line.code}.${part}`], code: line.code };
}

/** Words that leave the floor to the subject they follow, or to nobody: null where they do not speak. */
type Keeping = (c: Context, concept: string, naming: Naming) => Context | null;

const conceptOf = (subject: Subject | null): string => subject?.concepts[0] ?? "";
const floorOf = (c: Context): string => conceptOf(c.floor.subject);
const leadOf = ({ floor, memory }: Context): string => conceptOf(floor.first ?? memory.lead);

const KEEPINGS: readonly Keeping[] = [
  // “三公”经费一般公共预算财政拨款支出, “三公”经费决算总支出: whose money it is, said in the same breath
  (c, concept, { adjoins, token: { subject } }) => {
    if (!adjoins || !OWN_NAME.test(floorOf(c)) || !MONEY_AT_LARGE.test(concept)) return null;
    if (subject.phase === null) return c;
    const phases = phased(c, { subject: subject.phase, named: c.phase.named ?? subject.phase });
    return saying(phases, { phase: subject.phase });
  },
  // 三公经费…，支出预算3万元; 项目支出…，上年结转1万元: the words are the phase of what is spoken of
  (c, _, { token: { yields } }) => {
    const { subject, first } = c.floor;
    if (!yields || subject === null || !yields.to.test(floorOf(c))) return null;
    // 教育支出三连降, a title; 某办公厅2015年支出预算: another's whole, told below it
    if (c.said.unknown && subject === c.memory.title) return null;
    const budget = yields.phase === "initial_budget";
    if (!budget && (first ?? c.memory.lead) !== subject) return null;
    const named = budget ? (c.phase.named ?? yields.phase) : c.phase.named;
    return saying(phased(c, { subject: yields.phase, named }), { phase: yields.phase });
  },
  // 2.公务接待费。本年支出5.15万元: the whole accounts are not meant
  (c, _, { token: { subject } }) =>
    OWN_NAME.test(floorOf(c)) && YEARS_EXPENDITURE.test(subject.item) ? spendsBudget(c) : null,
  // “三公”经费预算16万元，支出13.7万元，结余2.3万元: what was left of it, not the year's balance
  (c, concept) =>
    OWN_NAME.test(floorOf(c)) && concept === "expenditure.carryover" ? saying(c, { perHead: true }) : null,
  // 累计支出362万元，结余17万元 of something that is not known: what is left of that
  (c, concept, { text, token: { subject, start } }) =>
    concept === "expenditure.carryover" &&
    BARE_BALANCE.test(subject.item) &&
    !AT_YEARS_END.test(text.slice(Math.max(0, start - 3), start)) &&
    (c.floor.closed !== null || c.floor.subject === null)
      ? nobodys(c)
      : null,
  // what is to be bought or was sold is not held
  (c, concept, { text, token: { start } }) =>
    concept.startsWith("assets.") && (c.others.purchases || ACQUIRED.test(text.slice(Math.max(0, start - 4), start)))
      ? apart(nobodys(c), { purchases: true })
      : null,
  // 外事接待支出…，接待2批次: guests of the part, not of the whole
  (c, concept, { token: { subject } }) =>
    /^sangong\.reception_foreign/.test(floorOf(c)) && GUESTS.test(concept) && !DOMESTIC.test(subject.item) ? c : null,
  // 按政府采购资金类型划分，…上年结转结余资金0元: how the purchase is paid
  (c, concept) =>
    leadOf(c).startsWith("procurement") && /^revenue\.(?!total|current)/.test(concept) ? nobodys(c) : null,
  // 公务接待费5万元，比上年公务接待费减少: named again in the comparison
  (c, concept) =>
    c.floor.subject !== null && c.said.compares && concept === floorOf(c) ? saying(c, { unknown: false }) : null,
  // 全县一般公共预算收入12亿元；一般公共预算支出35亿元
  (c, concept) => (c.others.treasury && OF_A_TREASURY.test(concept) ? nobodys(c) : null),
  // 信息化专项300万元，全年支出290万元: what was spent of the noun that is not known
  (c, _, { token: { subject } }) => (c.floor.closed?.here && YEARS_MONEY.test(subject.item) ? anothers(c) : null),
  // 医疗业务支出58万元，管理费用11万元，其他支出1万元: the rest of a list whose nouns are not known
  (c, concept, { token: { subject } }) =>
    c.floor.closed !== null && concept === "function" && REST_OF_EXPENDITURE.test(subject.item) ? nobodys(c) : null,
  // 科研经费总金额39亿元，其中财政拨款27亿元: how the noun that is not known is paid
  (c, concept) =>
    c.floor.line === "unknown" && c.floor.closed?.here && SOURCE_OF_MONEY.test(concept) ? nobodys(c) : null,
  (c, concept, { token: { subject } }) => {
    const { line } = c.floor;
    if (line === null || !PART_OF_LINE.test(concept)) return null;
    const part = partOfLine(line, concept, subject);
    return saying(spokenOf(c, part), { unknown: part === null });
  },
];

/** The context behind a subject that does not take the floor; null where it does. */
export function keepsFloor(c: Context, naming: Naming): Context | null {
  const concept = conceptOf(naming.token.subject);
  for (const keeps of KEEPINGS) {
    const kept = keeps(c, concept, naming);
    if (kept !== null) return kept;
  }
  return null;
}
