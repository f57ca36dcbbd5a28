/** First-level groups of indicators, as forms print them. */
export const LEVEL1: readonly string[] = [
  "产出指标",
  "效益指标",
  "满意度指标",
  "成本指标",
  "投入指标",
  "过程指标",
  "决策指标",
  "管理指标",
  "效果指标",
  "履职效能",
  "履职效能指标",
  "管理效率",
  "社会效应",
  "可持续性",
  "可持续发展能力",
  "服务对象满意度",
  "运行成本",
  "项目产出",
  "项目效果",
  "项目效益",
  "项目决策",
  "项目过程",
  "项目管理",
  "绩效指标",
  "预算执行",
  "预算执行情况",
  "资金管理",
  "年度绩效指标",
  "影响力指标",
  "产出",
  "效益",
  "效果",
  "满意度",
  "决策",
  "过程",
  "投入",
  "履职",
  "项目立项",
  "投入管理指标",
  "部门管理",
  "履职效果",
  "能力建设",
  "部门决策",
  "综合管理",
];

/** Second-level groups. */
export const LEVEL2: readonly string[] = [
  "数量指标",
  "质量指标",
  "时效指标",
  "实效指标",
  "成本指标",
  "经济成本指标",
  "社会成本指标",
  "生态环境成本指标",
  "经济效益指标",
  "经济效益",
  "社会效益指标",
  "社会效益",
  "生态效益指标",
  "生态效益",
  "环境效益指标",
  "可持续影响指标",
  "可持续影响",
  "可持续发展指标",
  "可持续性指标",
  "服务对象满意度指标",
  "服务对象满意度",
  "服务对象满意度指标等",
  "社会公众满意度指标",
  "社会公众或服务对象满意度",
  "社会公众或服务对象满意度指标",
  "满意度指标",
  "预算执行率",
  "产出数量",
  "产出质量",
  "产出时效",
  "产出成本",
  "数量",
  "质量",
  "时效",
  "成本",
  "社会公众满意度",
  "群众满意度",
  "满意度",
  "资金投入",
  "财务管理",
  "采购管理",
  "资产管理",
  "人员管理",
  "重点工作管理",
  "部门履职目标",
  "部门效果目标",
  "长效管理",
  "组织建设",
  "预算管理",
  "预算编制",
  "工作目标管理",
  "预算和财务管理",
  "绩效管理",
  "目标任务",
  "重点工作任务完成",
  "履职目标实现",
  "履职效益",
];

/** 产出指标(50分), (10 分): the weight note a level carries. */
export const WEIGHT_NOTE = /^[（(]\s*\d+(?:\.\d+)?(?:[-—~～]\d+)?\s*分?\s*[）)]分?/u;
/** The same behind the name of an indicator, its number apart. */
export const WEIGHT_BEHIND = /^(.+?)[（(]\s*(\d+(?:\.\d+)?)\s*分\s*[）)]$/u;
/** What a page break leaves of a level's weight note: 分). */
export const NOTE_TAIL = /^(?:\d*\s*分)?\s*[)）]$/u;
/** Letters of 绩效指标 written downwards beside the block. */
export const SIDE_LETTERS =
  /^(?:年|度|绩|效|指|标|年度|绩效|指标|年度绩效|绩效指标|绩效指|年度绩效指标(?:完成情况)?)$/u;
/** The first levels that a second level stands below, where its name leaves no other. */
export const STANDS_BELOW: readonly (readonly [second: RegExp, first: RegExp])[] = [
  [/^(?:数量|质量|时效)指标$/u, /^产出/u],
  [/^(?:经济效益|社会效益|生态效益|可持续影响)(?:指标)?$/u, /^效益|^效果/u],
  [/^服务对象满意度(?:指标)?$/u, /^满意度/u],
  [/^(?:经济|社会|生态环境)成本指标$/u, /^成本/u],
];
/** 成本指标 names a second level below 产出指标, and a first level elsewhere. */
export const COST_LEVEL = "成本指标";
/** 满意度指标 names a second level below itself. */
export const SATISFACTION_LEVEL = "满意度指标";
/** The first levels that the two stand below. */
export const OUTPUT = /^产出/u;
/** Those of satisfaction. */
export const SATISFACTION = /^满意度/u;

/** Cells of a blank template: no indicator. */
export const BLANK_INDICATOR = /^(?:指标\d*[:：]?|[.．…·。—\-－/／\s]+|无|……)$/u;
/** A line of a blank template in running text: 指标2：, ……, 指标1：/ / /. */
export const BLANK_LINE = /^(?:指标\d*[:：][\s/／—-]*|[.．…·]{2,})$/u;
/** Signs and words of an 指标性质 column that belong to the target; 正向, 定量 … do not. */
export const NATURE_SIGN =
  /^(?:[≥≤＝=＞＜><≧≦]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不高于|不少于|不超过|定性)$/u;
/** Kinds of reasons to be ticked, heads of their own below 偏差原因. */
export const KIND_OF_REASON = /^(?:经费|制度|人员|硬件(?:条件)?)保障$/u;
/** Beside an indicator block that speaks of more than the year. */
export const LONG_TERM_BLOCK = /^(?:中?长期|中期|实施期|三年)(?:总体)?绩效(?:指标|目标)/u;
/** The head of the name below 一级指标, beside that of its weight. */
export const NAME_OF_LEVEL = /^(?:指标)?名称$/u;
/** What an 指标性质 column holds. */
export const NATURE = /^(?:[≥≤＞＜=＝><≧≦]{1,2}|定[性量]|[大小]于等于|等于|[大小]于|不[低高少多]于|不超过|正向|反向)$/u;
/** Units of things an indicator counts, set off from their number by a blank. */
export const COUNTED =
  /^(?:个?(?:工作日|月|小时|百分点)|[十百千万亿]*(?:元|人次|批次|人|次|家|个|天|年|日|篇|部|套|条|项|吨|亩|户|场|期|台|辆|份|批|件|处|座|公里|千米|米|公顷|册|本|株|棵|头|只|所|间|栋|支|名|位|分钟?|小时|平方米|平方公里|立方米|人份|例|起|宗|盏|艘|组|村|片|[%％‰])|[十百千万亿]+|月底前|月\d{1,2}日前?|日前?)(?:\/.{1,3})?(?:[以之][上下内前]|及以上)?$/u;
/** What most names of groups end in. */
export const GROUP_END = "指标";
