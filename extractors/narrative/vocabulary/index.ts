import { ECONOMIC_CLASSES, FUNCTIONAL_CLASSES, FUNCTIONAL_ITEMS, FUNCTIONAL_ONLY } from "./classifications.ts";
import { APPROPRIATIONS, INCOME_AND_EXPENDITURE } from "./income-and-expenditure.ts";
import { OPERATIONS } from "./operations.ts";
import { SANGONG } from "./sangong.ts";
import { type SubjectTerm, term } from "./subject-term.ts";

/** 社会保障与就业 is written for 社会保障和就业. */
const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replace(/[和与]/g, "[和与及]");

/** 高等教育支出, 小学教育支出: a kind of schools, not the class. */
const NO_SCHOOL = "(?<!(?:高等|中等|初等|[大中小]学|高中|初中|学前|职业|特殊|成人|继续|普通|基础|义务)(?=教育))";

/** Every subject the prose can speak of. A new province's wording is one more alternative in one of these lists. */
export const SUBJECTS: readonly SubjectTerm[] = [
  // 共有车辆6辆，其中：机要通信用车1辆: parted by kind, they are assets
  term(
    "assets.vehicles",
    "(?:共有|现有|拥有|实有|占有|占用)?(?:公务用车|公务车辆?|车辆)(?:总?数)?(?=(?:共|有|为|数|计)*\\d+(?:辆|台)[，、；（]?(?:其中|包括)[：，、]?[^。；]{0,14}(?:领导|机要|应急保障|执法执勤|特种专业|离退休|老干部))",
  ),
  ...SANGONG,
  ...INCOME_AND_EXPENDITURE,
  ...APPROPRIATIONS,
  ...OPERATIONS,
  term(
    "function",
    `${NO_SCHOOL}(?:${longestFirst(FUNCTIONAL_CLASSES.filter((name) => name !== "其他"))})(?:事业)?(?:事务)?支出`,
  ),
  // 按支出功能分类：教育4411万元，社会保障和就业406万元
  term("function", `(?:${longestFirst(FUNCTIONAL_CLASSES.filter((name) => name !== "其他"))})(?=\\d)`, {
    within: /功能(?:科目)?分/,
  }),
  // 公务用车其他支出 is no class
  term("function", "(?<=^|[，。；：、（）\\d元%]|其中|用于|包括|和|及)其他支出"),
  term("function", longestFirst(FUNCTIONAL_ITEMS), {
    within: /类）|款）|项）|功能分类|具体情况|结构情况|主要用于以下|养老保险缴费支出/,
  }),
  // names no other classification has
  term("function", `(?:${FUNCTIONAL_ONLY})(?=(?:年?初?预算|决算|支出|数|为)*\\d)`),
  term("economic", ECONOMIC_CLASSES),
];
