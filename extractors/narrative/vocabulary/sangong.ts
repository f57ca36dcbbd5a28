import { term } from "./subject-term.ts";

const CAR = "(?:公务用车|公务车辆?|公车|机动车辆?|车辆)";
const RUN =
  "(?:运行[及和、]维护|运行费(?:用)?[及和、]?维护|运行(?:维护|维修|管理|使用)?|运维|维护(?:维修)?|维修维护|燃修)";
const COST = "(?:费用|费|经费|支出)?";
const ABROAD = "(?:因公)?(?:临时)?出国（?(?:[、/和及或]?出?境)?）?";
/** 购置费和运行费分别为…: two costs, not one; 出国费与公车购置及运行费分别为…: one of two. */
const ONE =
  "(?:(?!(?:费用|费|经费|支出)*分别)|(?<=(?:费用?|经费|支出)[、与和及](?:公务用车|公务车辆?|公车|车辆)购置[^，。；、]{2,16}))";
/** What is counted of guests behind their name. */
const GUESTS_COUNTED = "(?:来访)?(?:的)?(?:批次|团组|人次|人数)?数?(?:量)?";
const FROM_ABROAD = "(?:国（境）外、?(?:境外)?|国外、?(?:境外)?|境外)";
const CARS_CONTEXT = /公务?用?车|车辆|三公/;

/** “三公”经费: trips abroad, official cars, receptions, and their counts. */
export const SANGONG = [
  term("sangong.total", "(?:财政拨款)?三公经?费(?:的)?(?:财政拨款)?(?:支出)?(?:合计|总计|总额|总量)?"),
  term("sangong.total", "三公(?:支出|消费|费用)(?:合计|总额)?|三公(?=预算)"),
  term("sangong.total", "（(?:以下)?(?:统|合)?(?:简|合)?称(?:为)?三公经?费）"),
  term("sangong.overseas", `${ABROAD}(?:费用|费|经费|支出)(?:支出)?`),
  term(
    "sangong.overseas",
    "因公出国（?(?:[、/和及或]?出?境)?）?|因公出境|(?:参加)?出国（?(?:[、/和及或]?出?境)?）?(?=(?:共|共计|累计|合计)?\\d+(?:人|个|批|团))|出访(?=\\d+(?:人|个|批|团))",
  ),
  term("sangong.overseas_groups", `${ABROAD}(?:的)?(?:团组|团队|批次)(?:数量?|个数|批次)?`),
  term("sangong.overseas_groups", "(?:出访|参加|组织|组)?团组(?:数量?|个数|批次)?|组团(?:数量?|个数|批次)", {
    within: /出国|出境|国（境）|出访/,
  }),
  term("sangong.overseas_persons", `${ABROAD}(?:累计)?(?:人次|人数|人员)(?:数量?)?`),
  term("sangong.overseas_persons", "出访人(?:次|数|员)", { within: /出国|出境|出访/ }),
  term(
    "sangong.vehicle",
    `${CAR}购置(?:费用|费|支出)?[及和与（]{1,2}(?:${CAR})?(?:日常)?${RUN}）?${COST}(?:支出)?${ONE}`,
  ),
  term("sangong.vehicle", `${CAR}购置(?:费用|费|支出)?、(?:日常)?${RUN}）?${COST}(?:支出)?${ONE}`),
  term("sangong.vehicle", `${CAR}购置、${CAR}(?:日常)?${RUN}${COST}(?:支出)?`),
  term("sangong.vehicle", `${CAR}(?:日常)?${RUN}(?:费用|费)?[及和与、]购置${COST}(?:支出)?`),
  term("sangong.vehicle", "(?:公务用车|公务车辆?|公车)(?:费用|费|经费|支出)"),
  term("sangong.vehicle", "车辆(?:费用|费)", { within: /三公/ }),
  term("sangong.vehicle", `购置(?:费用|费)?[及和与](?:日常)?${RUN}${COST}(?:支出)?${ONE}`, { within: CARS_CONTEXT }),
  term("sangong.vehicle_operation", `${CAR}(?:日常)?${RUN}${COST}(?:支出)?`),
  term("sangong.vehicle_operation", `公务用车及运行维护费`),
  term("sangong.vehicle_operation", "运行(?:维护|维修)?(?:费用|费|经费|支出)", { within: CARS_CONTEXT }),
  term("sangong.vehicle_purchase", `${CAR}(?:更新)?购置${COST}(?:支出)?`),
  term("sangong.vehicle_purchase", "购车(?:经费|费用|费|支出)"),
  term("sangong.vehicle_purchase", "购置(?:费用|费|经费|支出)", { within: CARS_CONTEXT }),
  term("sangong.vehicles_purchased", `${CAR}(?:更新)?(?:购置|购买|采购)(?:数量?|量|台数|辆数)`),
  term(
    "sangong.vehicles_purchased",
    "(?:更新|(?:更新)?(?:购置|新购|购买|购入|新增购置|新购置))(?:了)?(?:[\\p{Script=Han}]{0,8}(?:用车|汽车|车辆|小轿车|越野车|轿车|摩托车|公车|车(?=(?:共|计)?\\d+(?:辆|台))))?(?:数量?)?",
    { within: CARS_CONTEXT },
  ),
  term("sangong.vehicles_held", `(?:年末|年底|期末|年初)?(?:一般)?${CAR}?(?:的)?(?:实际|现)?保有(?:数?量|数|辆)`),
  term(
    "sangong.vehicles_held",
    "(?:现有|共有|实有|拥有|保有)(?:公务用车|公务车辆?|公车|一般公务用车)|保有(?:公务|执法|执勤|特种|专业|技术|业务|一般|各类)*(?:车辆|汽车)|公务用车(?:实有|现有)?(?:数量|数|总数)",
  ),
  term("sangong.vehicles_held", `(?:各类|各种)?${CAR}(?:年末|年底)?(?:存量|实有量)(?:数)?`, { within: CARS_CONTEXT }),
  // 保有18辆
  term("sangong.vehicles_held", `${CAR}?(?:现)?保有(?=(?:共|有|为)*(?:\\d+|[一二三四五六七八九十]+)(?:辆|台))`),
  term(
    "sangong.vehicles_held",
    "(?:公务用车|公务车辆?|公车)(?:现有|实有|拥有|共有)?(?=(?:共|有|为|数|计)*(?:\\d+|[一二三四五六七八九十]+)(?:辆|台))",
  ),
  term("sangong.vehicles_held", "(?:年末|年底|期末)(?:实有|共有|保有|为)?(?=\\d+(?:辆|台))", { within: CARS_CONTEXT }),
  // under 三公经费 the cars are those whose costs are told
  term("sangong.vehicles_held", "(?:共有|现有|实有|拥有)?(?:公务用?)?车辆(?=(?:共|有|为|数|计)*\\d+(?:辆|台))", {
    within: /三公(?![\s\S]*国有资产)/,
  }),
  // 车辆编制5辆，在编实有车辆4辆
  term("sangong.vehicles_held", "(?:在编)?实有车辆(?=\\d+(?:辆|台))", { within: /^(?![\s\S]*国有资产)/ }),
  term("sangong.reception", "公务接待(?:费用|费|经费|支出)?(?:支出)?|(?:业务)?(?:招待|接待)(?:费用|费|经费)(?:支出)?"),
  term("sangong.reception_domestic", "国内(?:公务)?接待(?:费用|费|支出|经费)(?:支出)?"),
  term(
    "sangong.reception_foreign",
    "国（境）外(?:公务)?接待(?:费用|费|支出|经费)(?:支出)?|外宾接待(?:费用|费|支出)(?:支出)?",
  ),
  term("sangong.reception_foreign_guests", "(?:国内)?外事接待(?:费用|费|支出)(?:支出)?"),
  // guests from beyond the border have counts of their own, that no concept has: none of the receptions
  term("sangong.reception_foreign", `${FROM_ABROAD}(?:来访)?(?:公务)?接待${GUESTS_COUNTED}`),
  term(
    "sangong.reception_foreign",
    `接待${FROM_ABROAD}(?:来访)?(?:公务|来宾|来访)?${GUESTS_COUNTED}|${FROM_ABROAD}来访(?:批次|团组|人次|人数)?`,
  ),
  term("sangong.reception_foreign_guests", `外事(?:公务)?接待${GUESTS_COUNTED}`),
  term(
    "sangong.reception_foreign_guests",
    `(?:接待|来访)?外宾(?:接待)?${GUESTS_COUNTED}|(?:接待)?外国来宾${GUESTS_COUNTED}`,
  ),
  term(
    "sangong.reception_batches",
    "(?:国内)?(?:公务)?接待(?:的)?(?:国内)?(?:来访)?(?:公务)?(?:团组|批次)(?:数量?|总数|个数)?|国内(?:公务)?接待",
  ),
  term("sangong.reception_batches", "(?:批次)(?:数量?)?", { within: /接待/ }),
  term(
    "sangong.reception_batches",
    "(?<=^|[，。；：、（）]|全年|年度|累计|共计?|国内|本年|当年|年内|期间)(?:接待|招待)(?:了)?",
    { within: /接待|招待/ },
  ),
  term(
    "sangong.reception_persons",
    "(?:国内)?(?:公务)?接待(?:的)?(?:来宾|来客|来访)?(?:总)?(?:人次|人数|人员)(?:数量?)?|来宾|来访人员",
    {
      within: /接待/,
    },
  ),
];

/** Those whom a body serves are no guests of it: 接待上访群众35批. */
const SERVED = "上访|信访|群众|投诉|咨询|游客|旅客|患者|病人|求职|办事|学生|家长";

/** Who was received, between 接待 and the number: 上级检查、兄弟单位考察等. */
export const GUESTS = `(?<=(?:接待|招待)(?:了)?)(?![^，。；]*(?:${SERVED}))[\\p{Script=Han}、]{2,24}?(?=(?:共|累计|合计|计)*\\d+(?:批|个批))|(?<=接待(?:了)?)(?![^，。；]*(?:${SERVED}))(?:[\\p{Script=Han}、]{2,40}?等(?:公务活动|公务接待|工作|活动|人员|单位|部门)?|(?:客商|来宾|客人|来访|考察|调研|检查|视察|督查|团队?|组|公务人员|嘉宾|记者|专家|学员|外商|领导|工作组|人员|上级|外地|各级|各类){1,4})(?=(?:共|累计|合计)*\\d+(?:批|人|个批))`;
