import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import { amountColumns, type HeadPath, headRows } from "./columns.ts";
import type { LedgerHead } from "./head.ts";
import { placeAmounts } from "./missing-cells.ts";
import { AMOUNT, bodyTokens, type Token } from "./tokens.ts";

/** A line of the body: its code as printed (204 | 06 | 01 in three parts), label, amounts, and its last line among the lines. */
export interface CodedRow {
  readonly parts: string[];
  label: string;
  readonly amounts: string[];
  end: number;
}

/** A drawn table's rows and the line after it. */
export interface Drawn {
  readonly rows: PlainCell[][];
  readonly next: number;
}

const CODE = /^[2-5]\d{2}(?:\d{2}){0,2}$/u;
const PART = /^\d{1,2}$/u;
const TOTAL = /^(?:合计|总计|本年(?:收入|支出)?合计|(?:人员|公用)经费合计)$/u;
const LONGEST_LABEL = 60;
/** The rest of a label that stands behind its amounts is no longer than this. */
const LONGEST_REST = 16;

/** The coded lines and totals that follow a header, however their labels are broken. */
export function codedRows(lines: readonly Line[], from: number): CodedRow[] {
  const tokens = bodyTokens(lines, from);
  const rows: CodedRow[] = [];
  const begin = (parts: string[], label: string, { line }: Token): void => {
    rows.push({ parts, label, amounts: [], end: line });
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const { text } = token;
    const row = rows.at(-1);
    const glued = /^([2-5]\d{2}(?:\d{2}){0,2})(\p{Script=Han}.*)$/u.exec(text);
    if (glued) begin([glued[1]!], glued[2]!, token);
    else if (CODE.test(text) && beginsRow(tokens, i, row)) begin([text], "", token);
    else if (TOTAL.test(text)) begin([], text, token);
    else if (AMOUNT.test(text)) {
      if (row === undefined) return rows;
      if (
        PART.test(text) &&
        row.label === "" &&
        row.amounts.length === 0 &&
        row.parts.length > 0 &&
        row.parts.length < 3
      )
        row.parts.push(text);
      else row.amounts.push(text);
      row.end = token.line;
    } else {
      if (row === undefined || row.label.length + text.length > LONGEST_LABEL) return rows;
      const rest = row.amounts.length > 0;
      if (rest && (row.parts.length === 0 || text.length > LONGEST_REST || !goesOn(tokens, i))) return rows;
      row.label += text;
      row.end = token.line;
    }
  }
  return rows;
}

/** A whole number is a code where words (or the next part of the code) stand behind it, and an amount where amounts do. */
function beginsRow(tokens: readonly Token[], i: number, row: CodedRow | undefined): boolean {
  if (row !== undefined && row.label === "" && row.amounts.length === 0 && row.parts.length > 0)
    return tokens[i]!.text.length > 3;
  const next = tokens[i + 1]?.text ?? "";
  if (!AMOUNT.test(next)) return next !== "";
  // 204 06 司法: a part, then words
  return (
    PART.test(next) && [tokens[i + 2], tokens[i + 3]].some((token) => token !== undefined && !AMOUNT.test(token.text))
  );
}

/** Whether words behind a row's amounts are the rest of its label: the next line of the table follows them. */
const goesOn = (tokens: readonly Token[], i: number): boolean =>
  CODE.test(tokens[i + 1]?.text ?? "") || TOTAL.test(tokens[i + 1]?.text ?? "");

/** 编码 | 名称 | amounts: one line a classification line, its blank cells lost. */
export function readCodedTable(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const paths = amountColumns(head.words);
  const rows = codedRows(lines, head.next).filter(({ label, parts }) => label !== "" || parts.length > 0);
  const lead = Math.max(...rows.map(({ parts }) => parts.length), 1);
  if (paths.length === 0 || !rows.some(({ parts, amounts }) => parts.length > 0 && amounts.length > 0)) return null;
  if (head.numbered !== null && head.numbered !== paths.length) return null;
  if (rows.some(({ amounts }) => amounts.length > paths.length)) return null;
  const heads = paths.map((path) => path.at(-1)!);
  const placed = placeAmounts(
    rows.map(({ parts, amounts }) => ({ code: parts.length === 0 ? null : joined(parts), amounts })),
    heads,
  );
  // amounts that no column is sure of stand apart from all heads, where they are counted as unread
  const spare = Math.max(0, ...placed.map(({ unplaced }) => unplaced.length));
  const body = rows.map(({ parts, label }, r): PlainCell[] => {
    const { cells, unplaced } = placed[r]!;
    const codes = Array.from({ length: lead }, (_, i) => ({ text: parts[i] ?? "" }));
    const names = parts.length === 0 ? [{ text: label, cs: lead + 1 }] : [...codes, { text: label }];
    const apart = unplaced.length > 0 ? ["", ...unplaced] : [];
    return [...names, ...[...cells, ...apart].map((text) => ({ text }))];
  });
  const header = headerOf(head, lead, paths);
  if (spare > 0) header[0]!.push({ text: "", cs: spare + 1, rs: header.length });
  return { rows: [...header, ...body], next: rows.at(-1)!.end + 1 };
}

/** 项目 over the columns that name lines, 编码 over 类, 款, 项, 名称 beside it; the columns of amounts; 栏次 1 2 3. */
function headerOf(head: LedgerHead, lead: number, paths: readonly HeadPath[]): PlainCell[][] {
  const printed = (kind: string, other: string): string =>
    head.words.find((word) => word.kind === kind && /编码|代码|名称|分类/u.test(word.text))?.text ?? other;
  const naming: PlainCell[][] = [
    ...(head.words[0]!.text === "项目" ? [[{ text: "项目", cs: lead + 1 }]] : []),
    [
      { text: printed("code", "科目编码"), cs: lead },
      { text: printed("naming", "科目名称"), rs: lead > 1 ? 2 : 1 },
    ],
    ...(lead > 1 ? [["类", "款", "项"].slice(0, lead).map((text) => ({ text }))] : []),
  ];
  const rows = headRows(naming, paths);
  if (head.numbered !== null)
    rows.push([{ text: "栏次", cs: lead + 1 }, ...paths.map((_, i) => ({ text: String(i + 1) }))]);
  return rows;
}

const joined = (parts: readonly string[]): string =>
  parts.map((part, i) => (i === 0 ? part : part.padStart(2, "0"))).join("");
