/** A project by its last word. */
export const ENDING = "项目|专项|专项资金|专项经费|工作经费|运维经费|经费|资金|工程|补助|补贴|平台|系统|活动|采购|服务";
/** Any name of a project. */
const NAME = "[\\p{Script=Han}A-Za-z0-9（）《》·+\\-—、/]{2,50}?";
/** A project before the word that says it was evaluated. */
export const EVALUATED = new RegExp(
  `(${NAME}(?:${ENDING})(?:项目)?)(?:支出)?(?:的)?(?:部门|单位|财政)?(?:绩效)?(?:目标)?(?:自评|评价|自我评价|综合评价|综合得分|综合评分|得分|评分|总分|最终)`,
  "gu",
);
/** The project in a report's title. */
export const TITLE = new RegExp(`(${NAME}(?:项目|专项|资金|经费|工程))(?:支出)?(?:绩效)?(?:自评|评价|自我评价)`, "u");
/** Where a name begins behind words that are no part of it. */
export const LEAD =
  /^.*(?:20\d{2}年(?:度)?|年度|根据|经(?=综合|评|考|自)|组织|实施的|开展的|其中|综合|我[局办委院镇单位]*|本(?:部门|单位|项目)|目标|^\d+[.、]?)|^(?:组织)?[对将把]/u;
/** Words that name no project. */
export const GENERIC =
  /^(?:各|全部|本次|该|此|所有|纳入|二级|重点|一般|上述|以上|部门|单位|本|这|每个?|\d+个|[一二三四五六七八九十]+个|的|和|专项|财政|预算|绩效|部门预算|整体|评价)*(?:项目|专项|专项资金|经费|资金|支出项目|项目支出|财政资金|补助|服务|平台|活动|采购)?$/u;

/** （一）before a name. */
export const POINT = /^[（(][一二三四五六七八九十\d]+[）)]/;

/** What is evaluated and no project. */
export const NO_PROJECT = /整体支出|部门整体|指标/;

/** A report or a form, by its title. */
export const REPORT = /报告|评价表|自评表/;
