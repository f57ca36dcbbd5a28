/** What the names of a department's units end in. */
const KINDS =
  "(?:机关(?:本级)?|管理[处所局站]|(?:事业|二级|预算|基层)单位|单位|中心|[总分]?站|[大支中]队|分局|派出所|监狱|学校|中学|小学|幼儿园|学院|党校|医院|卫生院|保健院|图书馆|文化馆|博物馆|档案馆|美术馆|[事服研检监]\\p{Script=Han}{1,2}所|研究院|林场|农场|剧团|法庭)";
/** What is told of a unit behind its name. */
const TOLD =
  "(?=(?:20\\d{2}年(?:末|底)?)?(?:财政拨款|公用|共|现|实|核定|年末|目前)?(?:有|三公|公务|公车|车辆|接待|编制|事业编|行政编|在职|在编|在岗|实有|保有|支出|购置|新购|采购|因公|为|：))";

/**
 * A unit of the department named at a clause's head, before what is told of it: 其中局机关接待22批次, 河道管理处编制44名. The body itself
 * (本单位, 我中心, 全系统) is no unit of its own, 我办信息中心 is.
 */
export const UNIT = `(?<=^|[，。；：）、]|其中|\\d[.、])(?:[我本][局办委厅院部处](?=[\\p{Script=Han}]{3})|(?!(?:20\\d{2}年)?(?:末|底|度)?(?:截至|本|我|该|全|各|其|部门|单位|共|现)))[\\p{Script=Han}]{0,14}?${KINDS}${TOLD}`;

/** All bodies of a region, whose purchases and assets a department may tell beside its own. */
export const REGION_AT_LARGE =
  "全[省市县区州旗盟](?:各级?|所有)?(?:(?:行政)?(?:事业)?单位|部门)?(?=政府采购|国有资产|资产)";

/** A whole region's accounts are the body's work, not its money: 全市一般公共预算收入. */
export const REGION =
  /(?:全[省市县区州镇乡旗]|[我本][省市县区州镇]|地方)(?:级)?(?:(?:一般公共|政府性基金|国有资本经营)(?:预算)?)?$/;
/** The nation's accounts and the centre's are no single body's: 全国一般公共预算收入. */
export const NATION = /(?:全国|中央(?:本级|财政)?)(?:(?:一般公共|政府性基金|国有资本经营)(?:预算)?)?$/;
