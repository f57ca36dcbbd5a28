/** What tells the lines of a table of accounts in text, where nothing else says where a cell ends. On text without white space. */

/** 一、 （一） 1. at the head of a label. */
export const NUMBERED_LABEL =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．.](?!\d))/u;
/** Lines below a table: notes, the next table's title and caption, headings, sentences. */
export const STANDS_BELOW =
  /^(?:备?注[：:]|说明[：:]|附[件表]|第[一二三四五六七八九十]+部分|公开\s*\d+\s*表|(?:金额|编制|填报|预算|公开)?(?:单位|部门)(?:名称)?[：:])|[。；]$/u;
/** A line that ends as the titles of these tables do: 支出决算总表. */
export const TITLE_OF_ACCOUNTS = /(?:预算|决算|收支|总|明细|汇总|情况|分类)(?:总)?表(?:[（(].*[）)])?$/u;
/** Labels that carry no number of their own. */
export const UNNUMBERED_LABEL =
  /^(?:总计|合计|(?:本年)?(?:收入|支出)(?:合计|总计)|收、?支总计|使用非财政|用事业基金|结余分配|(?:年初|年末|上年|年终)(?:财政拨款)?结|结转下年|(?:一般公共|政府性基金|国有资本经营)预算|其中)/u;
/** A label of the income half. */
export const REVENUE_LABEL =
  /收入|^(?:[一二三]、|[（(][一二三][）)]|\d[.、．])?(?:(?:一般)?公共预算|政府性基金预算|国有资本经营预算)(?:财政拨款|拨款)?$|使用非财政|用事业基金|年初|上年|专户管理资金|单位资金/u;
/** The label that closes a half. */
export const TOTAL_OF_HALF = /^(?:总计|合计|收、?支总计)$/u;
/** A head that sums the columns beside it. */
export const SUM_OF_HEADS = /^(?:本年)?(?:收入|支出)?(?:合计|小计)/u;
/** A head that is a phase and nothing else: 2024年预算数. */
export const PHASE_OF_HEADS =
  /^(?:\d{4}(?:年(?:度)?|[-—](?:度)?)|上年|本年|年初|全年|调整(?:后)?)?(?:预算|决算|执行)(?:数|金额)?$/u;
/** The label of the line that sums coded lines. */
export const TOTAL_OF_CODES = /^(?:合计|总计|本年(?:收入|支出)?合计|(?:人员|公用)经费合计)$/u;
/** Rates do not add up. */
export const RATE_HEAD = /[%％率]/u;
/** The head of what was carried in. */
export const OPENING_HEAD = /^(?:年初|上年)/u;
/** The head of what is carried over. */
export const CLOSING_HEAD = /^(?:年末|结转)/u;
/** Heads of codes in the text of a header, as often as they stand there. */
export const CODE_HEAD_IN_TEXT = /科目(?:编码|代码)/gu;
/** Heads that name lines, count columns, or gather the heads beside them. */
export const NAMING_HEAD = /^(?:项目|(?:支出)?(?:功能|经济)?(?:分类)?科目(?:编码|代码|名称)?|[类款项栏次行]+)$/u;
/** The head of the whole of a line. */
export const TOTAL_HEAD = /^(?:本年)?(?:收入|支出)?(?:合计|总计)$/u;
/** Heads of the columns that name projects and their bodies. */
export const NAMING_OF_PROJECTS =
  /^(?:类型|(?:项目)?类别|项目(?:名称|单位|类型)|(?:预算|主管)?(?:单位|部门)(?:名称)?)$/u;
/** The label of the line that sums projects. */
export const TOTAL_OF_PROJECTS = /^(?:合计|总计)$/u;
/** What heads tables of accounts, and what heads forms that only print amounts among other things. */
export const HEADS_OF_ACCOUNTS = /科目|收入|支出|预算|决算|三公|公用经费|出国|接待|用车|采购|拨款|车辆数/u;
/** Words of forms that only print amounts among other things. */
export const HEADS_OF_OTHER_FORMS = /指标|分值|得分|自评|绩效|财政供养|控制率|评价/u;
/** 1, 2 … or 1=2+3: what a row that numbers the columns holds. */
export const MARK_OF_COLUMN = /^[（(]?\d{1,2}[)）]?栏?(?:=[\d+\-−*×/÷()（）]+)?$/u;
/** What stands beside the numbers of columns. */
export const MARK_LABEL = /^(?:栏次|行次|类|款|项|目|甲|乙)$/u;
/** A row's label: 一、 1. （一） 301 合计 无. */
export const LABEL_OF_LINE =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.]|\d{3,7}$|合计$|总计$|无$)/u;
/** Heads of columns that name or number lines, in contrast to those that hold amounts. */
export const NAMING_OR_NUMBERING =
  /编码|代码|名称|科目|^(?:项目|内容)(?:[（(].*[)）])?$|^(?:行次|栏次|序号|单位|部门|类别)$/u;
/** A head over one part of a code. */
export const CODE_PART = /^[类款项目]$/u;
/** Heads that begin a group: its sum, or the change against another year. */
export const OPENS_GROUP = /^(?:小计|合计)$|^增/u;
/** A head over changes: 2024年预算数比2023年执行数. */
export const COMPARES = /[比较]/u;
/** The head over what was bought and what was spent on running official cars. */
export const OVER_VEHICLES = /^(?:公务用车|公务车|公车)购置(?:及|和|与)运行/u;
/** Heads that stand over others, and what stands below them. */
export const HEADS_OVER_HEADS: readonly (readonly [RegExp, RegExp])[] = [
  [OVER_VEHICLES, /^(?:小计|合计)$|^(?:公务用车|公务车|公车|车辆)?(?:购置|运行|运行维护)费?$/u],
  [/^基本支出$/u, /^小计$|^(?:日常)?(?:人员|公用)经费$|^(?:工资福利|商品和服务)支出$|^对个人和家庭的补助/u],
  [/^本年收入$/u, /^小计$|预算(?:拨款)?(?:收入|资金)?$|(?:补助|事业|经营|上缴|其他)收入$|资金(?:收入)?$/u],
  [/[比较与和](?:\d{4}|上)年/u, /^增/u],
  [/^本年支出$/u, /^(?:合计|小计)$|^(?:基本|项目)支出$/u],
];
/** 项目 over the labels of a half. */
export const PROJECT_HEAD = /^项目/u;
/** A label that sums what stands above it. */
export const CLOSES_SUM = /合计$|总计$/u;
/** A label that may be the last of a table. */
export const CLOSES_TABLE = /总计$|^合计$/u;
/** 收入总计, 支出总计. */
export const GRAND_TOTAL = /总计$/u;
/** A label of the expenditure half. */
export const SPEAKS_OF_EXPENDITURE = /支出/u;
/** 科目编码 under 功能分类科目. */
export const CODE_OF_ITEM = /^科目(?:编码|代码)$/u;
/** 功能分类科目 over 科目编码 and 科目名称. */
export const CLASSIFIED = /分类科目$/u;
/** The head over the numbers of a half's lines. */
export const LINE_NUMBER = /^行次$/u;

/** 栏次 or 行次 alone. */
export const ORDER_MARK = /^[栏行]次$/u;
/** One part of a code as a head. */
export const CODE_PART_HEAD = /^[类款项]$/u;
/** What may stand among the numbers of columns. */
export const ORDER_OR_CODE_PART = /^[栏行]次$|^[类款项]$/u;
/** The first words of a header of accounts. */
export const BEGINS_HEADER =
  /^(?:项目|年度|年份|收入|支出|本年|财政拨款|一般公共|人员经费|公用经费|合计|预算数|决算数|“?三公|(?:支出)?(?:部门预算|政府预算|功能|经济|科目)|类|行次|栏次|单位(?:编码|代码|名称)|\d{4}年)/u;
/** A line that ends so is no line of a header. */
export const ENDS_NO_HEAD = /[表：:。；，、]$/u;
/** 2019年预算数, 本年决算, 上年执行数: a group of columns that is a phase. */
export const PHASE_OVER_COLUMNS =
  /^(?:(?:20\d{2}年?|本年|上年|当年|年初|全年)(?:度)?)*(?:部门)?(?:预算|决算|执行|调整预算)(?:安排)?(?:数|额)?(?:[（(].{1,6}[）)])?$|^(?:项目|单位)(?:名称)?$/;
/** A form's field whose value stands on the next line, though rows follow. */
export const FIELD_OF_FORM = /^(?:项目名称|主管部门|实施单位|单位名称|部门名称|预算单位)(?:[（(].{1,6}[)）])?$/;
/** 单位：万元 in a cell of its own. */
export const UNIT_CELL = /^(?:金额)?单位[：:]/;
/** 部门：某局 beside it. */
export const BODY_CELL = /^(?:部门|(?:部门|单位)名称|(?:填报|编制|预算|公开)(?:单位|部门))[：:]/;
/** Lines above a table that stand in rows of it: its unit, its body, its number, what it is attached to. */
export const CAPTION_OF_ACCOUNTS =
  /^(?:金额|货币)?单位[：:]?[（(]?(?:人民币)?[百千万亿]*元|^(?:部门|单位|(?:部门|单位)名称|(?:填报|编制|预算|公开)(?:单位|部门))(?:名称)?[：:]|^附[件表]|^(?:预算)?(?:公开|决算|表)\s*\d{1,2}\s*表?$|^表[一二三四五六七八九十\d]+$|^\d{4}年度?$/u;
/** A row that names or numbers a table of its own: 某支出情况表, 表2, 附件. */
export const NAMES_TABLE =
  /(?:预算|决算|收支|收入|支出|经费|情况|统计|汇总|明细|总)(?:总|汇总|统计|明细|情况|预算|决算)*表(?:[（(].*[）)])?$|^附?表\s*[一二三四五六七八九十\d]+[.．。:：]?$|^附件\s*\d*[.．。:：]?$/u;
/** The head over the names of a half's lines, where no 项目 stands below it. */
export const NAMES_HALF = /^(?:收入|支出)$/u;
