import { PHASE_OF_HEADS } from "./text.ts";

const SUM = "小计|合计|总计";
const FUND =
  "(?:其中[:：]?)?(?:当年|本年)?(?:(?:一般)?公共(?:财政)?预算|政府性基金|国有资本经营|财政(?:预算)?拨款|财政专户|专户|单位资金|上年结转|使用非财政|用事业基金).*|其中";
const KIND =
  "(?:其中[:：]?)?(?:上级补助|事业(?:单位)?|经营|(?:附属)?单位上缴|附属单位|其他)(?:经营|上缴)?(?:收入|资金|支出)?";
/** What projects are spent on: 人员经费 and 公用经费 are the parts of 基本支出. */
const SPENT_ON = "工资福利支出|(?:一般)?商品和服务支出|对个人和家庭(?:的)?补助(?:支出)?|资本性支出|其他支出";
const NATURE =
  "(?:基本|项目|上缴上级|(?:事业单位)?经营|对(?:附属|下级)单位补助|事业单位经营)支出.*|(?:日常)?(?:人员|公用)(?:经费|支出)|" +
  SPENT_ON;
const ITEM =
  '(?:[“"]?三公|因公|公务|公车|车辆|出国|接待|会议费|培训费|机关运行|(?:车辆)?购置(?:费|数)?$|运行(?:维护)?费?$).*';
const PHASE = PHASE_OF_HEADS.source.replace(/^\^|\$$/gu, "");
const CHANGE =
  "(?:比.{0,12})?(?:增[、,]?减|增长|增加|变动|变化|升降|减少).*|(?:金额|数额|额|比例|比率|幅度|率|百分比)(?:[（(]?[%％][)）]?)?|[（(]?[%％][)）]?|[+±]?[%％]";
const whole = (...words: string[]): RegExp => new RegExp(`^(?:${words.join("|")})$`, "u");

/** A head that stands over others, and what may stand below it: heads as printed, without white space. */
export interface HeadGroup {
  readonly over: RegExp;
  readonly below: RegExp;
  /** What the first of them is, where that is said. */
  readonly first?: RegExp;
}

/**
 * Which heads may stand over which, where the merges of a header were lost. A group stands only over heads that one line here lets stand below
 * it; of several ways to read a header those that keep to this are left.
 */
export const HEAD_GROUPS: readonly HeadGroup[] = [
  {
    over: /^(?:公务用车|公务车|公车)(?:购置|费|经费|支出)/u,
    below: whole(SUM, "(?:其中[:：]?)?(?:公务用车|公务车|公车|车辆)?(?:购置|运行|运行维护)(?:费|数|经费)?用?"),
  },
  { over: /^基本支出$/u, below: whole(SUM, NATURE, PHASE) },
  { over: /^项目支出$/u, below: whole(SUM, SPENT_ON, PHASE, "专项.*|.*项目") },
  { over: /^(?:本年)?(?:部门|财政拨款)?收入(?:预算|合计|决算|来源)?$/u, below: whole(SUM, FUND, KIND) },
  {
    over: /^(?:本年)?(?:部门|财政拨款|一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?支出(?:预算|合计|决算)?$/u,
    below: whole(SUM, NATURE, FUND, KIND),
  },
  {
    over: /[比较].*(?:增[、,]?减|变动|变化|增长)?|^增[、,]?减(?:变化|变动)?(?:情况)?$|^变动(?:情况)?$/u,
    below: whole(CHANGE),
  },
  { over: /^(?:年初|年末|上年|本年)?(?:财政拨款)?结转/u, below: whole(SUM, "(?:基本|项目)支出结转.*|结余", FUND) },
  { over: PHASE_OF_HEADS, below: whole(SUM, FUND, KIND, NATURE, ITEM) },
  { over: new RegExp(`^(?:${FUND})$`, "u"), below: whole(SUM, FUND, KIND, NATURE, ITEM, PHASE) },
  { over: /三公/u, below: whole(SUM, ITEM, PHASE) },
  { over: whole(SUM, KIND, ITEM, FUND), below: whole(PHASE, CHANGE) },
  { over: /^资金(?:来源|性质)|^(?:其中|来源)$/u, below: whole(SUM, FUND, KIND, NATURE) },
  { over: /采购/u, below: whole(SUM, FUND, KIND, PHASE, "货物.*|工程.*|服务.*") },
  {
    over: /^(?:本年|财政拨款)?(?:收入|支出)$/u,
    below: whole("项目.*|(?:支出)?(?:功能|经济).*|[行栏]次|金额|科目.*|按.*|上[-—年].*", PHASE, SUM, FUND, KIND),
    first: /^(?:项目|(?:支出)?(?:功能|经济)|科目|按)/u,
  },
  {
    over: /^(?:项目|(?:支出)?(?:功能|经济)?(?:分类)?科目|(?:支出)?(?:功能|经济|部门预算|政府预算).*分类(?!.*名称$).*)$/u,
    below: whole("[类款项]", ".*(?:编码|代码|名称)", "科目", "单位"),
  },
  { over: /(?:编码|代码)$/u, below: whole("[类款项]") },
  { over: /^单位(?:信息)?$/u, below: whole(".*(?:编码|代码|名称)") },
  { over: /^(?:人员|公用)经费$/u, below: whole(".*(?:编码|代码|名称)", "科目", "金额", PHASE, SUM) },
];
