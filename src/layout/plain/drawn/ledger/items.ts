import { ASSETS } from "../../../../../schemas/forms/assets.ts";
import { PROCUREMENT } from "../../../../../schemas/forms/procurement.ts";
import { RUNNING } from "../../../../../schemas/forms/running.ts";
import { SANGONG } from "../../../../../schemas/forms/sangong.ts";
import { NUMBERED_LABEL } from "../../../../../schemas/forms/text.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { meaningOf } from "../../../../lib/words.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import type { Drawn } from "./coded.ts";
import { amountColumns, headRows } from "./columns.ts";
import { type LedgerHead, readLedgerHead } from "./head.ts";
import { placeAmounts } from "./missing-cells.ts";
import { columnsByBlanks } from "./printed-blanks.ts";
import { AMOUNT, CODE_OF_LINE, isBelow, squeezed } from "./tokens.ts";

const ITEMS = [...SANGONG, ...RUNNING, ...ASSETS, ...PROCUREMENT];
const conceptOf = (label: string): string | null => meaningOf(label, ITEMS)?.concept ?? null;

/** A line of the form: its label, what stands in its columns (amounts, and words such as 单位不需填列), its last line. */
interface ItemRow {
  label: string;
  readonly cells: string[];
  /** Blanks before each cell; null where it stands on a line of its own. */
  readonly blanks: (number | null)[];
  end: number;
}

const LONGEST_LABEL = 40;
/** A label and its only amount without a blank between: (三)公务接待费支出2.00. */
const GLUED = /^(.*[\p{Script=Han}”"）)])(\d[\d,]*\.\d+|0)$/u;
/** Places in the sums of 三公经费, as codes whose beginnings say what they are parts of. */
const PLACES: Readonly<Record<string, string>> = {
  "sangong.overseas": "201",
  "sangong.vehicle": "202",
  "sangong.vehicle_purchase": "20201",
  "sangong.vehicle_operation": "20202",
  "sangong.reception": "203",
};
const FEWEST_KNOWN = 2;

/** 项目 | 预算数 | 决算数 over lines that are named by what they pay for or count: “三公”经费, 政府采购, 国有资产. */
export function readItems(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const names = head.words.filter(({ kind }) => kind === "name");
  if (names.length !== 1 || head.words[0]!.kind !== "name" || head.words.some(({ kind }) => kind === "code"))
    return null;
  const paths = amountColumns(head.words);
  const rows = rowsOf(lines, head, paths.length);
  const known = rows.filter(({ label }) => conceptOf(label) !== null).length;
  // lines of other names (2015年, 2016年) are a table where every one of them fills all columns
  const whole = paths.length > 1 && rows.length > 0 && rows.every(({ cells }) => cells.length === paths.length);
  if (paths.length === 0 || (known < FEWEST_KNOWN && !whole)) return null;
  if (rows.every(({ cells }) => cells.length === 0)) return null;
  // a row that numbers the columns is the end of a header that was not understood
  if (rows.some(({ cells }) => cells.length > 2 && cells.every((text, i) => text === String(i + 1)))) return null;
  const placed = place(rows, paths);
  const spare = Math.max(0, largest(placed.map(({ apart }) => apart.length)));
  const body = rows.map(({ label }, r): PlainCell[] => {
    const { cells, apart } = placed[r]!;
    // amounts that no column is sure of stand apart from all heads, where they are counted as unread
    return [label, ...cells, ...(apart.length > 0 ? ["", ...apart] : [])].map((text) => ({ text }));
  });
  const header = headRows([[{ text: names[0]!.text }]], paths);
  if (spare > 0) header[0]!.push({ text: "", cs: spare + 1, rs: header.length });
  return { rows: [...header, ...body], next: rows.at(-1)!.end + 1 };
}

interface Placed {
  readonly cells: readonly string[];
  readonly apart: readonly string[];
}

/** Where a row prints fewer amounts than there are columns, blanks that were kept or the form's sums tell which; else they stand apart. */
function place(rows: readonly ItemRow[], paths: readonly (readonly string[])[]): Placed[] {
  const count = paths.length;
  const short = rows.filter(({ cells }) => cells.length > 0 && cells.length < count);
  if (short.length === 0) return rows.map(({ cells }) => ({ cells: padded(cells, count), apart: [] }));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const byBlanks = columnsByBlanks(
    filled.map(({ cells, blanks }) => ({ amounts: cells, blanks })),
    count,
  );
  if (byBlanks !== null) {
    return rows.map((row) => {
      const columns = byBlanks[filled.indexOf(row)] ?? [];
      const cells = new Array<string>(count).fill("");
      for (const [i, c] of columns.entries()) cells[c] = row.cells[i]!;
      return { cells, apart: [] };
    });
  }
  const concepts = rows.map(({ label }) => conceptOf(label));
  const inSums = rows.flatMap((_, r) => {
    const concept = concepts[r] ?? "";
    return (concept === "sangong.total" || concept in PLACES) && concepts.indexOf(concept) === r ? [r] : [];
  });
  const bySums = placeAmounts(
    inSums.map((r) => ({ code: PLACES[concepts[r]!] ?? null, amounts: rows[r]!.cells })),
    paths,
  );
  return rows.map(({ cells }, r) => {
    const known = bySums[inSums.indexOf(r)];
    if (known !== undefined) return { cells: known.cells, apart: known.unplaced };
    if (cells.length === 0 || cells.length === count) return { cells: padded(cells, count), apart: [] };
    return { cells: padded([], count), apart: cells };
  });
}

const padded = (cells: readonly string[], count: number): string[] => [
  ...cells,
  ...new Array<string>(count - cells.length).fill(""),
];

/** The lines of the form from a line on: a label ends with its amounts, with its line where it is known, or where the next is numbered. */
function rowsOf(lines: readonly Line[], head: LedgerHead, count: number): ItemRow[] {
  const rows: ItemRow[] = [];
  let last = 0;
  for (let k = head.next; k < lines.length && !isBelow(lines[k]!); k++) {
    // the line below a header is none of another
    const again = rows.length > 0 && k > last ? readLedgerHead(lines, k) : null;
    // the header again after a page's end
    if (again !== null && sameHeads(again, head)) {
      k = again.next - 1;
      last = k;
      continue;
    }
    const words = wordsOf(lines[k]!.text);
    // 208 社会保障和就业支出: a coded line is none of the form
    if (CODE_OF_LINE.test(words[0]?.text ?? "") && /^\p{Script=Han}/u.test(words[1]?.text ?? "")) return trimmed(rows);
    for (const [i, { text, blanks }] of words.entries()) {
      const row = rows.at(-1);
      const known = row !== undefined && row.label !== "" && conceptOf(row.label) !== null;
      if (
        AMOUNT.test(text) ||
        (i > 0 && known && row.end === k && row.cells.length < count && !NUMBERED_LABEL.test(text))
      ) {
        if (row === undefined || row.cells.length === count) return trimmed(rows);
        row.cells.push(text);
        row.blanks.push(i === 0 ? null : blanks);
        row.end = k;
        continue;
      }
      const [, label = text, glued = null] = count === 1 ? (GLUED.exec(text) ?? []) : [];
      const rest = known && row.cells.length === 0 && goesOn(row.label, label);
      const fresh =
        row === undefined || row.cells.length > 0 || NUMBERED_LABEL.test(text) || (known && row.end !== k && !rest);
      if (!fresh && row.label.length + label.length > LONGEST_LABEL) return trimmed(rows);
      if (fresh && (label.length > LONGEST_LABEL || (row !== undefined && k > Math.max(row.end, last) + 1)))
        return trimmed(rows);
      if (fresh) rows.push({ label, cells: [], blanks: [], end: k });
      else {
        row.label += label;
        row.end = k;
      }
      if (glued !== null) {
        rows.at(-1)!.cells.push(glued);
        rows.at(-1)!.blanks.push(null);
      }
    }
  }
  return trimmed(rows);
}

/** Whether a label that is known goes on: 公务用车购置 and 及运行维护费 below it, which is the name of nothing. */
function goesOn(label: string, rest: string): boolean {
  const whole = conceptOf(label + rest);
  return whole !== null && (whole === conceptOf(label) || conceptOf(rest) === null);
}

const sameHeads = (a: LedgerHead, b: LedgerHead): boolean =>
  a.words.length === b.words.length && a.words.every(({ text }, i) => text === b.words[i]!.text);

/** Without what follows the table: lines at its end that print no amount and name nothing known. */
function trimmed(rows: ItemRow[]): ItemRow[] {
  const last = rows.findLastIndex(({ label, cells }) => cells.length > 0 || conceptOf(label) !== null);
  return rows.slice(0, last + 1);
}

/** The words of a line with the blanks before each. */
function wordsOf(text: string): { text: string; blanks: number }[] {
  const words = [...text.matchAll(/([\s\u3000]*)([^\s\u3000]+)/gu)].map(([, before = "", word = ""]) => ({
    text: word,
    blanks: before.length,
  }));
  return joinedLabel(words);
}

/** 合 计, 项 目: the characters of a label set apart are one word. */
function joinedLabel(words: { text: string; blanks: number }[]): { text: string; blanks: number }[] {
  const first = words.findIndex(({ text }) => AMOUNT.test(text));
  const label = words.slice(0, first < 0 ? words.length : first);
  const apart = label.length > 1 && (label.every(({ text }) => text.length === 1) || conceptOf(joined(label)) !== null);
  if (!apart) return words;
  return [{ text: joined(label), blanks: label[0]!.blanks }, ...words.slice(label.length)];
}

const joined = (words: readonly { text: string }[]): string => squeezed(words.map(({ text }) => text).join(""));
