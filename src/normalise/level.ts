import type { DocumentRecord } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import type { Region } from "./regions.ts";

/** Bodies of the centre name no region. */
const CENTRAL =
  /^(?:国务院|中央|中共中央|全国|最高人民|国家|中华人民共和国|中华全国|审计署|海关总署|中国(?:人民银行|证券|银行保险|科学院|社会科学院|工程院|气象局|地震局|民用航空|残疾人联合会|红十字会|贸促会|作家协会|文学艺术)|(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|环境保护|住房和城乡建设|交通运输|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生|退役军人事务|应急管理|监察|国土资源)部)/u;
/** Whether a name is that of a body of the centre. */
export const isCentral = (name: string): boolean => CENTRAL.test(name);

/** 某镇, 某乡人民政府, 某街道办事处, after the names of the region; 我镇 where the text names nobody. */
const TOWNSHIP =
  /^\p{Script=Han}{1,6}?(?:镇|乡|街道)(?=$|\d|人民政府|政府|办事处|财政|党委|党工委|机关|部门|本级|“|"|三公|年|中心(?!小学|中学|学校|初中|幼儿园|校|卫生院)|综合|便民|退役|农业|卫生|文化)/u;
const COUNTY =
  /^(?:\d{4}年度?)?(?:中共|政协|中国共产党)?(?!全|我|本|各)\p{Script=Han}{2,7}?(?:县|旗|(?<![新发园景林社灌护理验范游矿库牧军山]|自治)区)(?!级|域|划)/u;
const OUR_TOWN = /^(?:我|本|全)(?:镇|乡|街道)/u;

/** The level of the reporting body: a town's or street office's where its name says so, else its region's, else the centre's. */
export function levelOf(entity: string | null, title: string | null, region: Region | null): DocumentRecord["level"] {
  const names = [entity, title].filter((text): text is string => text !== null).map((text) => squeeze(text));
  if (names.some((name) => OUR_TOWN.test(name) || TOWNSHIP.test(afterRegion(name, region)))) return "township";
  if (region !== null)
    return region.code.endsWith("0000") ? "province" : region.code.endsWith("00") ? "prefecture" : "county";
  if (names.some((name) => CENTRAL.test(name.replace(/^\d{4}年度?/u, "")))) return "central";
  // the name itself says what the list of regions does not know: 某县教育局, 某旗某局
  return names.some((name) => COUNTY.test(name)) ? "county" : null;
}

/** What follows the names of the region; 景德镇市 and 镇江市 are no towns. */
function afterRegion(name: string, region: Region | null): string {
  let rest = name.replace(/^\d{4}年度?/u, "").replace(/^中共/u, "");
  for (const part of region === null ? [] : [region.province, region.prefecture, region.name])
    if (part !== null && rest.startsWith(part)) rest = rest.slice(part.length);
  return rest;
}
