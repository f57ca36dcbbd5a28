import type { Subject } from "../text/token.ts";
import { ECONOMIC_CLASSES, ECONOMIC_ITEMS } from "../vocabulary/classifications.ts";
import { SOURCE, THIS_YEARS, WHOLLY } from "../vocabulary/floor.ts";
import { apart, type Context, earlier, floored, phased, remembering, saying, timed } from "./context.ts";
import { keepsFloor, type Naming, OWN_NAME } from "./keeps-floor.ts";
import { ofFund } from "./meaning.ts";
import { follows } from "./neighbours.ts";
import { fundNamed } from "./setting.ts";

/** What 其中：基本支出 may be a part of. */
const WHOLE_EXPENDITURE =
  /^(?:expenditure\.(?:total|current)|general_public\.expenditure|appropriation\.|government_fund\.|state_capital\.)/;

/** The context behind a subject's name: it takes the floor, unless its words belong to the one that has it. */
export function named(inside: Context, naming: Naming): Context {
  const { subject } = naming.token;
  // 原因是…；公务接待费支出数7万元: the next of the costs ends the reason for the one before
  const next = inside.why !== null && naming.opens && inside.why.before !== null && follows(subject, inside.why.before);
  const before = next ? { ...inside, why: null } : inside;
  const concept = subject.concepts[0] ?? "";
  const fund = fundNamed(subject.item);
  const speaks = fund !== null && before.why === null && /expenditure|^general_public/.test(concept);
  const c = speaks ? remembering(before, { fund }) : before;
  if (c.said.relation === "share") return saying(c, { denominator: subject });
  return keepsFloor(c, naming) ?? takesFloor(c, concept, naming);
}

function takesFloor(c: Context, concept: string, naming: Naming): Context {
  const { token, text, nested } = naming;
  const { floor, said } = c;
  // 保有38辆，其中公务用车4辆: the same again behind 其中 is a part of it
  const again = concept === floor.parted && !/^(?:staff\.|function|economic|project)/.test(concept);
  const holds = said.part && concept === "revenue.carryover" && /total|current/.test(floor.subject?.concepts[0] ?? "");
  const { subject, memory } = inClass(restated(token.subject, c), c.memory);
  const held: Context = {
    ...floored(c, {
      subject,
      first: firstBehind(c, concept, naming),
      aside: WHOLLY.test(text.slice(Math.max(0, token.start - 5), token.start)) ? floor.subject : null,
      whole: holds ? floor.subject : null,
      line: null,
      group: [],
      closed: nested ? floor.closed : null,
    }),
    memory: WHOLE_EXPENDITURE.test(concept)
      ? { ...memory, spending: concept === "general_public.expenditure" ? "general_public" : null }
      : memory,
    moneyChange: false,
  };
  const { phase } = token.subject;
  const phases = phased(held, {
    subject: phase,
    named: phase !== null && c.why === null ? (c.phase.named ?? phase) : c.phase.named,
  });
  const own = said.compares ? null : said.year;
  const dated = timed(phases, { subject: own, main: own ?? (earlier(c.time.year, c.setting) ? null : c.time.year) });
  const whole = apart(dated, { ofBody: false });
  const bought = concept === "sangong.vehicles_purchased" ? apart(whole, { purchases: true }) : whole;
  // 完成采购预算200万元: how much of it was planned
  const own_ = subject.phase === null ? {} : { phase: null };
  return saying(bought, { named: !again, part: said.part || again, unknown: false, ...own_ });
}

/** The sentence's first subject, once this one is named. */
function firstBehind(c: Context, concept: string, { token, text, nested, ends }: Naming): Subject | null {
  const { first, subject, partsOfUnknown } = c.floor;
  // 集中采购预算规模92万元，其中：货物类38万元，…。节约资金7万元: of the whole, that nobody knows
  if (partsOfUnknown) return first;
  // 一般公共预算财政拨款会议费支出: the last of the words is the noun; 一般公共预算支出安排的“三公”经费: whose money it is
  const compound = ends && first === subject;
  const source = OWN_NAME.test(concept) && SOURCE.test(text.slice(0, token.start));
  const known = !c.stated && (compound || source) ? null : first;
  return nested || c.why !== null ? known : (known ?? token.subject);
}

/** 其他资本性支出 is a class of the years before 2018 and a line of those after. */
const CLASS = new RegExp(`^(?:${ECONOMIC_CLASSES})$`, "u");

/** 商品和服务支出（类）…，其中：办公费（款）…: a line's name with its class before it. */
function inClass(subject: Subject, before: Context["memory"]): { subject: Subject; memory: Context["memory"] } {
  const [concept = ""] = subject.concepts;
  const memory = /^(?:expenditure|general_public)\./.test(concept)
    ? { ...before, ofProjects: concept.endsWith(".project") }
    : before;
  if (concept === "function") return belowLine(subject, memory);
  if (concept !== "economic") return { subject, memory };
  const { label: _, ...unlabelled } = subject;
  if (memory.ofProjects) return { subject: { ...unlabelled, item: `项目支出/${subject.item}` }, memory };
  if (!ECONOMIC_ITEMS.has(subject.item) || CLASS.test(subject.item))
    return { subject, memory: { ...memory, economicClass: subject.item.split("/")[0] ?? null } };
  return memory.economicClass === null
    ? { subject, memory }
    : { subject: { ...unlabelled, item: `${memory.economicClass}/${subject.item}` }, memory };
}

/** 文化体育与传媒（类）…，包括文物（款）…: a line named from its 款 or 项 down has the names above it that were said last. */
function belowLine(subject: Subject, memory: Context["memory"]): { subject: Subject; memory: Context["memory"] } {
  if (subject.level === undefined) return { subject, memory };
  const above = memory.functionalPath.slice(0, subject.level);
  if (above.length < subject.level) return { subject, memory };
  const functionalPath = [...above, ...subject.item.split("/")];
  return { subject: { ...subject, item: functionalPath.join("/") }, memory: { ...memory, functionalPath } };
}

/** 本年收入, 本年支出 behind a fund's own name are the fund's; so are the parts of an expenditure: 一般公共预算支出…其中：基本支出…. */
function restated(subject: Subject, { floor: { first }, memory }: Context): Subject {
  const [concept = ""] = subject.concepts;
  const ofFirst = first === null || !THIS_YEARS.test(subject.item) ? null : fundNamed(first.item);
  const fund = ofFirst ?? (/^expenditure\.(?:basic|project)$/.test(concept) ? memory.spending : null);
  return fund === null ? subject : { ...subject, concepts: subject.concepts.map((one) => ofFund(one, fund)) };
}
