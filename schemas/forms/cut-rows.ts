/** What tells whether a row goes on behind a page's end. On text without white space. */

/** 支出 alone may be the last word of a wrapped label. */
export const TOTAL_ENTRY = /^(合计|总计|小计|总分|其中|(收入|支出)(?=.))[:：]?/u;
/** A label that begins an entry: numbering or a code. */
export const ENTRY = /^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,7}[.、．]?)/u;
/** A name of a level of indicators, whole, with its weight: 效益指标（30分）. */
export const LEVEL_NAME =
  /^(?:产出|效益|成本|数量|质量|时效|(?:经济|社会|生态)(?:环境)?(?:效益|成本)?|可持续(?:影响|发展)?|(?:社会公众或)?服务对象(?:满意度?)?|满意度?)指标(?:[（(]\d+分?[）)])?$/u;
