import { CENTRAL, COUNTY, OUR_TOWN, TOWNSHIP } from "../../schemas/forms/levels.ts";
import type { DocumentRecord } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import type { Region } from "./regions.ts";

/** Whether a name is that of a body of the centre. */
export const isCentral = (name: string): boolean => CENTRAL.test(name);

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
  // 某区人民政府某路街道办事处
  return rest.replace(/^人民政府(?=\p{Script=Han})/u, "");
}
