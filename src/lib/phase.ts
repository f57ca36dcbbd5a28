import type { Measure } from "../../schemas/index.ts";
import type { DocumentHints } from "./extractor.ts";
import type { YearRef } from "./reading.ts";
import type { TableSection } from "./section.ts";

/** What a column or a form says of its figures: which phase or relation, of which year. */
export interface Phase {
  readonly measure: Measure;
  readonly year: YearRef;
}

/** The funds' names hold the word 预算 and say nothing of the phase: 一般公共预算财政拨款支出决算表. */
const FUND_NAMES =
  /(?:一般)?公共(?:财政)?预算|政府性基金预算|国有资本经营预算|部门预算(?=支出?经济)|政府预算(?=支出?经济)|预算(?=单位|部门)|部门预算(?=绩效)/gu;

/** Header words → measure, the first that matches. */
const WORDS: readonly (readonly [RegExp, Measure])[] = [
  [
    /[比较]年初预算数?(?:的)?(?:增减|变动|增长|升降|差异)?(?:变动|变化)?(?:比例|幅度|率|百分比|[（(]?[%％])/u,
    "budget_variance_rate",
  ],
  [/[比较]年初预算数?(?:的)?(?:增减|增加|减少|变动|变化|差[额异])/u, "budget_variance"],
  [
    /增减?(?:变动|变化)?(?:比例|幅度|率|百分比|[（(]?[%％])|增长(?:率|比例|幅度|[（(]?[%％])|(?:升|降|增|减)幅|变动率|变化率/u,
    "change_rate",
  ],
  [
    /比.{0,12}(?:增减|增加|增长|变动|变化)|^(?:增减|增减额|增减数|增减变化|增减变动|增加额|增减情况|变动数|增减金额)/u,
    "change",
  ],
  [
    /完成(?:年初)?(?:预算)?(?:比例|率|[（(]?[%％])|执行率|执行进度|(?:占|为)预算(?:数)?的?(?:比例|比重|[（(]?[%％])|预算完成/u,
    "execution_rate",
  ],
  [/占比|比重|占.{0,8}(?:比例|[%％])/u, "share"],
  [/节约率/u, "saving_rate"],
  [/节约额|节约数/u, "saving"],
  [/全年预算|调整后?预算|预算调整后|变更后?预算|最终预算/u, "final_budget"],
  [/决算|执行数|实际(?:支出|执行|完成)|支出数|完成数|发生数/u, "actual"],
  [/年初预算|预算数|预算安排|批复数|预算(?!单位)/u, "initial_budget"],
];
const YEAR = /(20\d{2}|二[〇○Ｏ零]\S{2})年?/u;

/** The measure a header text names, or null: 决算数 → actual, 2023年执行数 → actual, 增减% → change_rate, 合计 → null. */
export function measureOf(text: string): Measure | null {
  const words = text.normalize("NFKC").replace(FUND_NAMES, "");
  return WORDS.find(([word]) => word.test(words))?.[1] ?? null;
}

/** The year a header text names: `2023年决算数` states one, `上年数` is the year before; null where it names none. */
export function yearIn(text: string): YearRef {
  const stated = YEAR.exec(text.normalize("NFKC"))?.[1];
  if (stated !== undefined && /^\d{4}$/.test(stated)) return { stated: Number(stated) };
  if (/上年(?!结转|结余|度?结)|去年|上一年/u.test(text)) return { offset: -1 };
  if (/本年(?!收入|支出)|当年(?!财政)/u.test(text)) return { offset: 0 };
  return null;
}

/** The phase of a form that its columns do not name: from its title, its document, its header. */
export function phaseOfForm(section: TableSection, hints: DocumentHints, title: string): Phase {
  const year: YearRef = section.year === null ? { offset: 0 } : { stated: section.year };
  const named = title.replace(FUND_NAMES, "");
  if (/决算/u.test(named)) return { measure: "actual", year };
  const budget = hints.types.includes("budget");
  const final = hints.types.includes("final_accounts");
  if (/预算/u.test(named) || (budget && !final)) return { measure: "initial_budget", year };
  return { measure: "actual", year };
}

const RELATIONS: ReadonlySet<Measure> = new Set(["change", "change_rate", "budget_variance", "budget_variance_rate"]);

/** The phase of one column, the form's where the column names none. Relations (增减%) belong to the form's own year. */
export function phaseOfColumn(path: readonly string[], form: Phase): Phase {
  let measure: Measure | null = null;
  let year: YearRef = null;
  for (let i = path.length - 1; i >= 0; i--) {
    measure ??= measureOf(path[i]!);
    year ??= yearIn(path[i]!);
  }
  if (measure !== null && RELATIONS.has(measure)) return { measure, year: form.year };
  return { measure: measure ?? form.measure, year: year ?? form.year };
}
