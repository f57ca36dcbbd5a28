import { fitsDouble } from "../doubles.ts";
import { type Cell, cellText, type ExportType } from "../table.ts";
import { STYLES, type Style } from "./parts.ts";

/** What a cell holds at most. */
const CELL_TEXT = 32_767;
const DAY_MS = 86_400_000;
/** The day a spreadsheet counts from. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** What XML cannot hold: control characters, halves of a character. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/** `_x000D_` in a text would be read as the character it names. */
const ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/gu;
const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Text as XML holds it, cut where a cell ends. */
export function xmlText(text: string): string {
  const cut = text.length > CELL_TEXT ? `${text.slice(0, CELL_TEXT - 1)}…` : text;
  return cut
    .replace(NOT_XML, "")
    .replace(ESCAPE, "_x005F_")
    .replace(/[&<>\r]/gu, (mark) => MARKS[mark]!);
}

/** A cell of words: nothing in it can become a formula. */
export const wordsCell = (at: string, text: string, style: Style = STYLES.plain): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** Text and codes as text, everything that counts as a number; an absent value is no cell. Decimals are written as they are. */
export function sheetCell(at: string, type: ExportType, cell: Cell): string {
  if (cell === null) return "";
  const text = cellText(type, cell)!;
  switch (type) {
    case "year":
    case "integer":
      return `<c r="${at}"><v>${text}</v></c>`;
    case "boolean":
      return `<c r="${at}" t="b"><v>${text}</v></c>`;
    case "date":
      return `<c r="${at}" s="${STYLES.date}"><v>${(Date.parse(`${text}T00:00:00Z`) - DAY_ZERO) / DAY_MS}</v></c>`;
    case "yuan":
    case "decimal":
      // A spreadsheet's number loses the digits behind the fifteenth: a longer one stays text.
      if (!fitsDouble(text)) return wordsCell(at, text);
      return `<c r="${at}" s="${type === "yuan" ? STYLES.money : STYLES.plain}"><v>${text}</v></c>`;
    default:
      return wordsCell(at, text);
  }
}

/** Name of a column: 0 is A, 26 is AA. */
export const columnName = (n: number): string =>
  (n < 26 ? "" : columnName(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
