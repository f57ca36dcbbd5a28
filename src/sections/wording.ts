import { squeeze } from "../lib/grid.ts";

/** Wordings of headings, table titles, captions and notes, as the publishers print them. All patterns run on squeezed or trimmed text. */

/** 公开01表, 附表3, 表一, 预算公开表 2, 部门公开表6: a number, never the name of a table. */
const FORM_NUMBER =
  /^((?:财|部门|单位|项目)?(?:预算|决算)?(?:信息)?公开(?:表|附表)?|财?预?决?算?公开|附件?|附表|表)?第?[（(]?[\d一二三四五六七八九十]{1,3}[-—]?\d{0,2}[）)]?(表|号|：|:)?$|^(预算|决算)?公开\d{1,2}表$/u;
/** 编制单位：…, 部门名称：…, 填报单位（盖章）：… */
const ENTITY =
  /(?:编制|填报|编报|预算|决算|公开|申报|实施|主管|项目|市级|省级|区级|县级)?(?:部门|单位)(?:[（(][\p{Script=Han}]{2}[）)])?(?:名称)?(?:[（(][\p{Script=Han}]{2,4}[）)])?[:：](.*)$/u;
/** 单位：万元, 金额单位：元, 货币单位：人民币万元, 计量单位：万元, 单位：台、辆 */
const UNIT =
  /(?:金额|货币|计量|计算)?单位[:：]?[（(]?(?:人民币)?((?:百|千|万|亿)*元|%|[台辆套个人户件项次]+(?:[、/,，（(]?[台辆套个人户件项次平方米、/）)]+)*|平方米)[）)]?/u;
const YEAR_LINE = /^[（(]?(?:\d{4}|[二〇○零一三四五六七八九]{4})年度?[）)]?$/u;
const FILLED_ON = /^(填报|填表|编制|制表|报送|公开)(日期|时间)[:：]/u;

/** Heading levels by numbering, outermost first. */
const NUMBERINGS: readonly RegExp[] = [
  /^(第[一二三四五六七八九十百]{1,3}[部章]分?|附[件录表]\s*\d*\s*[:：]?)/u,
  /^[一二三四五六七八九十]{1,3}[、．.]/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}(\.\d{1,2}){0,2}[、．.](?!\d)|^\d{1,2}(?=[\p{Script=Han}])(?!\d*[年月日万亿元个人次项])/u,
  /^[（(]\d{1,2}[）)]|^[①-⑳]/u,
];

const SENTENCE_END = /[。；;！？]$/u;
const LEADERS = /[.…·．・‥]{5,}|…{2,}/u;

/** Numbering level of a heading from 1 (第一部分) to 5 (（1）), or 0 where it has none. */
export function numberingLevel(text: string): number {
  const trimmed = text.trim();
  return NUMBERINGS.findIndex((pattern) => pattern.test(trimmed)) + 1;
}

/** The dots of a table of contents. */
export const hasLeaders = (text: string): boolean => LEADERS.test(text);
/** Whether a line ends a sentence. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.trim());

/** A line that names a table: 收入支出决算总表, 财政拨款“三公”经费支出决算情况表, 绩效自评表（2024年度）. */
const TITLE_END =
  /(表|一览|明细|情况|清单|目录|名录|统计|构成)(?:[（(][^（）()]{0,24}[）)])*(?:[（(]?续表?[）)]?)?[:：]?\d?$/u;
/** Whether a line is a table's title by its words. */
export const namesTable = (text: string): boolean => {
  const bare = squeeze(text);
  return (
    bare.length >= 3 &&
    bare.length <= 60 &&
    TITLE_END.test(bare) &&
    !isFormNumber(bare) &&
    !/[。；]/u.test(bare) &&
    !/(如下表|见下表|下表|附表)[:：]?$/u.test(bare)
  );
};

/** 公开01表 beside or above a title. */
export const isFormNumber = (text: string): boolean => FORM_NUMBER.test(squeeze(text));

/** The unit a caption line prints, NFKC, or null. */
export function printedUnit(text: string): string | null {
  const bare = squeeze(text.normalize("NFKC"));
  const found = UNIT.exec(bare);
  return found?.[1] ? found[1].replace(/[、/,]$/u, "") : null;
}

/** The body a caption line names (编制单位：…), or null. */
export function printedEntity(text: string): string | null {
  const bare = text.trim();
  const found = ENTITY.exec(bare);
  if (!found?.[1]) return null;
  const name = found[1].split(/\s{1,}|金额单位|单位[:：]|\d{4}年|填报日期|公开/u).find((part) => part.length > 0) ?? "";
  return name.length >= 3 && !/元[）)]?$/u.test(name) ? name : null;
}

/** A line that belongs to a table's head though it is no title: 公开01表, 编制单位：…, 单位：万元, 2024年度. */
export function isCaption(text: string): boolean {
  const bare = squeeze(text);
  if (
    bare.length === 0 ||
    bare.length > 70 ||
    /[。；]$/u.test(bare) ||
    /^[（(]?[一二三四五六七八九十]{1,3}[、．）)]/u.test(bare)
  )
    return false;
  return (
    isFormNumber(bare) ||
    YEAR_LINE.test(bare) ||
    FILLED_ON.test(bare) ||
    (printedUnit(bare) !== null && /单位/u.test(bare) && bare.length <= 60 && !/[，,].*[，,]/u.test(bare)) ||
    (ENTITY.test(bare) && bare.length <= 60 && !/[，,。]/u.test(bare))
  );
}

/** 注：…, 备注：…, 说明：… under a table. */
export const isNote = (text: string): boolean => /^[*＊※]?\s*(注|备注|说明|附注)\s*\d?\s*[:：.、]/u.test(text.trim());

/** (续), 续表: the mark of a continued table. */
export const isContinuationMark = (text: string): boolean => /^[（(]?续表?\d*[）)]?$/u.test(squeeze(text));
/** A title without 续表 at its end. */
export const withoutContinuation = (text: string): string => squeeze(text).replace(/[（(]?续表?\d*[）)]?$/u, "");
