/** The number of a point. */
export const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+|第[一二三四五]部分[:：]?)*/u;
/** A year, as sentences state it. */
export const YEAR = "(?:20\\d{2}年(?:度)?)";
/** What a sentence tells of the body it opens with. */
export const TOLD = `(?:${YEAR}|本年度?|年初|年末|部门|单位|一般公共|财政拨款|收入|支出|收、?支|政府采购|机关运行|["“]?三公|概况|主要职[责能]|基本情况|是|为|所属|属于?|从属于|隶属|内设|设有|核定|编制(?!委|办)|现有|实有|共有)`;
/** The body a sentence opens with. */
export const OPENS = new RegExp(`^${YEAR}?,?([\\p{Script=Han}]{4,32}?)(?:[（(]本级[）)])?(?=${TOLD})`, "u");
/** 比如，财政部2019年度政府采购支出… */
export const DATED = new RegExp(`^([\\p{Script=Han}]{3,32}?)(?=${YEAR}|下属|所属)`, "u");
/** 红河州数据发展中心（以下简称“州数据发展中心”） */
export const CALLED = /(?:^|[，,。；;:：])([\p{Script=Han}]{4,32})[（(]以下(?:统|合)?(?:简|并)?称/u;
/** 我受某镇人民政府委托: who reports, where a report is read out. */
export const MANDATED = /^我受([\p{Script=Han}]{4,32}?)的?委托/u;
/** What stands before a place at the head of a clause without being part of its name. */
export const LEAD = new RegExp(`^(?:${YEAR}|年度|现将|经|由|据|对|将|来源[:：]|信息来源[:：]|附件[:：])*`, "u");
/** 北京88家单位公开…, 青岛多部门…, 昨天，云山要求…: a place as a reporter calls it, at the head of a clause. */
export const NEWS_PLACE = /^(\p{Script=Han}{2,3}?)(?=多部门|多家|\d+[家个]|今年|去年|要求公开|市级|省级|级\d)/u;
/** A town at the head of a clause. */
export const TOWN =
  /^(?:\p{Script=Han}{2,5}[县区市旗])?\p{Script=Han}{2,4}?(?<![及和与各乡])[镇乡](?=20\d{2}|人民政府|政府|党委|位于|机关|本级|属)/u;
/** 我镇…, 在镇党委…领导下: a town speaks of itself. */
export const OUR_TOWN = /^(?:在|依照|按照)?(?:[我全本][镇乡](?![镇村])|[镇乡](?:党委|财政(?!局)|人大|政府))/u;
/** 我省…, 省本级…, 省商务厅公开…: a province, or one of its departments. */
export const PROVINCE =
  /^(?:[我全本]省|省[本直]?级|省\p{Script=Han}{1,8}[厅局委](?=公开|本级|20\d{2}年|财政拨款|部门|[“"]?三公|$))/u;
/** 县级一般公共预算安排…, 我县…; 全市政府采购规模…, 市本级… */
export const COUNTY = /^(?:[我全本]县|县[本直]?级|县财政局|(?!全)\p{Script=Han}{0,4}区(?:级决算|级预算|政府|官方))/u;
/** A city speaks of itself. */
export const CITY =
  /^(?:[我全本][市州]|[市州][本直]?级|[市州]财政局|[市州](?!\p{Script=Han}{1,3}[区县])\p{Script=Han}{1,8}[局委办](?=公开|本级|20\d{2}年|财政拨款|部门|[“"]?三公|$))/u;
