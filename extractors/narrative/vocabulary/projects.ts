/** What leads to a list of projects: 项目支出…，其中：, 项目支出包括：. */
export const LIST =
  /(?:项目支出|项目经费|专项经费)(?:[^。；]{0,40}?(?:万元|元)(?:，占[^，。；]{0,20}%)?[^。；\d]{0,30}?(?:其中|包括|分别(?:是|为))[：，]?|[^。；\d，]{0,16}?(?:主要)?(?:包括|如下|分别(?:是|为)|有)：)/gu;
/** A name of such a list, before its amount. */
export const LISTED =
  /(?<=[，；、：]|其中|包括)([\p{Script=Han}A-Za-z0-9（）]{3,40}?)(?:支出)?为?(?=\d[\d,]*(?:\.\d+)?(?:万元|元|亿元|万))/gu;
/** How names of projects end. */
export const PROJECT = /(?:经费|项目|专项|资金|支出|费|补助|补贴|工程|平台|系统|培训|服务|建设)$/u;
/** Parts of the accounts, not projects. */
export const ACCOUNTS =
  /^(?:基本支出|项目支出|人员(?:经费|支出)|(?:日常)?公用(?:经费|支出)|工资福利支出|商品和服务支出|对个人.*|资本性支出|其他资本性支出|财政拨款.*|一般公共预算.*|政府性基金.*|国有资本.*|上年结转.*|其他资金|年初.*|实际.*|.*收入|.*（类）.*|本年.*|三公经费.*|公务(?:接待|用车|车).*|因公.*|会议费|培训费|结余.*|.*预算|.*决算)$/u;
/** A project before its own budget. */
export const BUDGETED =
  /(?<=^|[，。；：、]|20\d{2}年(?:度)?(?:部门)?)([\p{Script=Han}A-Za-z（）]{3,30}?(?:工作经费|专项经费|专项资金|项目资金|运维经费|建设项目|服务项目|项目|专项))(?=(?:20\d{2}年(?:度)?)?(?:年初|全年|支出|当年|年度)?预算(?:数|资金|安排|金额|拨款)*(?:为|是)?\d)/gu;
/** Words that name no project. */
export const GENERIC =
  /^(?:各|全部|本|该|此|所有|二级|重点|一般|部门|单位|整体|财政|年[初中末度]|全年|上年|当年|面向|政府采购|采购|预留|调整|追加|批复|下达|安排|预算|决算|实际|到位|其中|含|共|新增|增加|减少)|(?:涉及|自评|中小企业|小微企业)/u;
/** 人民调解项目经费情况说明. */
export const PROJECT_HEADING =
  /^(?:[（\d一二三四五六七八九十）.、]*)([\p{Script=Han}A-Za-z0-9（）]{2,40}?)(?:项目)?(?:经费|支出|项目|资金)情况(?:说明)?$/u;
/** 部门整体支出绩效自评综述：…全年预算数为…，执行数为…: all the money of the form. */
export const WHOLE_OPENING = /^[^，。；：]{0,40}整体[^，。；：]{0,12}(?:自评|评价)[^，。；：]{0,6}：/u;
/** 校园安保服务项目绩效自评综述： */
export const OPENING =
  /^(?:[（(]?[\d一二三四五六七八九十]+[）).、．]*)?([\p{Script=Han}A-Za-z0-9（）+\-—、]{2,50}?(?:项目|专项|专项资金|经费|资金|工程|补助))(?:支出)?(?:的)?(?:绩效)?(?:自评|评价)?(?:综述|情况|结果)?：/u;

/** Where a list of projects ends. */
export const LIST_ENDS = /；(?:[^，；]{0,6}支出|其中)/u;

/** Headings that name accounts, not a project. */
export const NO_PROJECT_HEADING =
  /收入|支出|预算|决算|三公|采购|基本|财政|机关|重点|部门|一般|其他|^[\p{Script=Han}]{0,3}(?:专项|项目)/u;

/** Accounts, not a project. */
export const NO_PROJECT = /三公|支出|收入|整体|机关运行|接待|出国|用车/;

/** 三、主要项目支出安排: the sentences below tell what each project gets. */
export const GIVEN_TO_PROJECTS = /(?:项目|专项)(?:支出|经费|资金)?(?:预算)?安排(?:情况)?(?:说明)?$/m;
/** 主要是：…: each item a project and its amount. */
export const ITEMS_LEAD = /^(?:主要(?:是|有|包括|用于)|其中|包括|具体(?:是|为)|分别(?:是|为))：?/u;
/** 中小学生运动会10万元: an item, all of it. */
export const ITEM =
  /^(?![比较与同占含])(?!.*(?:增加|减少|增长|下降|比上年))([\p{Script=Han}A-Za-z（）、]{3,40}?)(?:支出)?为?(?=\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|万)$)/u;
/** 安排职业学校专项经费212.2万元: a sentence's own project. */
export const GIVEN =
  /(?<=^(?:（?\d{1,2}[）、.]+)?安排)([\p{Script=Han}A-Za-z（）]{4,40}?(?:经费|资金|补助|项目))(?=\d[\d,]*(?:\.\d+)?(?:万元|亿元|元|万))/u;
/** 预算内专项经费: all there is of a kind. */
export const ALL_OF_A_KIND = /^(?:预算内|本级|财政|部门|各类|其他)*(?:专项|项目)*(?:支出|经费|资金)*$/u;
