/** The last line of an indicator block. */
export const TOTAL_LABEL =
  /^(?:自评|评价|项目|综合|指标|绩效)?(?:总(?:评价)?(?:得)?分(?:值)?|总计|合计(?:得分)?|得分合计|总评分|自评分)(?:\(.*\))?:?$/u;
/** What heads the lines below the indicators: words about the evaluation, never an indicator. */
export const FOOT_LABEL =
  /^(?:自评|评价|绩效|综合|项目)*(?:等级|等次|档次|结论|结果)(?:\(.*\))?:?$|^(?:情况)?说明:?$|^备注:?$|^(?:其[他它])?需要?说明|^其[他它].*说明的?(?:事项|问题|情况)|^(?:存在|主要)的?(?:主要)?问题|^(?:下一步)?改进(?:措施|建议)|^偏差大|^(?:填表|填报|联系|审核|项目负责|财务负责|单位负责)人/u;
/** Score and grade fields outside the indicator rows. */
export const SCORE_LABEL =
  /^(?:绩效)?(?:自评|评价|综合|最终)(?:总)?(?:得)?分(?:数|值)?(?:\(分\))?:?$|^总(?:得)?分:?$|^自评结果\(分\):?$/u;
/** A label that names a score got. */
export const SCORE_GOT = /得分/u;
/** A label that names the full score. */
export const FULL_SCORE = /^(?:总分(?:值)?|满分):?$/u;
/** Label of a grade: 评价等级, 自评结论. */
export const GRADE_LABEL = /(?:等级|等次|档次|结论|自评结果|评价结果)(?:\(.*\))?:?$/u;
/** A grade's head inside an indicator block. */
export const GRADE_HEAD = /评价等级$/u;
/** A label and its grade in one cell. */
export const GRADE_IN_CELL = /^(.{2,14}?):(.+)$/u;
/** A cell that is a grade and nothing else. */
export const GRADE = /^(?:[“"]?)(优|良|中|差|合格)(?:[秀好等级]|等次)?(?:[”"]?)$/u;
/** A grade ticked among several: 优☑ 良□. */
export const CHECKED_GRADE = /[☑√■☒✓✔●]\s*(优|良|中|差|合格)|(优|良|中|差|合格)\s*[（(]?[☑√✓✔][）)]?/u;

/** In running text: the total line of an indicator block, its label and one or two numbers behind it. */
export const TOTAL_LINE =
  /^(?:自评|评价|绩效)?(?:总分|合计|总计|得分合计|总得分)\D{0,4}(\d+(?:\.\d+)?)(?:\D+(\d+(?:\.\d+)?))?$/u;
/** Its label at the head of a row of cells. */
export const TOTAL_ROW = /^(?:自评|评价|绩效|项目|综合)?(?:总分|总得分|合计|总计|小计|得分合计)/u;
/** A line that gives the grade below the total. */
export const GRADE_LINE = /^(?:自评|评价|绩效)?(?:等级|等次|结论)[\s　：:]+\S/u;
/** Words between the indicators and the total. */
export const FOOT_LINE = /^(?:其[他它])?需要?说明的?(?:事项|问题|情况)/u;
/** A line after which a form has ended: the next annex, who filled it in, notes, the next form's title. */
export const FORM_ENDS =
  /^(?:附件|填表人|填报人|说明[：:]|注[：:])|^.{0,12}(?:审核|初审|复核|审批)意见|绩效(?:自评|评价|目标)(?:申报)?表$/u;

/** The label of the total line as a word of running text. */
export const TOTAL_WORD = /^(?:自评|评价|绩效)?(?:总分|合计|总计|得分合计|总得分)[:：]?$/u;

/** What heads the lines below the indicators in running text, where no total does. */
export const FOOT_BEGINS = /^偏差大(?:或|$)|^(?:评价|自评)结论$|^存在(?:的)?(?:主要)?问题$|^改进措施(?:及|$)/u;
