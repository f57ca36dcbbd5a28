import { FUNCTIONAL_CLASSES } from "./classifications.ts";

/**
 * Lines of the functional classification in words or codes:
 * `一般公共服务（类）政府办公厅（室）及相关机构事务（款）行政运行（项）`, `公共安全支出（204类）司法（06款）行政运行（01项）`,
 * `行政运行（2010301）`, `2080505机关事业单位基本养老保险缴费支出`.
 */
export const LEVEL = /（(\d{0,7})(类|款|项)级?(?:科目)?）(?:(\d{3,7})(?![\d.,万亿元]))?/g;
/** 行政运行（2010301）. */
export const NAME_THEN_CODE = /[\p{Script=Han}、]{2,30}（(?:项)?(\d{7}|\d{5})）/gu;
/** 2080505机关事业单位基本养老保险缴费支出. */
export const CODE_THEN_NAME =
  /(?<![\d.])(\d{7}|2\d{4})(?![百千万亿元人名个批台辆次家户份套件条项吨平公])[-—]?[\p{Script=Han}（）、]{2,30}?(?=[，。：；]|支出|年初|预算|决算|\d|\d+项)/gu;
/** 20404公共安全\检察2826万元: a code, and its names from the class down. */
export const CODED_PATH =
  /(?<![\d.])(2\d{4}|2\d{6})([\p{Script=Han}（）、]{2,20}(?:[\\＼][\p{Script=Han}（）、]{2,24})+?)(?=20\d{2}年|\d)/gu;
/** “行政事业单位养老支出”2021年度决算…: the canonical text knows no quotation marks, the printed one does. */
export const QUOTED =
  /(?<=^|[。；：]|[\d）][、.．])[\p{Script=Han}、（）]{2,30}(?=20\d{2}年度?(?:财政拨款|一般公共预算)*(?:年初)?(?:决算|预算|支出)数?为?\d)/gu;
/** 机构运行1100910.5元，其中：基本支出…: a line at the head of its sentence, where the heading says that lines are listed. */
export const LISTED =
  /^(?!其中|基本支出|项目支出|20\d\d)[\p{Script=Han}、（）]{3,30}?(?=\d[\d,.]*(?:万元|元)，(?:其中：?(?:基本|项目)支出|全部是))/u;
/** 公共安全支出-司法-法治建设科目: class, section and item parted by strokes, the class one of the classification's. */
export const STROKED = new RegExp(
  `(?:${FUNCTIONAL_CLASSES.filter((name) => name !== "其他").join("|")})(?:类?支出|类)?(?:[-—/→][\\p{Script=Han}（）、]{2,30}?){1,2}(?=科目|（?\\d|20\\d\\d年)`,
  "gu",
);
/** Where the name of a line begins: behind what cannot be part of it. */
export const NAME_START =
  /[，。；：.\-—]|\d+、?|主要用于|用于|其中|分别为|分别是|包括|（[一二三四五六七八九十\d]+）|方面|[一二三四五六七八九十]是/g;
