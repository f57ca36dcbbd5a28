import { parse } from "csv-parse/sync";
import type { CorrectionAction } from "./apply.ts";
import { type Correction, CorrectionError } from "./correct.ts";

/** Columns by the names a header may give them. */
const COLUMNS: Readonly<Record<string, keyof Correction>> = {
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
};

const ACTIONS: Readonly<Record<string, CorrectionAction>> = {
  set: "set",
  confirm: "confirm",
  reject: "reject",
  withdraw: "withdraw",
  更正: "set",
  确认: "confirm",
  否定: "reject",
  撤回: "withdraw",
};

/** Corrections from CSV with a header, columns in any order: file, slot, action, reason, with `set` value and unit. Throws CorrectionError. */
export function readCorrections(csv: string): Correction[] {
  const rows = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
  }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()]);
  if (!(["file", "slot", "action", "reason"] as const).every((name) => header.includes(name)))
    throw new CorrectionError("no-columns", (rows[0] ?? []).join(","));
  return rows.slice(1).map((cells, n) => {
    const field = (name: keyof Correction): string | undefined => cells[header.indexOf(name)] || undefined;
    const action = ACTIONS[field("action") ?? ""];
    const [file, slot] = [field("file"), field("slot")];
    if (!action || !file || !slot) throw new CorrectionError("bad-line", `${n + 2}: ${cells.join(",")}`);
    const optional = { value: field("value"), unit: field("unit"), author: field("author") };
    const given = Object.fromEntries(Object.entries(optional).filter(([, v]) => v !== undefined));
    return { file, slot, action, reason: field("reason") ?? "", ...given };
  });
}
