/** Labels of the names of a form. */
export const PROJECT_NAME =
  /^(?:转移支付(?:\(项目\)|项目)?|(?:一级|二级|预算|自评|专项|支出)?项目(?:支出|\(政策\)|\(专项\))?)名称(?:\([^)]{1,6}\))?:?$|^专项(?:资金)?名称:?$|^(?:专项)?资金名称:?$|^评价项目(?:名称)?:?$|^政策(?:\(项目\))?名称:?$/u;
/** The name of a project in one cell with its label. */
export const PROJECT_NAME_IN_CELL = /^((?:专项)?项目(?:支出)?名称):(.+)$/u;
/** Label of the body a form is of. */
export const DEPARTMENT_NAME =
  /^(?:.{0,6}(?:预算)?(?:部门|单位)(?:\(单位\))?名称|填报(?:单位|部门)|部门\(单位\)|预算(?:部门|单位)):?$/u;
/** A form of the whole department may print 整体支出 where the project's name stands. */
export const WHOLE_FORM = /^(?:部门|单位)?整体支出/u;
/** Fields at a form's head: their labels are known, their values are whatever follows. */
export const FIELD_LABEL =
  /(?:(?:专项|一级|二级|预算)?项目(?:支出|\(政策\))?名称|专项(?:资金)?名称|资金名称|(?:业务)?主管部门(?:及代码)?|(?:项目)?实施(?:[（(]主管[）)])?(?:单位|部门)|项目单位|(?:[省市县区]级)?(?:预算)?部门(?:[（(]单位[）)])?名称|(?:预算|填报)?单位(?:名称|\(盖章\))|预算单位|填报(?:单位|部门)|项目(?:负责人(?:及电话)?|类别|属性|类型|编码|代码|分类|性质|审批|总体概况|概况|期)|建设周期|计划(?:开始|完成)日期|预算部门|(?:负责人)?联系(?:人|电话)|填报人|资金用途|预算编码|(?:是否)?(?:专项|一次性)(?:资金|项目))/gu;

/** What heads a part of a form, beside it or above it: what stands before it is at its end. */
export const PART_LABEL =
  /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、])?(?:部门|项目|年度|本年|预算)*(?:(?:主要|重点)(?:工作)?任务|任务名称|(?:预算)?(?:执行|资金|基本|支出)情况|资金(?:来源|安排|总额及构成)|总体完成率|(?:绩效|长期绩效)指标(?:完成情况)?|(?:整体)?(?:支出)?绩效指标|实施内容及过程概述|立项(?:情况|依据)|进度计划|整体支出绩效指标)(?:\(.{1,8}\))*:?$/u;
/** The words of a form at the end of its title. */
export const FORM_WORDS =
  /(?:项目)?(?:支出)?(?:部门)?(?:财政)?(?:绩效|自评|评价)(?:目标|评价|自评|指标|得分|情况|报告|体系).*$/u;
/** A title that speaks of the whole department. */
export const WHOLE_TITLE = /整体|^(?:部门|单位)/u;
/** What the name of a project ends in. */
export const PROJECT_WORD = /(?:项目|专项|经费|资金|工程|补助|补贴|奖补|建设|运维|维护|平台|活动)$/u;
/** What the name of a body ends in. */
export const BODY_WORD =
  /(?:[省市县区州旗乡镇]|街道|[局厅委部处院校所站队社]|办公室|中心|政府|学校|公司|协会|联合会|\d{4}年度?)$/u;
/** A sentence on the way to a table: 运用评价指标体系…2023年度公路养护专项绩效自评…. */
export const PROJECT_IN_SENTENCE =
  /(?:\d{4}年度?|[“"《]|对|关于)([^，。；：“”"《》]{3,40}?(?:项目|专项|经费|资金|工程|补助|补贴|建设|平台|活动))[”"》]?(?:项目)?(?:支出)?(?:部门)?绩效(?:自评|评价)/u;
/** The head of a form printed as a line above its table: 项目名称：公路养护. */
export const PROJECT_NAME_LINE = /^(?:专项)?项目(?:支出)?名称:([^:]{2,60})$/u;
/** 项目 before 绩效 says that what stands before it is a project's name. */
export const SAID_PROJECT = /^项目(?!支出)/u;
/** Words that are no name by themselves. */
export const NO_NAME = /^(?:项目|专项资金|预算项目|部门项目)$/u;
/** 附件3：, （一）, 1. and the year, before the name of a project in a title. */
export const BEFORE_NAME: readonly RegExp[] = [
  /^(?:附件|附表|附)[\d一二三四五六七八九十-]*[:：、.]?/u,
  /^[（(][一二三四五六七八九十\d]+[）)]|^[一二三四五六七八九十]+[、.]|^\d{1,2}[、.]/u,
];
/** The year at the head of a title. */
export const YEAR_BEFORE_NAME = /^\d{4}年?度?/u;
/** What may be left around a name. */
export const AROUND_NAME = /^\d{4}年度?|^[的“"《]+|[”"》的]+$/gu;
/** A title that names performance at all. */
export const NAMES_PERFORMANCE = /绩效|自评/u;
/** A title of a form of targets. */
export const NAMES_TARGETS = /目标/u;
/** 绩效自评工作考核评分表: of the evaluation's work, not of what was evaluated. */
export const OF_THE_WORK = /(?:自评|评价|绩效管理)工作(?:质量)?(?:考核|评分)|考核(?:评分|打分)表$/u;
/** Titles of the forms themselves, which may be called …工作考核经费. */
export const OF_THE_FORM = /自评表|目标表/u;
/** Heads of a sheet of marks for the work: 考核内容 … 评分标准, without levels. */
export const WORK_HEADS: readonly RegExp[] = [/^考核(?:内容|项目)$/u, /^(?:评分|考核|扣分)标准$/u];
/** Levels of indicators as heads. */
export const LEVEL_HEAD = /^[一二]级指标/u;
