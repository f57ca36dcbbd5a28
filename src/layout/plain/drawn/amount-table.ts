import { CODE_HEAD, NAMES_ROWS } from "../../../../schemas/forms/heads.ts";
import type { Grid } from "../../../lib/layout.ts";
import { splitHeader, VALUE } from "../form-words.ts";
import { gridBlock } from "../grid-block.ts";
import type { Line } from "../lines.ts";

/** Header cells broken over lines: at most this many lines before the first row. */
const HEADER_LINES = 40;
/** A row's label broken over more lines than this, or longer than this, is prose below the table. */
const LABEL_LINES = 3;
const LABEL_LENGTH = 40;

/** The first half of a head that goes on below. */
const FIRST_HALF = /^(?:年初|全年|本年|上年|调整)$/u;

interface Row {
  readonly label: string;
  readonly values: readonly string[];
}

/** `三公经费 17.83 66.00 33.75` → label and values; values are the run of value words at the end. */
function readRow(text: string): Row {
  const words = text.split(/[\s\u3000]+/).filter((word) => word !== "");
  let first = words.length;
  while (first > 0 && VALUE.test(words[first - 1]!)) first--;
  return { label: words.slice(0, first).join(""), values: words.slice(first) };
}

/** The header cells that stand from `at` on, up to the first row; null where no table begins here. */
function readHeader(lines: readonly Line[], at: number): { cells: string[]; next: number } | null {
  let text = "";
  let found: { cells: string[]; next: number } | null = null;
  for (let k = at; k < Math.min(lines.length, at + HEADER_LINES); k++) {
    const line = lines[k]!;
    if (line.cell || line.text.length > 60 || /[。；]/.test(line.text)) break;
    text += line.text;
    const cells = splitHeader(text);
    if (cells) found = { cells, next: k + 1 };
    else if (text.length > 200) break;
    const row = readRow(line.text);
    if (row.values.length > 0) break;
  }
  if (!found || found.cells.length < 3) return null;
  return withoutFirstLabel(found, lines);
}

/** Cells one a line: the last head is the first row's label (合计, 基本支出) where one value fewer than the header has columns follows. */
function withoutFirstLabel(
  header: { cells: string[]; next: number },
  lines: readonly Line[],
): { cells: string[]; next: number } {
  const label = header.cells.at(-1) ?? "";
  if (lines[header.next - 1]?.text.replace(/\s+/g, "") !== label) return header;
  if (valuesFrom(lines, header.next).length !== header.cells.length - 2) return header;
  return { cells: header.cells.slice(0, -1), next: header.next - 1 };
}

/** The values that stand one a line from a line on. */
function valuesFrom(lines: readonly Line[], at: number): string[] {
  const values: string[] = [];
  for (let k = at; VALUE.test(lines[k]?.text.trim() ?? ""); k++) values.push(lines[k]!.text.trim());
  return values;
}

/**
 * A table of amounts in text taken out of a PDF: header cells broken over lines, then rows `label value value …`, their labels broken
 * over lines, the header again after a page break, another header in between.
 * Returns null where none begins at `at`, else the grid and the index of the first line after it.
 */
export function readAmountTable(lines: readonly Line[], at: number): { grid: Grid; next: number } | null {
  if (splitHeaderStart(lines[at]!.text) === false) return null;
  const header = readHeader(lines, at);
  // coded lines are a table of accounts, whose blank cells only its sums can tell
  if (!header || !NAMES_ROWS.test(header.cells[0]!) || header.cells.some((cell) => CODE_HEAD.test(cell))) return null;
  const width = header.cells.length;
  const numbered = header.cells[0] === "序号";
  const rows: string[][] = [header.cells];
  let label: string[] = [];
  let end = header.next;
  let amounts = 0;
  let counted = 0;
  let headers = rows.length;
  for (let k = header.next; k < lines.length; ) {
    const line = lines[k]!;
    const again = splitHeaderStart(line.text) ? readHeader(lines, k) : null;
    // heads below heads, without a row between: no table's second page
    if (again && end === k && rows.length === headers) break;
    if (again) {
      const same = again.cells.join("") === header.cells.join("");
      if (!same && !NAMES_ROWS.test(label.join("") || again.cells[0]!)) break;
      if (!same) rows.push(toWidth([label.join(""), ...again.cells].slice(label.length > 0 ? 0 : 1), width));
      label = [];
      headers = rows.length;
      k = again.next;
      end = k;
      continue;
    }
    // a cell a line: the values of a label stand below it
    const below = label.length > 0 ? valuesFrom(lines, k) : [];
    const row = below.length > 1 ? { label: "", values: below } : readRow(line.text);
    // 序号 on a line of its own before the row it counts
    if (row.values.length === 0 || (numbered && row.label === "" && row.values.join("") === String(counted + 1))) {
      label.push(line.text.replace(/\s+/g, ""));
      if (
        line.cell ||
        label.length > LABEL_LINES ||
        label.join("").length > LABEL_LENGTH ||
        /[。；：]$|^(?:注|附件|说明)/.test(line.text)
      )
        break;
    } else {
      if (row.values.length >= width) break;
      const before = rows.at(-1)!;
      const remarks = header.cells.at(-1) === "备注" && rows.length > 1;
      if (row.label === "" && label.length === 0 && row.values.length === 1 && rows.length > 1 && before.includes("")) {
        // A value merged over rows stands on a line of its own: it is printed beside the row before.
        before[before.indexOf("")] = row.values[0]!;
      } else {
        if (remarks && row.label !== "" && label.length > 0) before[width - 1] = label.splice(0).join("");
        const name = label.join("") + row.label;
        const names = numbered ? apartNumber(name) : [name];
        if (names[0] === String(counted + 1)) counted++;
        rows.push(placed(names, row.values, width, header.cells.at(-1) === "备注"));
      }
      amounts += row.values.length;
      label = [];
      k += Math.max(0, below.length - 1);
      end = k + 1;
    }
    k++;
  }
  if (rows.length < 2 || amounts < 2) return null;
  return {
    grid: gridBlock(
      rows.map((row) => row.map((text) => ({ text }))),
      lines[at]!.number,
    ),
    next: end,
  };
}

/** Whether a line can begin a header: its first word is a header word or the beginning of one. */
function splitHeaderStart(text: string): boolean {
  const first = text.split(/[\s\u3000]+/).find((word) => word !== "") ?? "";
  return (
    first !== "" && first.length <= 24 && !VALUE.test(first) && (splitHeader(first) !== null || FIRST_HALF.test(first))
  );
}

/** `1法律援助补助经费` → 序号 and name; a total has no number. */
function apartNumber(name: string): [string, string] {
  const [, number = "", rest = ""] = /^(\d{1,3})(\D.*)$/u.exec(name) ?? [];
  return number === "" ? [name, ""] : [number, rest];
}

/**
 * A row under its heads. With fewer values than columns nothing tells which are blank: the values stand apart from all heads, where they
 * are counted as unread. 备注 is blank in most rows.
 */
function placed(names: readonly string[], values: readonly string[], width: number, remarks: boolean): string[] {
  const short = width - names.length - values.length - (remarks ? 1 : 0);
  if (values.length === 0 || short <= 0) return toWidth([...names, ...values], width);
  return [...toWidth(names, width), "", ...values];
}

const toWidth = (row: readonly string[], width: number): string[] => [
  ...row.slice(0, width),
  ...new Array<string>(Math.max(0, width - row.length)).fill(""),
];
