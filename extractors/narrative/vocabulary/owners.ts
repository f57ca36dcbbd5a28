/** What stands between a body's name and what is told of it. */
const BETWEEN =
  "(?:（[^）]{1,20}）)?(?:的|为|去年|今年|上年|20\\d{2}年度?|年度|部门|财政拨款|财政|一般公共|公共|预算|决算|本年|当年|全年|安排)*";
const TOLD =
  "(?:总?收入|总?支出|总?费用|收支|三公|公务|因公|基本支出|项目支出|机关运行|政府采购|(?:货物|工程|服务)(?:类|[、和及])?(?:工程|服务|货物|政府采购|采购)|会议费|培训费|人员经费|公用经费|编制(?!委|办)|实有|在职|在编)";
/** A name before what is told of it: 种子服务站预算总收入, 财政部2020年度财政拨款收入, 21个部门三公经费. */
export const OWNED = new RegExp(
  `(?<=^|[，。；：、）]|其中|有(?=\\d)|20\\d{2}年度|20\\d{2}年(?!度)|\\d[.、．])(?![占比较与为是由对在])([\\p{Script=Han}]{2,28}?|\\d+[个所家][\\p{Script=Han}]{2,4}|各[村乡镇街]道?（[^）]{1,4}）)(?=${BETWEEN}${TOLD})`,
  "gu",
);
/** The one who speaks, or all of a region, by no name. */
export const NOBODY_NAMED =
  /^(?:本|我|全|该|上述|以上|[省市县区镇乡]?本级|[省市县区]级|[省市县区]直|中央(?:本级|部门|各)?)|^(?:部门|单位|年度|财政|机关|学校|医院)$/u;
/** 全市, and 市本级 beside it: a region with all below it, and its own level alone. */
export const WHOLE_REGION = /^全[省市县区州旗镇乡]$/u;
/** A region's own level. */
export const OWN_LEVEL = /^[省市县区州旗镇乡]?(?:本级|级)$/u;

/** Words of time, no names: 全年支出, 本年收入. */
export const NO_NAME = /^(?:全年|[本当]年|本次|年[度初末]|其|各项|实际|共|累计|总)/u;
/** 该中心: the one named last, or the body itself. */
export const THAT_ONE = /^该(?=\p{Script=Han}{2,}$)(?!部门|单位|年度|项)/u;
/** Names of towns, farms and banks. */
export const TOWN_FARM_BANK = /(?:[镇乡场厂]|街道|[央银]行)$/u;
/** 21个部门, 各村（居）. */
export const MANY = /^(?:\d+[个所家]|各)(?:部门|单位|机构|学校|高校|省份|省|[村乡镇街]道?|科室)(?:（[^）]{1,4}）)?$/u;
/** How the names of bodies end that act in a sentence, and what makes another word of it. */
const ACTOR =
  "(?:大学|学院|医院|院(?![校士长系])|银行|集团|部(?![门分队长署属级位件])|总?局(?![长面部限机])|委员会|厅(?![级长])|署(?![名])|协会|学会|联合会)";
/** A body at the head of a clause, whatever it does: 某大学在预算中表示, 某部19日公布. */
export const ACTS = new RegExp(
  `(?<=^|[，。；]|20\\d{2}年度?|去年|今年)(?![占比较与为是由对在据将把从而但经受按根])([\\p{Script=Han}]{2,16}?${ACTOR})(?=[以在于的也则共\\d（]|去年|今年|日前|近日|公布|公开|发布|表示|解释|预[算计测]|决算|成为|次之|紧随|位居)`,
  "gu",
);
/** A line without a mark or a figure. */
export const NAME_ALONE = /^[\p{Script=Han}]{3,24}$/u;
