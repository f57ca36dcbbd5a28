import { largest } from "../../../../lib/long-lists.ts";
import { inOrder } from "../../accounts/sums.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { type CodedRow, codedRows, joinedCode } from "./coded-rows.ts";
import { amountColumns, headRows } from "./columns.ts";
import type { LedgerHead } from "./head.ts";
import { placeAmounts } from "./missing-cells.ts";

/** A drawn table's rows and the line after it. */
export interface Drawn {
  readonly rows: PlainCell[][];
  readonly next: number;
}

/** A line of a table with coded lines, and the line of a second classification printed beside it. */
type Pair = CodedRow & { readonly beside?: CodedRow };

/**
 * 编码 | 名称 | amounts: one line a classification line (or a unit), its blank cells lost. `paired`: 部门预算 and 政府预算经济分类 stand
 * beside each other before the amounts.
 */
export function readCodedTable(lines: readonly Line[], head: LedgerHead, paired: boolean): Drawn | null {
  const printed = amountColumns(head.words);
  const all = codedRows(lines, head.next).filter(({ label, parts }) => label !== "" || parts.length > 0);
  const rows: readonly Pair[] = paired ? pairs(all) : all;
  const paths = inOrder(
    printed,
    rows.map(({ amounts }) => amounts),
  );
  if (paths === null) return null;
  const full = rows.some(({ parts, amounts }) =>
    parts.length > 0 ? amounts.length > 0 : amounts.length === paths.length,
  );
  if (paths.length === 0 || !full || rows.some(({ amounts }) => amounts.length > paths.length)) return null;
  if (head.numbered !== null && head.numbered !== paths.length) return null;
  const placed = placeAmounts(
    rows.map(({ parts, amounts }) => ({ code: parts.length === 0 ? null : joinedCode(parts), amounts })),
    paths,
  );
  const lead = largest(rows.map(({ parts }) => parts.length));
  const naming = namesOf(
    head,
    lead,
    rows.some(({ unit }) => unit !== null),
    paired,
  );
  const width = naming.reduce(
    (sum, row) =>
      Math.max(
        sum,
        row.reduce((cells, { cs = 1 }) => cells + cs, 0),
      ),
    0,
  );
  const body = rows.map((row, r): PlainCell[] => {
    const { cells, unplaced } = placed[r]!;
    const codes = Array.from({ length: lead }, (_, i) => row.parts[i] ?? "");
    const unit = width > lead + 1 && !paired ? [row.unit ?? ""] : [];
    const beside = paired ? [row.beside?.parts[0] ?? "", row.beside?.label ?? ""] : [];
    const names: PlainCell[] =
      row.parts.length === 0 && row.unit === null
        ? [{ text: row.label, cs: width }]
        : [...codes, ...unit, row.label, ...beside].map((text) => ({ text }));
    // amounts that no column is sure of stand apart from all heads, where they are counted as unread
    const apart = unplaced.length > 0 ? ["", ...unplaced] : [];
    return [...names, ...[...cells, ...apart].map((text) => ({ text }))];
  });
  const header = headRows(naming, paths);
  if (head.numbered !== null)
    header.push([{ text: "栏次", cs: width }, ...paths.map((_, i) => ({ text: String(i + 1) }))]);
  const spare = Math.max(0, largest(placed.map(({ unplaced }) => unplaced.length)));
  if (spare > 0) header[0]!.push({ text: "", cs: spare + 1, rs: header.length });
  return { rows: [...header, ...body], next: rows.at(-1)!.end + 1 };
}

/** 项目 over the columns that name lines, 编码 over 类, 款, 项, 单位代码 and 名称 beside it. */
function namesOf(head: LedgerHead, lead: number, unit: boolean, paired: boolean): PlainCell[][] {
  const printed = (kind: string, nth: number, other: string): string =>
    head.words.filter(
      (word) => word.kind === kind && /编码|代码|名称|分类/u.test(word.text) && !/^单位(?:编码|代码)/u.test(word.text),
    )[nth]?.text ?? other;
  const rs = lead > 1 ? 2 : 1;
  const names: PlainCell[] = [
    ...(lead > 0 ? [{ text: printed("code", 0, "科目编码"), cs: lead }] : []),
    ...(unit ? [{ text: "单位代码", rs }] : []),
    { text: printed("name", 0, "名称"), rs },
    ...(paired ? [{ text: printed("code", 1, "科目编码") }, { text: printed("name", 1, "科目名称") }] : []),
  ];
  return [
    ...(head.words[0]!.text === "项目" ? [[{ text: "项目", cs: lead + names.length - (lead > 0 ? 1 : 0) }]] : []),
    names,
    ...(lead > 1 ? [["类", "款", "项"].slice(0, lead).map((text) => ({ text }))] : []),
  ];
}

/** 30101 基本工资 50101 工资奖金津补贴 12.00: a line without amounts and the next make one row. */
function pairs(rows: readonly CodedRow[]): Pair[] {
  const out: Pair[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [row, next] = [rows[i]!, rows[i + 1]];
    const joins = row.parts.length > 0 && row.amounts.length === 0 && next !== undefined && next.parts.length > 0;
    if (joins) out.push({ ...row, amounts: next.amounts, end: next.end, beside: rows[++i]! });
    else out.push(row);
  }
  return out;
}
