import { kindOfName, nameKey } from "../entities/names.ts";

/** How far a report reaches: 部门, 本级, 单位. */
export type ReportScope = "department" | "office" | "unit" | "unstated";

const OFFICE = /本级(?:\d{4}|[〇○零一二三四五六七八九]{4})?年?度?(?:部门|单位)?(?:决算|预算)|[(（]本级[)）]/u;
const DEPARTMENT = /部门(?:收支)?(?:决算|预算)/u;
const UNIT = /单位(?:收支)?(?:决算|预算)/u;

/** What a report covers: 部门 with its units, 本级 or one 单位, by the ending of the body's name, else by the title. */
export function scopeOf(kind: string, name: string | null, title: string | null): ReportScope {
  const named = name === null ? "unstated" : kindOfName(nameKey(name));
  if (named === "office" || named === "department" || named === "unit") return named;
  if (title !== null && OFFICE.test(title)) return "office";
  if (kind !== "final_accounts" && kind !== "budget") return "unstated";
  if (title === null) return "unstated";
  if (DEPARTMENT.test(title)) return "department";
  return UNIT.test(title) ? "unit" : "unstated";
}
