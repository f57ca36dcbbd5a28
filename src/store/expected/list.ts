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
  /** The day on which it came out, where the list knows it. */
  readonly published: string | null;
}

/** What is the matter with a line. */
export type ExpectedErrorCode =
  | "no-columns"
  | "bad-year"
  | "bad-kind"
  | "bad-scope"
  | "bad-date"
  | "bad-region"
  | "no-body"
  | "no-file";

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
  published: "published",
  公开日期: "published",
  发布日期: "published",
  file: "file",
  文件: "file",
  path: "file",
  路径: "file",
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

/** `2024-8-31`, `2024/8/31`, `2024年8月31日` → `2024-08-31`; null where it is no day. */
function dayOf(text: string): string | null {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  if (year === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** A line of a list: its fields by column, and how to refuse it. */
interface Line {
  readonly text: string;
  readonly field: (name: string) => string | null;
  readonly day: (name: string) => string | null;
  readonly refuse: (code: ExpectedErrorCode, value: string | null) => never;
}

/** Lines of a CSV with a header, columns in any order and by their known names. */
function linesOf(csv: string, complete: (has: (name: string) => boolean) => boolean): Line[] {
  const rows = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()]);
  if (!complete((name) => header.includes(name))) throw new ExpectedError("no-columns", 1, (rows[0] ?? []).join(","));
  return rows.slice(1).map((cells, n) => {
    const field = (name: string): string | null => (header.includes(name) ? cells[header.indexOf(name)] || null : null);
    const refuse = (code: ExpectedErrorCode, value: string | null): never => {
      throw new ExpectedError(code, n + 2, value ?? "");
    };
    const day = (name: string): string | null => {
      const text = field(name);
      return text === null ? null : (dayOf(text) ?? refuse("bad-date", text));
    };
    return { text: cells.join(","), field, day, refuse };
  });
}

/** Reads a list of expected disclosures: CSV with a header, columns in any order. Throws ExpectedError. */
export function readExpected(csv: string): Expected[] {
  const complete = (has: (name: string) => boolean): boolean =>
    has("year") && has("kind") && (has("entity") || has("region"));
  return linesOf(csv, complete).map(({ text, field, day, refuse }) => {
    const [entity, region] = [field("entity"), field("region")];
    if (entity === null && region === null) refuse("no-body", text);
    if (region !== null && !/^\d{6}$/u.test(region)) refuse("bad-region", region);
    const year = field("year")?.replace(/年度?$/u, "") ?? "";
    if (!/^(?:19|20)\d\d$/u.test(year)) refuse("bad-year", field("year"));
    const kind = KINDS[field("kind") ?? ""] ?? refuse("bad-kind", field("kind"));
    const scopeText = field("scope");
    const scope =
      scopeText === null ? null : (SCOPES[scopeText as keyof typeof SCOPES] ?? refuse("bad-scope", scopeText));
    return { entity, region, fiscalYear: Number(year), kind, scope, due: day("due"), published: day("published") };
  });
}

/** Days on which files came out (or were fetched), by path or name: CSV with the columns file and published. Throws ExpectedError. */
export function readDates(csv: string): ReadonlyMap<string, string> {
  const lines = linesOf(csv, (has) => has("file") && has("published"));
  return new Map(
    lines.map(({ text, field, day, refuse }) => [
      field("file") ?? refuse("no-file", text),
      day("published") ?? refuse("bad-date", text),
    ]),
  );
}
