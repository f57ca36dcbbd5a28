import { TOTAL_OF_CODES } from "../../../../../schemas/forms/text.ts";
import type { Line } from "../../lines.ts";
import { AMOUNT, bodyTokens, CODE_OF_LINE, type Token } from "./tokens.ts";
import { unwrapped } from "./unwrapped.ts";

/** A line of the body: its code as printed (204 | 06 | 01 in three parts), label, amounts, and its last line among the lines. */
export interface CodedRow {
  readonly parts: string[];
  /** A code printed beside the parts: the whole code again, or the unit's. */
  unit: string | null;
  label: string;
  readonly amounts: string[];
  end: number;
}

const GLUED = /^([2-5]\d{2}(?:\d{2}){0,2})(\p{Script=Han}.*)$/u;
const PART = /^\d{1,2}$/u;
/** The number a treasury gives a unit: 119, 119001. */
const UNIT_CODE = /^\d{3}(?:\d{3})?$/u;
const LONGEST_LABEL = 60;
/** The rest of a label that stands behind its amounts is no longer than this. */
const LONGEST_REST = 16;

/** The coded lines, units and totals that follow a header, however their labels are broken. */
export function codedRows(lines: readonly Line[], from: number): CodedRow[] {
  const tokens = bodyTokens(unwrapped(lines, from), from);
  const rows: CodedRow[] = [];
  const begin = (parts: string[], label: string, { line }: Token, unit: string | null = null): void => {
    rows.push({ parts, unit, label, amounts: [], end: line });
  };
  for (const [i, token] of tokens.entries()) {
    const { text } = token;
    const row = rows.at(-1);
    const open = row !== undefined && row.label === "" && row.amounts.length === 0 && row.parts.length > 0;
    const glued = GLUED.exec(text);
    if (glued) begin([glued[1]!], glued[2]!, token);
    else if (open && row.unit === null && CODE_OF_LINE.test(text) && text === joinedCode(row.parts)) row.unit = text;
    else if (CODE_OF_LINE.test(text) && beginsRow(tokens, i, open)) begin([text], "", token);
    else if (TOTAL_OF_CODES.test(text)) begin([], text, token);
    else if (UNIT_CODE.test(text) && namesUnit(tokens, i)) begin([], "", token, text);
    else if (AMOUNT.test(text)) {
      if (row === undefined) return rows;
      if (open && PART.test(text) && row.parts.length < 3) row.parts.push(text);
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

/** 204 | 06 | 01 → 2040601. */
export const joinedCode = (parts: readonly string[]): string =>
  parts.map((part, i) => (i === 0 ? part : part.padStart(2, "0"))).join("");

/** A whole number is a code where words (or the next part of the code) stand behind it, and an amount where amounts do. */
function beginsRow(tokens: readonly Token[], i: number, open: boolean): boolean {
  if (open) return tokens[i]!.text.length > 3;
  const next = tokens[i + 1]?.text ?? "";
  if (!AMOUNT.test(next)) return next !== "";
  // 204 06 司法: a part, then words
  const behind = tokens.slice(i + 2, i + 5).some(({ text }) => !AMOUNT.test(text));
  return behind && (PART.test(next) || next === tokens[i]!.text);
}

/** 119001 某市水利局: a number before the name of a body, at the head of its line. */
const namesUnit = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.line !== tokens[i]!.line &&
  /(?:局|委|办|厅|院|中心|站|所|部门|单位|本级|会|队|校)$/u.test(tokens[i + 1]?.text ?? "");

/** Whether words behind a row's amounts are the rest of its label: the next line of the table follows them. */
const goesOn = (tokens: readonly Token[], i: number): boolean =>
  CODE_OF_LINE.test(tokens[i + 1]?.text ?? "") || TOTAL_OF_CODES.test(tokens[i + 1]?.text ?? "");
