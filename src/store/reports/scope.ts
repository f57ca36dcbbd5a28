import { kindOfName, nameKey } from "../entities/names.ts";

/** How far a report reaches: 部门, 本级, 单位; 全县, 全省 is no single body's. */
export type ReportScope = "department" | "office" | "unit" | "territory" | "unstated";

/** 全县2024年“三公”经费汇总, 某省2023年财政总决算, 某市本级财政决算: statements about a territory's whole budget. */
const TERRITORY =
  /^.{0,20}全(?:省|市|县|区|州|旗|盟|镇|乡)(?!面)|(?:省|市|县|区|州|旗)(?:本?级)?(?:\d{4}年?度?)?(?:财政(?:总|收支)?(?:决算|预算)|(?:一般公共|总)(?:决算|预算)|政府(?:总)?(?:决算|预算))|财政总(?:决算|预算)/u;

const OFFICE = /本级(?:\d{4}|[〇○零一二三四五六七八九]{4})?年?度?(?:部门|单位)?(?:决算|预算)|[(（]本级[)）]/u;
const DEPARTMENT = /部门(?:收支)?(?:决算|预算)/u;
const UNIT = /单位(?:收支)?(?:决算|预算)/u;

/** What a report covers: a territory by its title; 部门 with its units, 本级 or one 单位, by the ending of the body's name, else by the title. */
export function scopeOf(kind: string, name: string | null, title: string | null): ReportScope {
  if (title !== null && TERRITORY.test(title) && !DEPARTMENT.test(title) && !UNIT.test(title)) return "territory";
  const named = name === null ? "unstated" : kindOfName(nameKey(name));
  if (named === "office" || named === "department" || named === "unit") return named;
  if (title !== null && OFFICE.test(title)) return "office";
  if (kind !== "final_accounts" && kind !== "budget") return "unstated";
  if (title === null) return "unstated";
  if (DEPARTMENT.test(title)) return "department";
  return UNIT.test(title) ? "unit" : "unstated";
}
