import { parse } from "csv-parse/sync";
import { DOCUMENT_TYPES } from "../../../schemas/vocabulary.ts";

/** One disclosure that should be there. At least a body or a region. */
export interface Expected {
  /** Full name of the body; null: any body of the region. */
  readonly entity: string | null;
  readonly region: string | null;
  readonly fiscalYear: number;
  readonly kind: string;
  readonly scope: "department" | "office" | "unit" | null;
  /** The day until which it should be out. */
  readonly due: string | null;
}

export type ExpectedErrorCode =
  | "no-columns"
  | "bad-year"
  | "bad-kind"
  | "bad-scope"
  | "bad-date"
  | "bad-region"
  | "no-body";

/** A line of the list that cannot be understood; `line` counts from 1 with the header. */
export class ExpectedError extends Error {
  override readonly name = "ExpectedError";
  readonly code: ExpectedErrorCode;
  readonly line: number;
  readonly subject: string;
  constructor(code: ExpectedErrorCode, line: number, subject: string) {
    super(`${code}: line ${line}: ${subject}`);
    this.code = code;
    this.line = line;
    this.subject = subject;
  }
}

/** Columns by the names a header may give them. */
const COLUMNS: Readonly<Record<string, string>> = {
  entity: "entity",
  单位: "entity",
  单位名称: "entity",
  region_code: "region",
  区划: "region",
  区划代码: "region",
  fiscal_year: "year",
  年度: "year",
  kind: "kind",
  种类: "kind",
  scope: "scope",
  范围: "scope",
  due: "due",
  期限: "due",
};

const KINDS: Readonly<Record<string, string>> = {
  决算: "final_accounts",
  部门决算: "final_accounts",
  单位决算: "final_accounts",
  预算: "budget",
  部门预算: "budget",
  单位预算: "budget",
  整体自评: "overall_self_evaluation",
  项目自评: "project_self_evaluation",
  项目评价: "project_evaluation",
  基础数据: "base_data",
  三公经费: "sangong_statement",
  ...Object.fromEntries(DOCUMENT_TYPES.map((type) => [type, type])),
};

const SCOPES = {
  部门: "department",
  本级: "office",
  单位: "unit",
  department: "department",
  office: "office",
  unit: "unit",
} as const;

/** Reads a list of expected disclosures: CSV with a header, columns in any order. Throws ExpectedError. */
export function readExpected(csv: string): Expected[] {
  const rows = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()]);
  if (!header.includes("year") || !header.includes("kind") || !(header.includes("entity") || header.includes("region")))
    throw new ExpectedError("no-columns", 1, (rows[0] ?? []).join(","));
  return rows.slice(1).map((cells, n) => {
    const field = (name: string): string | null => cells[header.indexOf(name)] || null;
    const line = n + 2;
    const refuse = (code: ExpectedErrorCode, value: string | null): never => {
      throw new ExpectedError(code, line, value ?? "");
    };
    const entity = header.includes("entity") ? field("entity") : null;
    const region = header.includes("region") ? field("region") : null;
    if (entity === null && region === null) refuse("no-body", cells.join(","));
    if (region !== null && !/^\d{6}$/u.test(region)) refuse("bad-region", region);
    const year = field("year")?.replace(/年度?$/u, "") ?? "";
    if (!/^(?:19|20)\d\d$/u.test(year)) refuse("bad-year", field("year"));
    const kind = KINDS[field("kind") ?? ""] ?? refuse("bad-kind", field("kind"));
    const scopeText = header.includes("scope") ? field("scope") : null;
    const scope =
      scopeText === null ? null : (SCOPES[scopeText as keyof typeof SCOPES] ?? refuse("bad-scope", scopeText));
    const due = header.includes("due") ? field("due") : null;
    if (due !== null && !/^\d{4}-\d{2}-\d{2}$/u.test(due)) refuse("bad-date", due);
    return { entity, region, fiscalYear: Number(year), kind, scope, due };
  });
}
