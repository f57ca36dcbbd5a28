import type { Measure } from "../../../schemas/index.ts";

/** Words that name the phase of the amount behind them; the longest at a place wins. */
export const PHASES: readonly { readonly phase: Measure; readonly words: string }[] = [
  {
    phase: "initial_budget",
    words:
      "年?初(?:部门)?(?:批复|安排|下达|核定|[省市县区]?财政拨款)?(?:的)?(?:财政拨款)?(?:支出|收入|部门)?预算(?:批复|安排)?(?:数|金额|总额|额|资金)?|年初(?:安排|批复|部门预算)(?:数|金额)?|(?:支出|收入|部门|当年|本年|批复的|财政拨款|项目|本年度|年度)?预算(?:批复|安排|下达)?(?:数|总额|金额|额|资金|总数)?|年初数|(?:年度|部门)?预算安排(?:数|金额|资金|支出)?|计划(?:数|安排)|安排预算|安排情况(?:说明|公开)?",
  },
  {
    phase: "final_budget",
    words:
      "(?:全年|调整后?(?:的)?(?:全年)?|年中预算调整后|年终|变更后(?:的)?)(?:支出)?(?:总)?预算(?:调整后)?(?:数|总额|总金额|金额|资金)?|预算调整(?:后)数|调整预算数|预算总金额|年中预算调整后|调整后",
  },
  { phase: "adjustment", words: "(?:年中)?预算(?:追加|调整|调增)(?:数|金额)?|年中追加(?:预算)?(?:数|金额)?|追加预算" },
  {
    phase: "actual",
    words:
      "(?:支出|收入|实际|年末|年终|年度)?决算(?:支出|收入)?(?:数[字据]?|总额|金额|额|资金)?|(?:支出)?完成(?:数)|(?:当年|本年|实际|支出)?(?:预算)?执行(?:支出)?(?:数|总额|金额|额)|(?:实际|累计|全年|全年实际)(?:总)?(?:支出|支付|发生|使用|列支|开支|完成|执行)(?:数|金额|额|总额|资金)?|实际收入|实际采购(?:支出)?(?:总)?(?:金额|额)?|实际(?:支出|使用)资金",
  },
];

/** A number behind these says how far a budget was carried out. */
export const EXECUTION =
  "完成(?:了)?(?:[^，。；：%\\d]{0,14}?(?:预算|年初预?算|计划|调整数|预算数))(?:数|总额)?(?:的)?(?:比例)?(?:为)?|(?:为|是|占|达到?)(?:当年|本年)?(?:年初|全年|调整后?|本年|年度)?(?:支出)?预算(?:数)?的|占(?:当年|本年)?(?:年初|全年|调整后?|年度)(?:支出)?预算(?:数)?(?=\\d)|(?:总体|综合|部门|全年|支出|资金)?预?算?(?:执行|完成)(?:进度|完成)?率|支出进度|完成率|完成(?:了)?(?=\\d[\\d.]*%)";

/** Words of change. `far` verbs reach a value when 为, 到 or 至 follows: 下降到3万元 is a new amount. */
export const RISES =
  "净增(?:加|长)?|增加|多(?=\\d)|增长|上升|提高|增幅|增涨|上涨|上浮|增支|新增|调增|扩大|多支出|多花费?|高出|超支|超出|增(?=\\d|了|至|到|为)|升幅|涨幅|增额|增速";
/** Verbs of falling: what follows is printed without a sign and is less than before. */
export const FALLS =
  "净减(?:少)?|减少|少(?=\\d)|下降|降低|压减|压缩|缩减|削减|调减|降幅|减幅|减支|下调|核减|减低|回落|降(?=\\d|了|至|到|为)|减(?=\\d|了|至|到|为)|少支出|少支|少花费?|降了";
/** Verbs of saving: spent less than there was. */
export const SAVES = "节减|节约|节省|节支";

/** Behind a verb of change: what belongs to it. */
export const CHANGE_TAIL =
  "(?:（(?:增长|增加|减少|下降|上升|降低)）)?(?:了|额|率|比率|比例|幅度|金额|数额|数|支出)*(?:约)?(?:为|达)?";

/** A number behind these is a part of a whole. */
export const SHARE = "占比(?:例|重)?(?:为|达|是)?|所占比例(?:为)?|占";

/** From here to the end of the clause the publisher explains; numbers there need a subject of their own. */
export const REASONS =
  "(?:[\\p{Script=Han}]{0,8}的?)?主要(?:的)?(?:原因|是由于|是因为?|是(?!指)|由于|为了|系|用于(?!以下|下列|如下)|用作|包括|为(?=[\\p{Script=Han}]{3}))(?:是|为)?|(?:[\\p{Script=Han}]{0,6}的?)?原因(?:是|为|如下|主要)?|由于|因为|所致|系因?(?=[\\p{Script=Han}])|用于(?!以下|下列|如下)|因(?!公|此)|其主要(?:是|为)|是因|得益于";

/** A number for each head, car or time: no total. */
export const PER_HEAD =
  "(?:由|从)(?=[\\d.,]+(?:(?:万|亿)?元|个|批|人|辆|台))|(?:执行中|年中)(?:预算)?(?:调减|压减|核减|追减)|人均|车均|平均每?|户均|每(?:人|辆|台|户|车|次|批|名|年每)|单车|均价|折合|标准(?=(?:为|是|控制在)?每?\\d|每|不)|不超过|不得超过|不低于|不高于|限额|控制数|控制指标|低于|高于";

/** Amounts an evaluation covers are no amounts of the body's accounts. */
export const COVERS = "(?:共|共计)?涉及(?!的?(?:因公|出国))(?:的)?";

/** A sum at the head of a clause that names no subject: the section's first subject. */
export const SUM_OF_ALL =
  "(?<=^|[，。；：])(?:以上)?(?:各项|三项|全年)?(?:合计|总计|共计|总额)(?=(?:支出|预算|决算|金额|数|为|：)*\\d)";

/** Neither subject nor relation: may stand between a subject and its number. */
export const GLUE =
  "收入|支出|总额|总数|总计|合计|共计|总共|累计|共|数|额|金额|总金额|总量|经费|费用|费|资金|财政拨款|一般公共预算|政府性基金|拨款|当年|全年|年度|年内|全部|部门|单位|本单位|本部门|我局|我单位|我部门|我办|本局|我镇|实际|均为|均|仅为?|只有|则|也|又|并|且|同口径|可比口径|按可比口径|同期|分项看|其中|另外?|和|与|及|各|由|从|在|中|已|安排|列支|发生|开支|使用|用|花费|人民币|约为?|大约|近|将近|为|是|达到?|计|的|了|其|有|年末|年底|期末|目前|规模|部分|水平|情况|数量|个数|说明|购买|采购|具体|完成|下达|批复|年|度|新|款|项|类|项目|该项目|一是|二是|三是|四是|包括|包含|含|到位|主要(?=为)|省级|市级|县级|区级|本级|以及|全市|全县|全区|全镇|全省|未|无|因素|较|比|期间|相比较?|相较|对比|比较|在职|存量|分为|预计|拟|计划|支付|结算|汇总|上报|资产|固定|国内|入账|控制在|上花费|上支出|上开支|涉及|参加|参与|财政预算拨款|公共预算财政拨款|公共预算拨款|人数|人次|总人数|总人次|拨入|此外|而|用于支付|科目";

/** 安排 straight before what is paid for: provided for in the budget, unless the text speaks of what was spent. */
export const PLANNED =
  "(?<!年初|预算)安排(?:了)?(?=(?:的)?(?:三公经费|公车|公务接待费|公务用车(?:购置|运行)|因公出国（境）(?:费|经费)))(?!的)";
