/** How names of public bodies end. A county or a town alone is a region, no body. */
export const BODY_END =
  /(?:局|委|办|厅|部|署|院|处|科|室|所|站|队|台|社|团|馆|校|园|会|中心|办公室|委员会|管委会|人民政府|政府|公司|集团|法院|检察院|学院|大学|学校|小学|中学|医院|基地|总队|支队|大队|协会|联合会|研究所|党校|政协|人大|纪委|工委|街道办事处|办事处|服务站|保护区|图书馆|档案馆|博物馆|事务所|交易所|管理所|监狱|戒毒所|气象台|电视台|林场|农场|水库|文联|残联|妇联|侨联|工商联|社科联|台联|科协|作协|计生协|商会|学会|幼儿园|公证处|团中央|机关)(?:[（(]本级[)）])?$/u;
/** A year as titles print it. */
export const YEAR = /(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})(?:年度|年|度)?/u;
/** What follows the body's name in a title. */
export const SUBJECT =
  /^(?:部门|单位|本级|区级|市级|省级|县级)?(?:整体|项目|综合|收支|一般公共预算|财政拨款|“?三公”?|"?三公"?|预算|决算|绩效|自评|支出|收入|政府采购|机关运行|国有资产|重点|预决算)/u;
/** Who put a page on the net: the body itself, where the name says which. */
export const SOURCES = /^(?:来源|信息来源|文章来源|稿件来源|发布机构|发布单位|公开主体|发布者)$/u;
/** 第一部分 某局概况, 某局主要职能 */
export const HEADING =
  /^(?:第[一二三四五]部分|[一二三][、.])?[:：]?(.{4,40}?)(?:部门)?(?:单位)?(?:概况|主要职能|主要职责|基本情况|部门职责)$/u;
/** A line that is a date: the signature stands above it. */
export const DATE_LINE =
  /^(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/u;
/** 某社7月18日电, 继, 据: what a page of news says before a name. */
export const REPORTED = /^(?:[^，。]{2,12}\d{1,2}月\d{1,2}日(?:电|讯)|据|继(?!续))/u;
/** What stands in no name: 根据某局…, and headings that were run into it. */
export const OF_A_SENTENCE =
  /^(?:根据|按照|依据|受|而|但|从|由于?|对|将|以|因|并|其|这|如|若|据)|报告[一二三]|[一二三四五]、|[（(][一二三四五][)）]/u;
/** A department's own office as a heading: 局机关, 本级. */
export const OFFICE_ALONE = /^[局委办厅院校部区市县]?(?:机关|本级)(?:本级)?$/u;
/** 219-某县某镇人民政府, [015001]某区教育局, 监督索引号…某局: a code before the name. */
export const CODE_BEFORE =
  /^(?:监督索引号)?(?:[[［(（]\d{3,}[\]］)）]|\d{3,}[-—_](?=\p{Script=Han})|\d{5,}(?=\p{Script=Han}))/u;
/** 某区域（全民健身中心: a bracket that is not closed belongs to other words. */
export const UNCLOSED = /[(（][^)）]*$/u;
/** 某区人民政府某市某区人民政府: a page's path, and the name behind it. */
export const TWICE = /^(\p{Script=Han}{4,16})(\p{Script=Han}{2,8}\1)$/u;
/** 市国资委, 省商务厅: whose, only the reader of its own site knows. */
export const NO_FULL_NAME = /^[省市县区州旗盟](?!.{1,3}[县市区旗])/u;
/** What pages of news print. */
export const OF_NEWS = /本报讯|记者|(?:日|晚|时|青年)报|新闻/u;
/** 某区人民政府关于2017年财政决算的报告: who reports. */
export const REPORTS_ON = /^(?:.*>)?(\p{Script=Han}{3,24}?(?:人民政府|财政局|管理?委员会|管委会))关于/u;
/** A firm. */
export const FIRM = /有限(?:责任)?公司$/u;
/** [发布机构]某县财政局, 来源：某局 | 时间：…, （3）实施主体。某局。: labels that stand anywhere in a line, with a name behind them. */
export const FRAMED =
  /(来源|信息来源|文章来源|稿件来源|发布机构|发布单位|公开主体|实施主体|实施单位|资金使用单位)\s*[\]】]?\s*[:：|。\s]\s*(\p{Script=Han}[\p{Script=Han}（）()]{3,30})/gu;
