import type { Fact, Measure } from "../../schemas/index.ts";
import { foldName, leafOf } from "./names.ts";
import { plainText } from "./plain-text.ts";
import type { Sentence } from "./statements.ts";
import { type BothLanguages, told } from "./told.ts";

/** Measures that hang on an amount said before them. */
const DERIVED: ReadonlySet<Measure> = new Set([
  "change",
  "change_rate",
  "execution_rate",
  "share",
  "saving",
  "saving_rate",
  "budget_variance",
  "budget_variance_rate",
]);

const AMOUNT = /\d[\d,]*(?:\.\d+)?(?:万亿|亿|万|千|百)?元/gu;
/** A number with what is printed after it, at the end of a quote. */
const LAST_NUMBER = /[-−]?(\d[\d,]*(?:\.\d+)?)([^\d]{0,8})$/u;
/** Where the words of one number begin: after a stop, or after the number before. */
const BREAK = /[,，;；。:：、()（）]|\d[\d,.]*(?:万亿|亿|万|千|百)?(?:元|%|人次?|个|次|批次?|辆|台)/gu;
/** Words that name phases, years, comparisons and totals but no subject. */
const NO_SUBJECT =
  /\d+年度?|\d+月|\d+日|[“”"']|本年度?|今年|当年|全年|上年度?|去年|同期|上一年度?|年初|年末|年终|年中|年度|预算数?|决算数?|执行数?|实际|完成|支出|收入|收支|发生|安排|使用|总计|合计|共计|总额|总数|总量|累计|小计|其中|主要|部门|单位|我[局院校委办厅市县区省镇乡部会]|本[局院校委办厅部会]|全[局院校委办厅部]|整体|资金|经费|费用|金额|财政|拨款|公共|一般|分别|均|共|为|是|达到?|约|计|数|的|与|比|较|同|和|及|等|在|由|用于|相比|增加|减少|增长|下降|降低|提高|上升|节约|节省|超|少|多|了|仅|核定|批复|下达|调整后?|追加|列支|各项|项目|结余|规模|[（）()\s.．·]|^[一二三四五六七八九十\d]+/gu;
/** A foreign noun is at least this long: single characters are left-overs of words. */
const NOUN = 2;

/** 其他交通工具购置 is no 购置 of the concept. */
const OTHER = /其[他它]/u;
/** 比2019年决算数减少: a difference from another year than the one before. */
const BASE_YEAR = /[比较与同](\d{4})年/u;
/** 支出增加841.13万元: the subject is named again. */
const FLOW = /收入|支出/u;

/** 机构运行1100910.5元，其中：基本支出 …: a part of that line, not of all expenditure. */
const PART_OF = /^(?:expenditure|general_public)\.(?:basic|project|personnel|public)$/;
const WHOLE = /([^,，;；。:：\d]{2,30})\d[\d,]*(?:\.\d+)?(?:亿|万|千)?元[,，]?其中[:：]?[^。;；]*$/u;

const folded = (text: string): string => foldName(plainText(text));

/** The words printed for a number of the prose: from the stop, or the number, before it. */
export function clauseOf({ source, value }: Fact): string {
  const quote = plainText(source.quote ?? "");
  const number = LAST_NUMBER.exec(quote);
  return number && number[1]!.replaceAll(",", "") === value.replace(/^-/, "")
    ? wordsOf(quote.slice(0, number.index)).clause
    : "";
}

/** What the words before a number say it is of, and what they are when nothing of a phase or a year is left in them. */
function wordsOf(before: string): { readonly clause: string; readonly noun: string } {
  const last = [...before.matchAll(BREAK)].at(-1);
  const clause = last ? before.slice(last.index + last[0].length) : before;
  return { clause, noun: clause.replace(NO_SUBJECT, "") };
}

/**
 * Why it is not sure that a number of the prose is of what it was read as: its unit is not printed beside it, its noun is another one
 * than was read, or its subject was carried over a number that was not read. Null where the words leave no doubt.
 */
export function proseDoubts(
  facts: readonly Fact[],
  sentences: readonly Sentence[],
): (fact: Fact) => BothLanguages | null {
  const values = new Map<string, Set<string>>();
  const differences = new Set<string>();
  for (const fact of facts) {
    if (fact.basis !== "narrative") continue;
    const value = fact.value.replace(/^-/, "");
    if (DERIVED.has(fact.measure)) differences.add(value);
    else values.set(fact.concept, (values.get(fact.concept) ?? new Set<string>()).add(value));
  }
  const pages = new Map<number, string>();
  for (const s of sentences) pages.set(s.page, `${pages.get(s.page) ?? ""}${plainText(s.text)}`);
  const carriedOver = (fact: Fact, quote: string): BothLanguages | null => {
    const page = pages.get(fact.source.page) ?? "";
    const at = page.indexOf(quote);
    if (at < 0) return null;
    const before = [...page.slice(Math.max(0, at - 300), at).matchAll(AMOUNT)]
      .map((m) => m[0].replace(/[^\d.]/g, ""))
      .filter((n) => n !== "" && !differences.has(n));
    const last = before.at(-1);
    return last === undefined || values.get(fact.concept)?.has(last) ? null : CARRIED;
  };
  /** The sentence up to a number, where its quote begins later. */
  const withContext = (fact: Fact, quote: string, before: string): string => {
    const page = pages.get(fact.source.page) ?? "";
    const at = page.indexOf(quote);
    return at < 0 ? before : `${page.slice(Math.max(0, at - 120), at)}${before}`;
  };
  return (fact) => {
    if (fact.basis !== "narrative" || fact.source.quote === null) return null;
    const quote = plainText(fact.source.quote);
    const number = LAST_NUMBER.exec(quote);
    if (!number || number[1]!.replaceAll(",", "") !== fact.value.replace(/^-/, "")) return null;
    if (fact.yuan !== null && !/^(?:万亿|亿|万|千|百)?元?/u.exec(number[2]!)?.[0]) return NO_UNIT;
    const before = quote.slice(0, number.index);
    const leaf = leafOf(fact.item ?? "");
    const item = folded(leaf) || plainText(leaf);
    const { clause, noun } = wordsOf(before);
    const whole = PART_OF.test(fact.concept) ? WHOLE.exec(withContext(fact, quote, before)) : null;
    const owner = whole?.[1]?.replace(NO_SUBJECT, "") ?? "";
    if (owner.length >= NOUN && !/收支|财力/u.test(owner))
      return told(`是“${owner}”的其中数`, `it is a part of “${owner}”`);
    if (!DERIVED.has(fact.measure)) {
      const years = [...clause.matchAll(/(\d{4})年/gu)].map((m) => Number(m[1]));
      if (years.length > 0 && fact.fiscalYear !== null && !years.includes(fact.fiscalYear))
        return told(`印的是${years[0]}年`, `the year printed is ${years[0]}`);
      if (item !== "" && noun.length < NOUN && saidOfPurpose(withContext(fact, quote, before), plainText(leaf)))
        return PURPOSE;
      if (item === "" || noun.length < NOUN) return null;
      if (related(item, folded(clause), noun) && OTHER.test(clause) === OTHER.test(fact.item ?? "")) return null;
      return told(`“${noun}”是不是“${fact.item}”没有把握`, `whether “${noun}” is “${fact.item}” is not sure`);
    }
    const base = BASE_YEAR.exec(before.slice([...before.matchAll(AMOUNT)].at(-1)?.index ?? 0))?.[1];
    if (
      base !== undefined &&
      fact.fiscalYear !== null &&
      ![fact.fiscalYear, fact.fiscalYear - 1].includes(Number(base))
    )
      return told(`是与${base}年相比`, `it is compared with ${base}`);
    if (FLOW.exec(clause)?.[0] === FLOW.exec(fact.item ?? "")?.[0] && FLOW.test(clause)) return null;
    if (item !== "" && folded(before).includes(item)) return null;
    if (noun.length >= NOUN && related(item, folded(clause), noun)) return null;
    return carriedOver(fact, quote);
  };
}

const related = (item: string, clause: string, noun: string): boolean =>
  clause.includes(item) || item.includes(noun) || item.includes(clause) || shares(item, noun);

/** Two names with half of their characters in common are manners of one name: 公务用车购置及运行维护费 and 公车运行购置. */
function shares(a: string, b: string): boolean {
  const other = new Set(a);
  const common = [...new Set(b)].filter((c) => other.has(c)).length;
  return common * 2 >= new Set(b).size;
}

/** Whether a name was printed only in telling what another thing is for: 行政运行。主要用于：人员的基本支出。年初预算为10万元. */
function saidOfPurpose(before: string, name: string): boolean {
  return before.includes(name) && !before.replace(/用于[^。；;]*/gu, "").includes(name);
}

const PURPOSE = told(
  "名称出自前一句的用途，这里说的是哪一项没有把握",
  "its name was printed in what another line is for: what it speaks of is not sure",
);
const NO_UNIT = told(
  "数字旁没有印单位，是哪一栏没有把握",
  "no unit is printed beside the number: its column is not sure",
);
const CARRIED = told(
  "前面有没读懂的数，这里说的是哪一项没有把握",
  "a number before it was not understood: what it speaks of is not sure",
);
