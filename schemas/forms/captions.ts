/** Titles, unit lines, numbers of forms, notes, signatures: the lines around a table. All are tested on text without white space. */

/** 公开01表, 附表3, 表一, 预算公开表 2, 部门公开表6, 预算02-2表, 财决01表: a number, never the name of a table. */
export const FORM_NUMBER =
  /^((?:财|部门|单位|项目)?(?:预算|决算)?(?:信息)?公开(?:表|附表)?|财?预?决?算?公开|附件?|附表|表|(?:[省市县区]级)?(?:部门|单位)?(?:[预决]算|财[预决]算?)(?:附?表)?(?=[（(]?\d))?第?[（(]?[\d一二三四五六七八九十]{1,3}[-—]?\d{0,2}[）)]?(表|号|：|:)?$|^(预算|决算)?公开\d{1,2}表$/u;
/** 编制单位：…, 部门名称：…, 填报单位（盖章）：… */
export const ENTITY =
  /(?:编制|填报|编报|预算|决算|公开|申报|实施|主管|项目|市级|省级|区级|县级)?(?:部门|单位)(?:[（(][\p{Script=Han}]{2}[）)])?(?:名称)?(?:[（(][\p{Script=Han}]{2,4}[）)])?[:：](.*)$/u;
/** Where the name of a body ends in a caption line. */
export const AFTER_ENTITY = /\s{1,}|金额单位|单位[:：]|\d{4}年|填报日期|公开/u;
/** 单位：万元, 金额单位：元, 货币单位：人民币万元, 计量单位：万元, 单位：台、辆, 单位：万美元 */
export const UNIT =
  /(?:金额|货币|计量|计算)?单位[:：]?[（(]?(?:人民币)?((?:百|千|万|亿)*(?:[美欧港日澳加新韩]?元|美金|港币|英镑|卢布)|%|[台辆套个人户件项次]+(?:[、/,，（(]?[台辆套个人户件项次平方米、/）)]+)*|平方米)[）)]?/u;
/** A money unit a caption prints that stands alone with it, 万 and 亿 included. */
export const MONEY_UNIT =
  /单位[:：]?[（(]?(?:人民币)?([百千万亿]*(?:[美欧港日澳加新韩]?元|美金|港币|英镑|卢布)|[万亿](?!\p{Script=Han}))[)）]?/u;
/** A line that names the word 单位 at all. */
export const UNIT_WORD = /单位/u;
/** 2024年度 alone on its line. */
export const YEAR_LINE = /^[（(]?(?:\d{4}|[二〇○零一二三四五六七八九]{4})年度?[）)]?$/u;
/** 填报日期：…, 公开时间：… */
export const FILLED_ON = /^(填报|填表|编制|制表|报送|公开)(日期|时间)[:：]/u;
/** A line that names a table: 收入支出决算总表, 财政拨款“三公”经费支出决算情况表, 绩效自评表（2024年度）. */
export const TITLE_END =
  /(表|一览|明细|情况|清单|目录|名录|统计|构成)(?:[（(][^（）()]{0,24}[）)])*(?:[（(]?续表?[）)]?)?[:：]?\d?$/u;
/** 项目支出绩效自评表: a title that ends with the word 表. */
export const ENDS_AS_TABLE = /表(?:[（(][^（）()]*[）)])*$/u;
/** A sentence that leads to a table and names none: 如下表. */
export const LEADS_TO_TABLE = /(如下表|见下表|下表|附表)[:：]?$/u;
/** A line inside a grid that may name it. */
export const NAMES_FORM = /表$|情况/u;
/** 注：…, 备注：…, 说明：… under a table. */
export const NOTE = /^[*＊※]?\s*(注|备注|说明|附注)\s*\d?\s*[:：.、]/u;
/** 填报说明 stands under tables of sheets. */
export const SHEET_NOTE = /^[*＊※]?(注|备注|说明|附注|填[报表]说明)\d?[:：.、]/u;
/** A note inside a grid: 说明 and 备注 rows are part of many forms, 注 is said of a table. */
export const NOTE_ROW = /^[*＊※]?注/u;
/** 填表人：… 审核人：… 联系电话：…: who signs under a table. */
export const SIGNATURE =
  /^(填[表报]人|制表人?|审核人?|复核人?|经办人|负责人|(单位|部门|财务)负责人|联系人|联系电话|电话|填[报表]日期)([（(][^）)]{1,6}[）)])?[:：]/u;
/** (续), 续表: the mark of a continued table. */
export const CONTINUED = /^[（(]?续表?\d*[）)]?$/u;
/** 续表 at the end of a title. */
export const CONTINUED_END = /[（(]?续表?\d*[）)]?$/u;
/** What captions inside a grid print: 单位：万元, 编制单位：…, 公开01表, 金额单位:元. */
export const CAPTION_CELL =
  /^(?:金额)?单位[:：](?:元|千元|万元|百万元|亿元)|^(?:编制单位|填报单位|部门名称|部门|单位名称)[:：]|^(?:公开|预算|表)\d+表?$/u;
/** What stands below the header of an empty form: 无, 备注：本部门无政府性基金预算支出. */
export const CLOSING = /^(?:无|略)$|^(?:备注|注|说明)[:：]|^(?:本|我)(?:部门|单位|局|委|办).*(?:无|没有|未)/u;
/** Headings by their numbering, outermost first: 第一部分, 一、, （一）, 1., （1）. */
export const NUMBERINGS: readonly RegExp[] = [
  /^(第[一二三四五六七八九十百]{1,3}[部章]分?|附[件录表]\s*\d*\s*[:：]?)/u,
  /^[一二三四五六七八九十]{1,3}[、．.]/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}(\.\d{1,2}){0,2}[、．.](?!\d)|^\d{1,2}(?=[\p{Script=Han}])(?!\d*[年月日万亿元个人次项])/u,
  /^[（(]\d{1,2}[）)]|^[①-⑳]/u,
];
/** A line that is numbered as an item of a text: no caption. */
export const NUMBERED_LINE = /^[（(]?[一二三四五六七八九十]{1,3}[、．）)]/u;

/** What stands above a table on a sheet without belonging to its columns. */
export const SHEET_UNIT_LINE =
  /^[（(]?(金额|货币|计量)?单位[:：]?[（(]?(人民币)?([百千万亿]*(?:[美欧港日澳加新韩]?元|美金|港币|英镑|卢布)|%|[台辆套个人户件项次]+([、/,，][台辆套个人户件项次]+)*)[）)]*$/u;
/** 编制单位：, 填报日期：, 部门： of a sheet. */
export const SHEET_LABELLED =
  /^(编制|填报|编报|预算|决算|公开|申报|填表|制表|报送)?(部门|单位|日期|时间|机构)(名称)?([（(][^）)]{1,6}[）)])?[:：]/u;
/** 公开01表 of a sheet; a bare number is none. */
export const SHEET_FORM_NUMBER =
  /^(预算|决算|财[预决](?=\d))?(公开|附|表|附件|附表|部门)?(预算|决算)?(公开)?第?[（(]?[\d一二三四五六七八九十]{1,3}([-—]\d{1,2})?[）)]?(表|号)?([:：])?$/u;
/** 2024年3月1日 alone on its line. */
export const DATE_LINE = /^\d{4}年\d{1,2}月(\d{1,2}日)?$/u;
/** 一般公共预算财政拨款支出决算表, 项目支出绩效自评表（2024年度）: the name of a published form. */
export const FORM_TITLE =
  /(?:(?:决算|预算)总?|收支总|收入总?|支出总?|自评|数据|情况|明细|目标|绩效[^，。；：]{1,14})表(?:[（(]\d{4}年度[)）])?$/u;
/** 一、, 12. at the beginning of a sheet's line: an item, no title. */
export const NUMBERED_LINE_OF_SHEET = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]/u;
/** 5、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休: a line of the classification whose last level stands on the line below. */
export const TORN_LEVELS = /[（(](?:类|款)[）)][^（()）]+$/u;
/** A sum or share in a line makes it a statement: （三）公务接待费支出0万元 is text, not a heading. */
export const STATES_NUMBER = /\d(\.\d+)?\s*(万元|亿元|元|%|％|个|人次|辆|批次)/u;
/** 第二部分：某局2022年部门预算情况说明 */
export const NAMED_PART = /^第[一二三四五六七八九十]{1,3}部分[：:]/u;
/** 附件：1.…: the list of what is attached. */
export const ATTACHMENTS = /^附[件表][:：]?(\d[.、．]|[:：])/u;
/** 2024年4月30日 on a cover. */
export const HEADING_DATE =
  /^[\d二〇○零一三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月([\d一二三四五六七八九十]{1,3}日)?$/u;
/** 目录, 目　次. */
export const CONTENTS_TITLE = /^目[录次]$/u;
/** 第三部分 alone on its line: the part's name stands on the next. */
export const BARE_PART = /^第[一二三四五六七八九十]{1,3}[部章]分?$/u;
