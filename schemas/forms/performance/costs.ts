/** Lines of base data, savings and detail tables: concept by label, first match wins. Labels come without numbering. */
export const COST_LINES: readonly (readonly [string, RegExp])[] = [
  ["sangong.total", /^[“"]?三公[”"]?经费/u],
  ["sangong.overseas", /^因公出国|^出国/u],
  // 公交车 is how some publishers misprint 公务车
  [
    "sangong.vehicle_purchase",
    /^(?:公务用?车|公车|公交车)?购置(?:费|经费)?$|^(?:公务用车|公车|公交车)购置(?!.*运行)(?!.*维护)/u,
  ],
  ["sangong.vehicle_operation", /^(?:公务用?车|公车|公交车|车辆)(?:运行|维护)/u],
  ["sangong.vehicle", /^(?:公务用?车|公车)(?:购置|运行)?.*(?:及|和|与).*/u],
  ["sangong.reception", /^公务接待|^接待费/u],
  ["project_operations", /^业务工作(?:经费|专项)/u],
  ["project_maintenance", /^运行维护(?:经费|专项)/u],
  ["project_special", /^(?:(?:省|市|区|县|州|本|市州)级?)?(?:财政)?专项(?:资金|经费)/u],
  ["expenditure.project", /^(?:部门)?项目支出(?:合计|总计|小计)?$/u],
  ["expenditure.basic", /^(?:部门)?基本支出(?:合计|总计|小计)?$/u],
  ["expenditure.personnel", /^人员(?:经费|支出)(?:合计|小计)?$/u],
  ["expenditure.public", /^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/u],
  ["meetings_training", /^会议费(?:[、和及]|与)培训费/u],
  ["meetings", /^会议费/u],
  ["training", /^培训费/u],
  ["utilities_travel", /^水费[、，]?电费[、，]?差旅费|^水电费[、，]差旅费/u],
  ["office", /^办公(?:经费|费)/u],
  ["operating_costs", /^机关运行经费/u],
  ["procurement.total", /^政府采购/u],
  ["basic_expenditure_adjustment", /^(?:部门)?基本支出预算调整/u],
  [
    "economic",
    /^(?:工资福利支出|商品和服务支出|对个人和家庭的?补助(?:支出)?|资本性支出|债务利息及费用支出|对企业补助|其他支出)/u,
  ],
];

/** Heads of the staff block. */
export const STAFF: readonly (readonly [string, "count" | "share", RegExp])[] = [
  ["staff.control_rate", "share", /控制率/u],
  ["staff.established", "count", /编制(?:人)?数/u],
  ["staff.actual", "count", /(?:实际|实有|在职|年末).*人数|在职人员/u],
];
/** Heads that speak of buildings: 控制率 beside them is no rate of staff. */
export const OF_BUILDINGS = /规模|投资/u;
/** The unit of staff in a head, and in the label beside it. */
export const PERSONS = /人/u;
/** In brackets in the block's label. */
export const PERSONS_NOTED = /\(人\)/u;
/** Heads of years of costs. */
export const YEAR_HEAD = /[预决]算|执行数/u;
/** Blocks after the costs. */
export const AFTER_COSTS = /^楼堂馆所|^厉行节约/u;
/** The name of a project is at least so many Han characters. */
export const NAMED = /[\u4e00-\u9fff]{3}/u;
/** A year before a head. */
export const STATED_YEAR_HEAD = /^(\d{4})年度?/u;
/** The year before. */
export const YEAR_BEFORE_HEAD = /^(?:上年|上一年|去年)/u;

/** In running text: what a 基础数据表 begins with, the heads of its staff and of its years of costs, the names of its lines. */
export const BASE_DATA_BEGINS = /^财政供养人员/u;
export const BASE_DATA_HEADS: readonly (readonly [string, "label" | "amount"])[] = [
  ["财政供养人员(?:情况)?(?:\\([^()]{1,4}\\))?", "label"],
  ["经费控制情况(?:\\([^()]{1,4}\\))?", "label"],
  ["(?:人员)?编制数(?:\\([^()]{1,4}\\))?", "amount"],
  ["(?:\\d{4}年度?|年末|本年)?(?:实际|实有)?(?:在职|在编)?人数(?:\\([^()]{1,4}\\))?", "amount"],
  ["控制率(?:\\([^()]{1,4}\\))?", "amount"],
  ["(?:\\d{4}年度?|上年度?|本年度?)(?:年初)?(?:预算|决算|执行)数?(?:\\([^()]{1,4}\\))?", "amount"],
];
/** Names of lines of costs, with the marks of order before them. */
export const COST_NAMES: readonly (readonly [string, true])[] = [
  '[“"]?三公[”"]?经费',
  "(?:公务用?车|公车|公交车)购置(?:和|及|与)(?:运行)?维护(?:经费|费)?",
  "(?:公务用?车|公车|公交车)(?:购置|运行维护|运行)(?:经费|费)?",
  "(?:因公)?出国(?:\\(境\\))?(?:经费|费用?)",
  "公务接待(?:费|经费)?",
  "(?:部门)?(?:基本|项目)支出:?",
  "业务工作(?:专项|经费)(?:\\([^()]{1,10}\\))?",
  "运行维护(?:专项|经费)(?:\\([^()]{1,10}\\))?",
  "(?:省|市|区|县|州|本)?级?专项(?:资金|经费)(?:\\([^()]{1,10}\\))?",
  "(?:日常)?公用经费",
  "人员经费",
  "办公(?:经费|费)",
  "水费、?电费、?差旅费",
  "会议费(?:、|和)?培训费",
  "政府采购(?:金额|支出)?",
  "(?:部门)?(?:基本|整体)支出预算调整",
].map(
  (name) =>
    [
      `(?:其中[:-]?)?(?:\\d{1,2}[、.]|[一二三四五六七八九十]+[、.]|\\([一二三四五六七八九十\\d]\\))?${name}`,
      true,
    ] as const,
);
/** Lines that are part of no line above them. */
export const TOP_COST = /^(?:[“"]?三公|(?:部门)?(?:基本|项目|整体)支出|政府采购|公用经费|人员经费)/u;
/** The head that base data of staff never lack. */
export const BASE_DATA_RATE = /控制率/u;
