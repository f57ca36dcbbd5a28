import type { Measure } from "../../../schemas/index.ts";

/** Words that name the phase of the amount behind them; the longest at a place wins. */
export const PHASES: readonly { readonly phase: Measure; readonly words: string }[] = [
  {
    phase: "initial_budget",
    words:
      "(?:批准|审议通过)的(?=(?![^，。；]{0,24}(?:调整|决算))[^，。；\\d]{0,12}(?:20\\d{2}年)?[^，。；\\d]{2,16}(?:收入|支出)(?:为|是)?\\d)|由(?=[\\d,.]+(?:万|亿)?元(?:调整|调增|调减)(?:为|到|至)\\d)|(?:批准|审议通过)(?:的)?年初(?=一般公共预算|政府性基金|国有资本)|年?初(?:部门)?(?:批复|安排|下达|核定|[省市县区]?财政拨款)?(?:的)?(?:财政拨款)?(?:支出|收入|部门)?预算(?:批复|安排)?(?:数|金额|总额|额|资金)?|年初(?:安排|批复|部门预算)(?:数|金额)?|(?:支出|收入|部门|当年|本年|批复的|财政拨款|项目总|项目|本年度|年度)?预算(?!稳定)(?:批复|安排|下达)?(?:数|总额|金额|额|资金|总数)?|年初数|采购(?:计划|预算)(?:总金额|总额|金额|数)|(?:年度|部门)?预算安排(?:数|金额|资金|支出)?|计划(?:数|安排)|预期(?:目标)?(?=为?\\d)|安排预算(?!稳定)|安排情况(?:说明|公开)?",
  },
  {
    phase: "final_budget",
    words:
      "(?:全年|调整后?(?:的)?(?:全年)?|年中预算调整后|年终|变更后(?:的)?)(?:支出)?(?:总)?预算(?:调整后)?(?:数|总额|总金额|金额|资金)?|预算调整(?:后)数|(?:调整|变动)预算数?|预算总金额|年中预算调整后|调整后|(?:调整|调增|调减)(?:为|到|至)(?=\\d)",
  },
  { phase: "adjustment", words: "(?:年中)?预算(?:追加|调整|调增)(?:数|金额)?|年中追加(?:预算)?(?:数|金额)?|追加预算" },
  {
    phase: "actual",
    words:
      "实际(?:采购|成交|签约)(?:总金额|总额|金额|规模|数)|(?:支出|收入|实际|年末|年终|年度)?决算(?:支出|收入)?(?:数[字据]?|总额|金额|额|资金)?|(?:支出)?完成(?:数)|支出完成(?=\\d)|(?<!率)完成(?:了)?(?=\\d[\\d,.]*(?:万|亿)?元)|(?<=^|[，。；：、]|全年|实际|当年|本年|年度|年|已|共|累计)执行(?:了)?(?=\\d)|(?:当年|本年|实际|支出)?(?:预算)?执行(?:支出)?(?:数|总额|金额|额)|(?:实际|累计|全年|全年实际)(?:总)?(?:支出|支付|发生|使用|列支|开支|完成|执行)(?:数|金额|额|总额|资金)?|实际收入|(?:实际)?(?:完成)?(?:实际|完成)采购(?:支出)?(?:总)?(?:金额|额)?|实际(?:支出|使用)资金",
  },
];

/** A number behind these says how far a budget was carried out. */
export const EXECUTION =
  "(?:完成|为)(?!采购预算(?:数|金额)?为?\\d[\\d,.]*(?:万|亿)?元)(?:了)?[^，。；：%]{0,30}?(?:会议|人大|人民代表大会|常委会)[^，。；：%\\d]{0,16}?预算(?:收入|支出)?(?:数)?(?:的)?(?=\\d)|完成(?!采购预算(?:数|金额)?为?\\d[\\d,.]*(?:万|亿)?元)(?:了)?(?:[^，。；：%\\d]{0,14}?(?:预算|年初预?算|计划|调整数|预算数))(?:数|总额)?(?:的)?(?:比例)?(?:为)?|(?:为|是|占|达到?)(?:当年|本年)?(?:年初|全年|调整后?|本年|年度)?(?:支出)?预算(?:数)?的|占(?:当年|本年)?(?:年初|全年|调整后?|年度)(?:支出)?预算(?:数)?(?=\\d)|(?:总体|综合|部门|全年|支出|资金)?预?算?(?:执行|完成)(?:进度|完成)?(?:率|比例|比率)|支出进度|完成率|完成(?:了)?(?=\\d[\\d.]*%)";

/** Words of change. `far` verbs reach a value when 为, 到 or 至 follows: 下降到3万元 is a new amount. */
export const RISES =
  "(?:增加?|增长|上升)（(?:减少?|下降|降低)）(?=0(?:\\.0+)?(?:%|万?元))|净增(?:加|长)?|增加|增收(?=\\d|了)|高(?=\\d)|多(?=\\d)|增长|上升|提高|增幅|增涨|上涨|上浮|增支|新增|调增(?![为到至]\\d)|扩大|多支出|多花费?|高出|超支|超出|增(?=\\d|了|至|到|为)|升幅|涨幅|增额|增速";
/** Verbs of falling: what follows is printed without a sign and is less than before. */
export const FALLS =
  "净减(?:少)?|减少|减收(?=\\d|了)|低(?=\\d)|少(?=\\d)|下降|降低|压减|压缩|缩减|削减|调减(?![为到至]\\d)|降幅|减幅|减支|下调|核减|减低|回落|降(?=\\d|了|至|到|为)|减(?=\\d|了|至|到|为)|少支出|少支|少花费?|降了";
/** A difference that carries its own sign: 预决算差异率-23.5%, 增减额2万元. */
export const DIFFERS = "(?:预决算|预算|执行)?差异(?:率|额|数)|(?:增减|变动)(?:率|额|幅度|比例|比率)";
/** 变动率为-12.8%: from which of the two, only a comparison before it tells. */
export const MERELY_DIFFERS = /^(?:增减|变动)/;
/** Verbs of saving: spent less than there was. */
export const SAVES = "节减|节约(?:财政)?(?:资金)?|节省(?:财政)?(?:资金)?|节支|节资";

/** Behind a verb of change: what belongs to it. */
export const CHANGE_TAIL = "(?:了|额|率|比率|比例|幅度|金额|数额|数|支出)*(?:约)?(?:为|达)?";

/** A number behind these is a part of a whole. */
export const SHARE = "占比(?:例|重)?(?:为|达|是)?|所占比例(?:为)?|占";

/** A text without any of these explains nothing: one look spares the costly ones. */
export const EXPLAINS = /主要|因|由于|所致|系|得益|用于|用来|用以|指|旨在|以[弥保满]|为了/;

/** From here to the end of the clause the publisher explains; numbers there need a subject of their own. */
export const REASONS =
  "(?:[\\p{Script=Han}]{0,8}的?)?主要(?:的)?(?:原因|是由于|是因为?(?!公)|是(?!指)|由于|为了|系|为(?=[\\p{Script=Han}]{3}))(?:是|为)?|(?:[\\p{Script=Han}]{0,6}的?)?原因(?:是|为|如下|主要)?|由于|因为|所致|系(?!统|列)因?(?=[\\p{Script=Han}])|因(?!公|此)|其主要(?:是|为)|是因|得益于";

/** 主要是 may lead to the parts of a sum, these words to nothing but a reason. */
export const IS_CAUSE = /因|由于|所致|得益/;

/** 增长（下降）5%: the form's own choice of words was left in; which way it went, nobody can tell. */
export const UNDECIDED = "(?:增加?|增长|上升)（(?:减少?|下降|降低)）|(?:减少?|下降|降低)（(?:增加?|增长|上升)）";

/** What the money was for, or what a word means: no subject is named there, and what follows speaks of the one before. */
export const PURPOSES =
  "(?:[\\p{Script=Han}]{0,8}的?)?主要(?:用于(?!以下|下列|如下)|用来|用作|包括)|用于(?!以下|下列|如下|支付)|用来|用以|是指|系指|(?<=[，：])指|旨在|以(?:弥补|保障|满足)|为了(?=[\\p{Script=Han}]{3})";

/** 与上年持平: nothing more is said of what was told. */
export const EVEN = "(?:基本|大致|大体|保持|总体)*(?:持平|一致|相同|不变)";

/** A part of a year, or several years together: no year's figure. */
export const PERIODS =
  "(?:(?:20)?\\d{2}年)?(?:[上下]半年|第?[一二三四]季度|前[一二三]季度|(?:1?\\d|元|[一二三四五六七八九])(?:月(?:份)?)?[-—–~至到](?!12月)(?:1?\\d|[二三四五六七八九十]|十一)月(?:份|底|末)?|截[至止到](?:20\\d{2}年)?(?!12月)1?\\d月(?:份|底|末)?(?=，)|(?<=^|。)(?!12月)1?\\d月(?:份)?(?=，))|近[两三四五]年(?:来)?|十[一二三四五]五(?:期间|时期)?|[两三四五]年(?:来|间)?(?:累计|合计|共计|共)";

/** A number for each head, car or time: no total. */
export const PER_HEAD =
  "(?:由|从)(?=[\\d.,]+(?:(?:万|亿)?元|个|批|人|辆|台))(?![\\d,.由]+(?:万|亿)?元(?:调整|调增|调减)(?:为|到|至)\\d)|(?:资金|实际)?(?:到位|拨付)(?:资金|金额|数)?(?=(?:为|共|了|是)*\\d)|(?:执行中|年中)(?:预算)?(?:调减|压减|核减|追减)|人均|车均|平均(?!节)每?|户均|每(?:人|辆|台|户|车|次|批|名|年每)|单车|均价|折合|标准(?=(?:为|是|控制在)?每?\\d|每|不)|不超过|不得超过|不低于|不高于|(?:超(?:过)?|逾|不足|不到|突破)(?=\\d)|限额|控制数|控制指标|低于|高于";

/** Amounts an evaluation covers are no amounts of the body's accounts. */
export const COVERS =
  "年初(?=(?:财政供养|在职|在编|在岗|实有|共有|现有)[^，。；]{0,6}?(?:人|职工|编制|有))|(?:共|共计)?涉及(?!的?(?:因公|出国)|范围|面)(?:的)?|(?:如果?|若)?(?:剔除|扣除|不考虑|不含|排除)(?=[^，。；\\d]{0,24}(?:因素|影响|原因))";

/** A sum at the head of a clause that names no subject: the section's first subject. */
export const SUM_OF_ALL =
  "(?<=^|[，。；：])(?:以上)?(?:各项|[两三]项|全年|增减)?(?:合计|总计|共计|总额|相抵后?)(?=(?:支出|预算|决算|金额|数|为|：)*\\d|(?:净|共)?(?:增加?|减少?|下降)(?:了)?\\d)";

/** 安排 straight before what is paid for: provided for in the budget, unless the text speaks of what was spent. */
export const PLANNED =
  "(?<!年初|预算)安排(?:了)?(?=(?:的)?(?:三公经费|公车|公务接待费|公务用车(?:购置|运行)|因公出国（境）(?:费|经费)))(?!的)";

/** Verbs that reach a value when 为 follows. */
export const MAY_REACH = /^(?:增加?|增长|上升|提高|减少?|下降|降低?|压减|压缩)$/;

/** 增长率为5%: no new amount. */
export const BY_HOW_MUCH = /率|幅|额|比例|数/;

/** A budget as it was adjusted. */
export const OF_ADJUSTED = /全年预算|调整/;

/** 各项合计: of all that was told. */
export const SUMS_ALL = /项|以上|相抵|净$/;
