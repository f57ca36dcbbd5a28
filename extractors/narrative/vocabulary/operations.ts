import { term } from "./subject-term.ts";

const PROCUREMENT = /采购/;
const ASSETS = /资产|车辆|用车/;
const STAFF = /编制|人员|机构|在职|实有/;
const SMALL = "(?:小微企业|小型[、和]?微型企业|小型和微型企业)";
const MEDIUM = "(?:中小企业|中小微企业|中型、?小型(?:和|、)?微型企业)";
const WINS = "(?:供应商)?(?:中标|成交)(?:[、和或](?:中标|成交))?(?:的)?";

/** 机关运行经费, 会议费, 培训费, 政府采购, 国有资产占用, 人员编制. */
export const OPERATIONS = [
  term("operating_costs", "机关运行(?:经)?费(?:财政拨款)?(?:支出)?(?:总额|合计)?"),
  term(
    "operating_costs",
    "(?:部门|单位|机构|行政|(?:一般公共预算)?财政拨款(?:安排的?)?)运行经费(?:支出)?(?:总额|合计)?",
  ),
  // what the words mean, instead of the words
  term(
    "operating_costs",
    "(?:为)?(?:保障|维持)[^，。；\\d]{0,12}(?:运行|运转)[^，。；\\d]{0,8}购买货物和服务(?:的)?(?:各项|各类)?(?:资金|支出|经费|费用)?(?:合计|总额)?",
  ),
  term("meetings", "会议(?:费用|费|经费)(?:支出)?"),
  term("training", "培训(?:费用|费|经费)(?:支出)?"),
  term(
    "procurement.total",
    "政府采购(?:工作|支出|预算|金额|资金|实际支出|计划|规模|合同)?(?:总额|总量|金额|总金额|总规模|合计|总计|预算|支出)?(?:（[^）]{0,20}）)?",
  ),
  term("procurement.total", "(?<=全[省市县区])采购预算(?:数|金额|总额)?(?=为?\\d)", { phase: "initial_budget" }),
  term("procurement.total", "(?<=^|[，。；：、（]|完成)采购预算(?:数|金额|总额)?(?=为?\\d)", {
    within: /政府采购/,
    phase: "initial_budget",
  }),
  term("procurement.total", "(?<=部门|单位)采购(?:支出|预算|决算)*(?:总额|总金额|金额)", { within: PROCUREMENT }),
  term(
    "procurement.goods",
    "货物类?政府采购(?:支出|预算|金额)*|(?:政府)?采购货物(?:类)?(?:支出|预算|金额)?(?:金额)?|(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|预算|金额|项目)*",
    { within: PROCUREMENT },
  ),
  term(
    "procurement.works",
    "工程类?政府采购(?:支出|预算|金额)*|(?:政府)?采购工程(?:类)?(?:支出|预算|金额)?(?:金额)?|(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|预算|金额|项目)*",
    { within: PROCUREMENT },
  ),
  term(
    "procurement.services",
    "服务类?政府采购(?:支出|预算|金额)*|(?:政府)?采购服务(?:类)?(?:支出|预算|金额)?(?:金额)?|(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|预算|金额|项目)*",
    { within: PROCUREMENT },
  ),
  // 货物、工程和服务政府采购规模: the last of the names says what all of them are
  term("procurement.goods", "货物类?(?=[、和及](?:工程类?[、和及])?服务类?(?:政府)?采购)"),
  term("procurement.works", "工程类?(?=[、和及]服务类?(?:政府)?采购)"),
  term(
    "procurement.sme",
    `(?:货物|工程|服务)(?:类)?采购(?:授予|给予)${MEDIUM}(?:的)?(?:政府采购)?(?:合同)?(?:总)?(?:金额|总额|份额)?`,
  ),
  term("procurement.sme", `(?:授予|给予)${MEDIUM}(?:的)?(?:政府采购)?(?:合同)?(?:总)?(?:金额|总额|份额)?`),
  term("procurement.small_micro", `(?:授予|给予)${SMALL}(?:的)?(?:政府采购)?(?:合同)?(?:总)?(?:金额|总额|份额)?`),
  term("procurement.sme", `(?:面向|向|与)${MEDIUM}(?:的)?(?:政府采购|采购|授予|签订)?(?:的)?合同(?:总)?(?:金额|额)`, {
    phase: "actual",
  }),
  term("procurement.sme", `${MEDIUM}(?:采购)?(?:合同)?(?:金额|总额)?(?=\\d)`, { within: PROCUREMENT }),
  term("procurement.small_micro", `${SMALL}(?:采购)?(?:合同)?(?:金额|总额)?(?=\\d)`, { within: PROCUREMENT }),
  term("procurement.sme", `由${MEDIUM}${WINS}`, { phase: "actual" }),
  term("procurement.small_micro", `由${SMALL}${WINS}`, { phase: "actual" }),
  term(
    "procurement.sme",
    `(?:面向|专门面向|预留给)${MEDIUM}(?:预留|采购)?(?:的)?(?:政府采购)?(?:项目)?(?:预算)?(?:份额)?(?:金额|总额)?`,
    { phase: "initial_budget" },
  ),
  term(
    "procurement.small_micro",
    `(?:面向|专门面向|预留给)${SMALL}(?:预留|采购)?(?:的)?(?:政府采购)?(?:项目)?(?:预算)?(?:份额)?(?:金额|总额)?`,
    {
      phase: "initial_budget",
    },
  ),
  term(
    "assets.vehicles",
    "(?:共有|现有|拥有|实有|占有|占用)?(?:公务)?(?:用)?车辆(?:数)?(?:合计|总数|数量|共计)?|机动车辆?",
    { within: ASSETS },
  ),
  term(
    "assets.vehicles_leader",
    "(?:副?[部省][（(]?[部省]?[）)]?级(?:及|以)?(?:以上)?)(?:领导)?(?:干部)?用车|部级领导干部用车|[厅局](?:级)?(?:及|以){1,2}上?(?:领导)(?:干部)?用车|(?<![要])领导(?:干部)?用车|(?:省|部)级(?:领导)?(?:干部)?用车",
  ),
  term("assets.vehicles_main_leader", "主要(?:领导|负责人)(?:干部)?用车"),
  term("assets.vehicles_confidential", "机要(?:通信|通讯)?(?:应急)?(?:公务)?用车|机要通信(?:保障)?车"),
  term("assets.vehicles_emergency", "应急(?:保障|指挥)?(?:公务)?用车"),
  term("assets.vehicles_law_enforcement", "(?:一般)?执法执勤(?:公务)?(?:用车|车辆)|执法用车"),
  term("assets.vehicles_special", "特种专业技术(?:公务)?(?:用车|车辆)|特种(?:专业)?(?:用车|车辆)"),
  term("assets.vehicles_retired", "离退休(?:干部|人员)?(?:服务)?(?:保障)?用车|老干部(?:服务)?用车"),
  term("assets.vehicles_other", "其他(?:按照规定配备的?)?(?:公务)?(?:用车|车辆|车型)"),
  term(
    "assets.equipment_general",
    "(?:单位)?单?(?:位)?价(?:值)?(?:在)?(?:人民币)?50万元(?:（含）|及)?(?:（含）)?以上(?:的)?(?:（含50万元）)?(?:的)?(?:通用)?设备|通用设备",
  ),
  term(
    "assets.equipment_special",
    "(?:单位)?单?(?:位)?价(?:值)?(?:在)?(?:人民币)?100万元(?:（含）|及)?(?:（含）)?以上(?:的)?(?:（含100万元）)?(?:的)?专用设备|(?:大型)?专用设备",
  ),
  term(
    "assets.equipment",
    "(?:单位)?单?(?:位)?价(?:值)?(?:在)?(?:人民币)?(?:100|50)万元(?:（含）|及)?(?:（含）)?以上(?:的)?(?:大型)?(?:仪器)?设备(?:（不含车辆）)?",
  ),
  term(
    "staff.established",
    "(?:人员)?(?:总)?编制(?!20\\d{2}|单位|说明|范围|依据|原则|工作|情况|部门|预算|完成|过程)(?:人?数|总数|人员)?|核定(?:人员)?编制(?:数|总数)?|编制总?(?:人数|数)(?:小计|合计|总计)?|机关编制(?=\\d+[名人个]，其中)|核定事业编制(?=\\d+[名人个](?![^。]*编制))",
    {
      within: STAFF,
    },
  ),
  term(
    "staff.actual",
    "(?:年末|期末|年底|现有|编制内|在编)?(?:编制内)?实[有际](?:在职|在编|在岗){0,2}(?:正式)?(?:人数|人员|(?:干部|教)?职工)?(?:总数)?|(?:年末|实际)?(?:在职|在编|在岗){1,3}(?:干部)?(?:人数|人员|职工)(?:总数)?|在职干部(?=\\d)|在职(?=(?:共|有|为)*\\d+[人名])|(?:现有|实有)(?:在编|在职|正式)*(?:教职员?工|干部职工|职工)(?:人数)?(?=(?:共|有|为)*\\d+[人名])",
    { within: STAFF },
  ),
  term("staff.actual", "(?:现有|实有|年末|期末)?(?:在职|在编)?(?:教职员?工|职工)(?:总数|总人数)|在职教职员?工(?=\\d)"),
];

/** 比编制数少3人: what is compared with, no number of posts. */
export const THAN_POSTS = "(?:比|较|超)(?:核定)?(?:的)?(?:人员)?编制(?:人?数)?";

/** 举办0次节庆、晚会、论坛，开支0万元: what is held is a noun of its own, and what it cost is not the meetings'. */
export const HELD = "(?:举办|承办|主办)(?![^，。；]{0,30}(?:会议|培训))[^，。；]{2,30}";
