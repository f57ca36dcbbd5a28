import { type Expected, nameKey, regionName, regionOwnName } from "../store/index.ts";
import { yearsIn } from "./choose.ts";

/** What of a taken disclosure says whose it is. */
export interface Candidate {
  readonly address: string;
  /** The words of its link, its title, its file name. */
  readonly names: readonly string[];
  /** The body that the list or the page names as its publisher. */
  readonly publishers: readonly string[];
  /** A file's article, or its own address: what counts as one disclosure. */
  readonly disclosure: string;
}

/** An expected disclosure with what was found of it. */
export interface ExpectedFound extends Expected {
  readonly label: string;
  readonly status: "found" | "several" | "missing";
  readonly addresses: readonly string[];
  /** Lists that were read through. */
  readonly looked: readonly string[];
}

/** Words that titles of disclosures have beside the body's name and the year; the longest first. */
const COMMON: readonly string[] = [
  "信息公开情况说明",
  "一般公共预算",
  "政府信息公开",
  "财政拨款",
  "整体支出",
  "项目支出",
  "绩效自评",
  "绩效评价",
  "绩效目标",
  "三公经费",
  "三公",
  "经费",
  "有关",
  "关于",
  "所属",
  "部门",
  "单位",
  "预算",
  "决算",
  "收支",
  "支出",
  "财政",
  "绩效",
  "自评",
  "评价",
  "报告",
  "报表",
  "情况",
  "说明",
  "信息",
  "公开",
  "公示",
  "公告",
  "公布",
  "通知",
  "附件",
  "附表",
  "材料",
  "文本",
  "本级",
  "机关",
  "汇总",
  "含",
  "及",
  "和",
  "与",
  "的",
  "年度",
  "年",
  "表",
  "书",
].sort((a, b) => b.length - a.length);

/** What words make each kind: all of one of the groups. */
const KINDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  final_accounts: [["决算"]],
  budget: [["预算"]],
  overall_self_evaluation: [
    ["整体", "自评"],
    ["整体", "绩效"],
  ],
  project_self_evaluation: [["项目", "自评"]],
  project_evaluation: [["项目", "评价"]],
  base_data: [["基础数据"]],
  sangong_statement: [["三公"]],
};

/** Whether a text consists of common words, years and signs alone. */
function isCommon(text: string): boolean {
  let left = text.replace(/\.[a-z0-9]{1,5}$/u, "");
  for (const word of COMMON) left = left.replaceAll(word, "");
  return /^[\d\p{P}\p{S}]*$/u.test(left);
}

/** Whether a title is the body's own: the full name, and beside it nothing but common words. A longer name is another body's. */
function isTitleOf(title: string, body: string): boolean {
  for (let at = title.indexOf(body); at >= 0; at = title.indexOf(body, at + 1))
    if (isCommon(title.slice(0, at)) && isCommon(title.slice(at + body.length))) return true;
  return false;
}

/** Whether the words say another reach than the one expected; words that say none are of any. */
function isOtherScope(name: string, scope: Expected["scope"]): boolean {
  const office = name.includes("本级") || name.includes("机关");
  if (scope === "office") return !office;
  if (scope === "department") return office || (name.includes("单位") && !name.includes("部门"));
  return scope === "unit" && (office || (name.includes("部门") && !name.includes("单位")));
}

function isOf(row: Expected, candidate: Candidate): boolean {
  const { entity, region, fiscalYear, kind, scope } = row;
  const groups = KINDS[kind] ?? [];
  const names = candidate.names.map(nameKey);
  return names.some((name) => {
    if (yearsIn(name)[0] !== fiscalYear || !groups.some((group) => group.every((word) => name.includes(word))))
      return false;
    if (isOtherScope(name, scope)) return false;
    if (entity === null) {
      const place = nameKey(regionOwnName(region!, fiscalYear));
      return name.includes(place) || candidate.publishers.some((by) => nameKey(by).includes(place));
    }
    const key = nameKey(entity);
    return isTitleOf(name, key) || (isCommon(name) && candidate.publishers.some((by) => nameKey(by) === key));
  });
}

/** Each row of a list of what should be out with what was found of it: by exact names, as in the coverage of a store. */
export function findExpected(
  expected: readonly Expected[],
  candidates: readonly Candidate[],
  looked: readonly string[],
): ExpectedFound[] {
  return expected.map((row) => {
    const found = candidates.filter((candidate) => isOf(row, candidate));
    const disclosures = new Set(found.map(({ disclosure }) => disclosure));
    return {
      ...row,
      label: row.entity ?? regionName(row.region!, row.fiscalYear),
      status: disclosures.size === 0 ? "missing" : disclosures.size === 1 ? "found" : "several",
      addresses: found.map(({ address }) => address),
      looked,
    };
  });
}
