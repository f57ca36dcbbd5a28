import type { Measure } from "../../schemas/index.ts";
import { CONCEPTS, MEASURES } from "../../schemas/vocabulary.ts";

const FUNDS: Readonly<Record<string, string>> = {
  appropriation: "财政拨款",
  general_public: "一般公共预算",
  government_fund: "政府性基金",
  state_capital: "国有资本经营",
};
const FIELDS: Readonly<Record<string, string>> = {
  scope: "范围",
  item: "项目",
  row: "行",
  col: "列",
  inferred: "未印单位",
  of: "相比的口径",
  target: "指标值",
  actual: "实际完成值",
  weight: "分值",
  score: "得分",
  reason: "原因",
  group: "一级指标分值",
  grade: "等级",
  full: "满分",
  fiscalYear: "年度",
  types: "种类",
  entity: "单位",
  quote: "原文",
};
const PARTS: Readonly<Record<string, string>> = {
  total: "合计",
  basic: "基本支出",
  project: "项目支出",
  revenue: "本年收入",
  revenue_appropriation: "财政拨款收入",
};

/** One line of an example (see `example.ts`) in Chinese: `t1 sangong.total actual 2023 7.36万元` → 表1 “三公”经费合计 2023年 决算数 7.36万元. */
export function readable(line: string): string {
  const [word, ...rest] = line.split(" ");
  const tail = rest.join(" ");
  switch (word) {
    case "text":
      return `文字：${tail}`;
    case "heading":
      return `标题：${tail}`;
    case "grid":
      return `表${rest[0]!.slice(1)}：${rest.slice(1).join(" ").replaceAll("|", " | ")}`;
    case "document":
      return `文件：${rest.map(field).join(" ")}`;
    case "indicator":
      return `${place(rest[0]!)} 指标：${rest.slice(1).map(field).join(" ")}`;
    case "evaluation":
      return `${place(rest[0]!)} 评价结果：${rest[1]}分 ${rest.slice(2).map(field).join(" ")}`.trim();
    default: {
      const [term, measure, year, ...more] = rest;
      return [place(word!), nameOf(term!), `${year}年`, MEASURES[measure as Measure], ...more.map(field)].join(" ");
    }
  }
}

const place = (word: string): string =>
  `${word.startsWith("t") ? "表" : "文字第"}${word.slice(1)}${word.startsWith("t") ? "" : "句"}`;

function field(word: string): string {
  const at = word.indexOf("=");
  const name = at > 0 ? FIELDS[word.slice(0, at)] : undefined;
  return name === undefined ? word : `${name}：${word.slice(at + 1)}`;
}

function nameOf(term: string): string {
  const [concept, fund] = term.split("@");
  const [family, code, part] = concept!.split(".");
  const name =
    concept! in CONCEPTS
      ? CONCEPTS[concept as keyof typeof CONCEPTS]
      : [
          family === "function" ? "功能分类" : family === "economic" ? "经济分类" : "项目支出明细",
          code,
          PARTS[part ?? ""],
        ]
          .filter(Boolean)
          .join(" ");
  return fund === undefined ? name : `${name}（${FUNDS[fund] ?? fund}）`;
}
