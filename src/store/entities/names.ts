/** How far a body reaches: 部门 with its units, 本级 its own office, 单位; a name alone does not say. */
export type EntityKind = "department" | "office" | "unit" | "unstated" | "unnamed";

const OPENING = /[（〔［【｛{[〈《]/gu;
const CLOSING = /[）〕］】｝}\]〉》]/gu;
/** White space of any width, and marks without width that copied text carries. */
const NO_INK = /[\s\u200b-\u200f\u2060\ufeff]/gu;

/** A name as it is compared: NFKC, one kind of brackets, no spaces. Two names are the same exactly where their keys are. */
export const nameKey = (name: string): string =>
  name.normalize("NFKC").replace(OPENING, "(").replace(CLOSING, ")").replace(NO_INK, "").toLowerCase();

/** （本级）, （机关本级）, 本级 at the end of a name. */
const OFFICE = /\((?:[^()]{0,4}本级|机关)\)$|本级$/u;
/** （汇总）, （部门）, （含所属单位） at the end of a name. */
const DEPARTMENT = /\((?:部门)?汇总\)$|\(部门\)$|\(含[^()]{0,4}单位\)$|汇总$/u;
const UNIT = /\(单位\)$/u;

/** What the ending of a name says of the body. */
export function kindOfName(key: string): EntityKind {
  if (OFFICE.test(key)) return "office";
  if (DEPARTMENT.test(key)) return "department";
  return UNIT.test(key) ? "unit" : "unstated";
}

/** The name without such an ending: what an office and its department share. */
export const stemOf = (key: string): string => key.replace(OFFICE, "").replace(DEPARTMENT, "").replace(UNIT, "");
