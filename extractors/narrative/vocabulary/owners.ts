/** What stands between a body's name and what is told of it. */
const BETWEEN =
  "(?:（[^）]{1,20}）)?(?:的|为|20\\d{2}年度?|年度|部门|财政拨款|财政|一般公共|公共|预算|决算|本年|当年|全年|安排)*";
const TOLD =
  "(?:总?收入|总?支出|总?费用|收支|三公|公务|因公|基本支出|项目支出|机关运行|政府采购|会议费|培训费|人员经费|公用经费|编制(?!委|办)|实有|在职|在编)";
/** A name before what is told of it: 种子服务站预算总收入, 财政部2020年度财政拨款收入, 21个部门三公经费. */
export const OWNED = new RegExp(
  `(?<=^|[，。；：、）]|其中|20\\d{2}年度|20\\d{2}年(?!度)|\\d[.、．])(?![占比较与为是由对在])([\\p{Script=Han}]{2,28}?|\\d+个[\\p{Script=Han}]{2,4}|各[村乡镇街]道?（[^）]{1,4}）)(?=${BETWEEN}${TOLD})`,
  "gu",
);
/** The one who speaks, or all of a region, by no name. */
export const NOBODY_NAMED =
  /^(?:本|我|全|该|上述|以上|[省市县区镇乡]?本级|[省市县区]级|[省市县区]直|中央(?:本级|部门|各)?)|^(?:部门|单位|年度|财政|机关|学校|医院)$/u;
/** Names of towns, farms and banks. */
export const TOWN_FARM_BANK = /(?:[镇乡场厂]|街道|[央银]行)$/u;
/** 21个部门, 各村（居）. */
export const MANY = /^(?:\d+个|各)(?:部门|单位|机构|学校|高校|[村乡镇街]道?|科室)(?:（[^）]{1,4}）)?$/u;
