/** What titles speak of. */
export const TITLE_WORDS = /决算|预算|自评|评价|绩效|三公|公开|报告|说明/u;
/** A cover's line: short, no sentence, no item of a list. */
export const COVER_LINE =
  /^(?![[【]|索引号|第[一二三四五六]部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|附件|目录|\d+[.、])[^。；;,，]{2,48}$/u;
/** Years in sentences, and whether something is only compared with them; or 今年, that of the day. */
export const YEARS =
  /(比|较|与|同|自|从|截至|截止)?(?:上年|去年)?[(（]?(20[012]\d)\s*年(度)?(?!\s*\d{1,2}\s*月)([无没未])?|今年/gu;
/** 2013年01月28日 18:51 来源：…, 2019-10-14: the day a page was put on the net, on a short line of its own. */
export const DATELINE =
  /^(?:[^，。；]{0,24}[\s:：|(（])?(20\d{2})[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?(?:[\s|]|\d{1,2}[:：]\d{2}|来源|字号|$)[^，。；]{0,40}$/u;
/** Labels of the date a form was filled on. */
export const FILLED = /^(?:填报|填表|报告|编制|公开|报送)(?:日期|时间)$|^日期$/u;
/** (2023年度) on a line of its own: of which year the form is, no part of its title. */
export const BRACKETED_YEAR = /^[（(]20\d{2}年度?[)）]$/u;
/** A line that ends in the label of a date without the date. */
export const DATE_LABEL_LEFT_OPEN = /(?:^|\s)(\p{Script=Han}{0,6}(?:日期|时间))\s*[:：]$/u;
/** A date alone on its line. */
export const DATE_ALONE = /^20\d{2}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?$/u;

/** 《某省预决算公开操作规程（2022年修订）》（某财预〔2022〕12号）: a rule's year is not the report's. */
export const REGULATION =
  /《[^》]*(?:办法|规定|规程|条例|通知|意见|[法则制度]|规范|方案)(?:[(（][^)）》]*[)）])?》|[〔[(（]20\d{2}[〕\])）]\d+号/gu;
