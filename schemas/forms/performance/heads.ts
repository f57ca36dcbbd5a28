import type { Words } from "../form.ts";

/** What a column of an indicator block holds. `other` holds words that are none of the others: how a score is found, where data come from. */
export type ColumnRole =
  | "order"
  | "body"
  | "scope"
  | "objective"
  | "level1"
  | "level2"
  | "level3"
  | "name"
  | "nature"
  | "unit"
  | "target"
  | "actual"
  | "weight"
  | "score"
  | "reason"
  | "remark"
  | "budget"
  | "other";

/** When or of what: words before a head's own that change nothing of what its column holds. */
const OF =
  "(?:20\\d{2}年?度?|本年度?|当年度?|全年|年度|年初|年中|年末|年终|期末|实施期|中期|\\(?调整后?\\)?|项目|部门|单位|绩效|指标|自评|评价|考核|预算|总体|具体|关键|主要)*";
/** What stands in brackets behind a head: (A), (万元), (B/A), (10分); one of the brackets may be lost. */
const NOTE = "(?:\\([^()]{1,14}\\)|\\([A-Z]|[A-Z](?:/[A-Z])?\\))?";
/** Words that a head of reasons is made of beside 原因 and 措施. */
const ABOUT_REASON =
  "(?:未|不|偏差|偏离|差异|扣分|失分|完成|达标|达到|达成|实现|执行|目标|较大|大|或|及|和|与|、|/|,|的|情况|分析|说明|拟|采取|下一步|后续|改进|整改|措施|建议|产生|存在|问题|主要|超出|超额|低于)*";

/**
 * Every head of an indicator block, once; the first that fits a cell whole, or the longest at a place of running text. A new province's
 * head is a line here and a row in tests/extractors/performance-heads.test.ts.
 */
export const INDICATOR_HEADS: Words<ColumnRole> = [
  ["序号|编号", "order"],
  ["(?:评价|指标)?维度", "level1"],
  ["指标(?:类别|分类)", "level2"],
  ["备注|(?:情况)?说明", "remark"],
  [`一级(?:绩效)?(?:指标|目标)?(?:名称)?${NOTE}`, "level1"],
  [`二级(?:绩效)?(?:指标|目标)?(?:名称)?${NOTE}`, "level2"],
  [`三级(?:绩效)?(?:指标|目标)?(?:名称)?${NOTE}`, "level3"],
  ["(?:绩效)?指标(?:名称|内容)|(?:具体|考核|评价|核心|关键|四级)?指标(?:名称)?|具体指标内容", "name"],
  ["(?:预算|填报|实施|主管|项目)?(?:单位|部门)名称|(?:预算|实施|填报)单位|(?:主管|预算)部门", "body"],
  ["(?:单位名称[、及/]?)?项目(?:支出)?名称|(?:单位)?\\(?专项(?:资金)?\\)?名称|任务名称", "scope"],
  ["(?:项目)?(?:年度|实施期)?(?:总体)?绩效目标|(?:项目)?年度(?:总体)?目标|绩效目标描述", "objective"],
  [`(?:年度|本年|当年|项目)?(?:预算|安排)(?:金额|数|资金|额)?${NOTE}|(?:项目)?(?:预算)?资金总额${NOTE}`, "budget"],
  // 得分及扣分原因 is filled with the score
  [`(?:自评|评价)?得分(?:及|和|与|、)[^()]{0,12}(?:原因|说明)(?:分析)?${NOTE}`, "score"],
  [
    `${OF}(?:指标|值|目标)(?:解释|说明|释义|内涵|定义|属性|类型|来源|描述|备注)(?:(?:及|和|与|、)(?:评价|评分|考核|计分)(?:标准|方法|依据))?${NOTE}|${OF}(?:评价|评分|评定|考核|计分|打分|扣分|加分|得分|赋分|取分|评判|完成)(?:标准|要点|依据|内容|细则|办法|规则|说明|方法|公式|方式)${NOTE}|(?:评价|考核)等级${NOTE}|${OF}计算(?:方法|公式|过程)${NOTE}|数据来源(?:及.{2,8})?|(?:佐证|证明|支撑)(?:材料|资料)(?:名称)?|${OF}取值(?:依据|方法|来源)?|${OF}(?:值)?(?:设定|确定|设置)?依据|考核标准|${OF}(?:目标)?(?:得分|完成|达成|实现|执行|偏差|差异)(?:率|比例|百分比|程度|系数|度)${NOTE}|偏离(?:率|度)${NOTE}|${OF}系数|赋分${NOTE}|扣分${NOTE}|(?:前年|上年|往年|历史|近[一二两三]年)度?(?:指标|目标|完成|实际|平均|水平)*(?:值|情况|数|水平)?`,
    "other",
  ],
  [`(?:绩效|指标)*${ABOUT_REASON}(?:原因|措施|偏差)${ABOUT_REASON}${NOTE}`, "reason"],
  ["(?:绩效)?(?:指标)?(?:性质|符号|方向|运算符号?|比较符号?|计算符号|判断符号)", "nature"],
  [`(?:绩效)?(?:度量|计量|指标值?|数值|数量)?单位${NOTE}`, "unit"],
  // the half year's aim stands beside the year's
  ["截(?:止|至)(?:评价时点|\\d{1,2}月底)(?:实际)?完成(?:值|情况)", "actual"],
  ["半年\\(程\\)(?:指标|目标)值", "other"],
  ["全年\\(程\\)(?:指标|目标)值", "target"],
  ["批复(?:指标|目标)?值", "target"],
  ["权重分", "weight"],
  ["自评计分", "score"],
  ["差异分析", "reason"],
  ["期望值", "target"],
  ["基准分", "weight"],
  ["自我评分", "score"],
  ["加减分说明", "reason"],
  ["自评分值", "score"],
  [`${OF}(?:应得|参考)?(?:分值|权重|标准分|满分|应得分|指标分|分数)(?:分值|权重|值)?(?:设置|%)?${NOTE}`, "weight"],
  [`${OF}(?:实际|最终|最后|复核|实)?(?:得分|自评分|评分|评价分|打分|考评分)(?:值|数|情况)?${NOTE}`, "score"],
  [
    `${OF}(?:预期|预计|预定|计划|设定|应)*(?:指标|目标|计划|预期|标准)(?:指标|目标)?值${NOTE}|${OF}(?:预期|预计|预定|计划|设定|应)+(?:指标|目标|数|值|水平|情况)${NOTE}|${OF}(?:预期|预计|预定|计划|设定|应)+(?:当年|本年|全年)?(?:完成|实现|达到)(?:指标|目标|数|值|水平|情况)?${NOTE}|(?!绩效指标)${OF}(?:绩效目标|绩效标准|目标|指标)${NOTE}|数?值${NOTE}|(?:年度|年初)?(?:指标|目标)值及(?:计量)?单位|年度\\(/项目\\)指标值`,
    "target",
  ],
  [
    `${OF}(?:目标)?(?:实际|已)(?:完成|实现|达成|达到|执行|产出)?(?:指标|目标)?(?:值|情况|数|结果|水平|程度)?${NOTE}|${OF}(?:目标)?(?:完成|实现|达成|执行)(?:指标)?(?:值|情况|数|结果)?${NOTE}|(?:实绩|业绩)值?${NOTE}|(?:全年)?(?:实际)?完成值及(?:计量)?单位`,
    "actual",
  ],
];

/** 绩效指标 beside the block, in running text among its heads. */
export const SIDE_HEAD = "(?:年度)?绩效指标(?:完成情况)?";
/** What only the head of an indicator block begins with. */
export const HEAD_HINT = /^(?:一级(?:指|绩|$)|三级指|指标名称|评价维度)/u;
