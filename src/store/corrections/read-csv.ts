import { parse } from "csv-parse/sync";
import type { CorrectionAction } from "./action.ts";
import type { Addition } from "./add.ts";
import type { Correction, Judgement } from "./correct.ts";
import { CorrectionError } from "./errors.ts";

/** A column of the list: a field of a decision about a read value or of an added one. */
type Field = keyof Judgement | keyof Addition;

/** Columns by the names a header may give them. */
const COLUMNS: Readonly<Record<string, Field>> = {
  file: "file",
  文件: "file",
  sha256: "file",
  slot: "slot",
  地址: "slot",
  action: "action",
  做法: "action",
  value: "value",
  数值: "value",
  unit: "unit",
  单位: "unit",
  reason: "reason",
  理由: "reason",
  author: "author",
  更正人: "author",
  concept: "concept",
  概念: "concept",
  measure: "measure",
  口径: "measure",
  year: "year",
  年度: "year",
  item: "item",
  项目: "item",
  code: "code",
  编码: "code",
  scope: "scope",
  范围: "scope",
  fund: "fund",
  资金: "fund",
  basis: "basis",
  依据: "basis",
  page: "page",
  页: "page",
  页码: "page",
  quote: "quote",
  原文: "quote",
};

const ACTIONS: Readonly<Record<string, CorrectionAction>> = {
  set: "set",
  confirm: "confirm",
  reject: "reject",
  add: "add",
  withdraw: "withdraw",
  更正: "set",
  确认: "confirm",
  否定: "reject",
  补录: "add",
  撤回: "withdraw",
};

const COMMON = ["value", "unit", "author"] as const;
const OF_ADDITION = [...COMMON, "measure", "year", "item", "code", "scope", "fund", "basis", "page", "quote"] as const;

/**
 * Corrections from CSV with a header, columns in any order: file, action, reason; slot for what was read, concept for what is added;
 * with `set` and `add` value and unit, with `add` page and quote. Throws CorrectionError.
 */
export function readCorrections(csv: string): Correction[] {
  const rows = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()]);
  const has = (name: Field): boolean => header.includes(name);
  if (!has("file") || !has("action") || !has("reason") || !(has("slot") || has("concept")))
    throw new CorrectionError("no-columns", (rows[0] ?? []).join(","));
  return rows.slice(1).map((cells, n): Correction => {
    const field = (name: Field): string | undefined =>
      has(name) ? cells[header.indexOf(name)] || undefined : undefined;
    const given = <F extends Field>(names: readonly F[]): Partial<Record<F, string>> =>
      Object.fromEntries(names.map((name) => [name, field(name)]).filter(([, v]) => v !== undefined));
    const action = ACTIONS[field("action") ?? ""];
    const [file, slot, concept] = [field("file"), field("slot"), field("concept")];
    const reason = field("reason") ?? "";
    if (file !== undefined && action === "add" && concept !== undefined)
      return { file, action, concept, reason, ...given(OF_ADDITION) };
    if (file !== undefined && action !== undefined && action !== "add" && slot !== undefined)
      return { file, slot, action, reason, ...given(COMMON) };
    throw new CorrectionError("bad-line", `${n + 2}: ${cells.join(",")}`);
  });
}
