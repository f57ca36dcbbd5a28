import { ExtractionError } from "../../lib/errors.ts";
import { child, descendants, elements, readXml, textOf, type XmlElement } from "../../lib/xml.ts";
import type { ZipMember } from "../../lib/zip-archive.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../draft-grid.ts";
import { columnName } from "./column-name.ts";
import { allDigits } from "./number-format.ts";
import { type OpenDocumentLooks, openDocumentLooks, printedText } from "./open-document-looks.ts";
import type { Sheet, SheetCell } from "./sheet-cells.ts";

/** A row repeated more often than this is the empty rest of the sheet. */
const REPEATED_ROWS = 200;

/**
 * The sheets of an OpenDocument spreadsheet (`.ods`). What a cell shows is written in it as its paragraphs (OpenDocument 1.2 part 1,
 * 9.1.4): no format is worked out here. Throws ExtractionError `damaged`.
 */
export async function readOpenDocumentSheets(
  members: ReadonlyMap<string, Pick<ZipMember, "read">>,
  where: string,
): Promise<Sheet[]> {
  const content = members.get("content.xml");
  if (!content) throw new ExtractionError("damaged", "the package has no content", where);
  const root = readXml(await content.read(), where);
  const styles = members.get("styles.xml");
  const looks = openDocumentLooks([...(styles ? [readXml(await styles.read(), where)] : []), root]);
  const book = child(child(root, "body"), "spreadsheet");
  const settings = members.get("settings.xml");
  const zerosHidden = settings ? zerosHiddenIn(readXml(await settings.read(), where)) : () => false;
  return elements(book, "table").map((table) => ({
    ...sheetOf(table, looks, zerosHidden(table.attributes.name ?? "")),
    ...{ boxes: boxesOf(table), header: looks.header(table.attributes["style-name"]) },
  }));
}

const repeated = (element: XmlElement, axis: "rows" | "columns"): number =>
  Math.max(1, Number(element.attributes[`number-${axis}-repeated`] ?? "1") || 1);
const isHidden = (element: XmlElement): boolean => /^(collapse|filter)$/.test(element.attributes.visibility ?? "");

/** Rows or columns in order, those inside groups and headers among them. */
function inOrder(table: XmlElement, name: "table-row" | "table-column"): XmlElement[] {
  return elements(table).flatMap((e) =>
    e.name === name
      ? [e]
      : /^table-(header-)?(rows?|columns?)(-group)?$/.test(e.name) &&
          e.name !== "table-row" &&
          e.name !== "table-column"
        ? inOrder(e, name)
        : [],
  );
}

/** Whether a cell holding zero shows nothing on a sheet: what its view says, else what the whole file's settings say. */
function zerosHiddenIn(settings: XmlElement): (sheet: string) => boolean {
  const said = (holder: XmlElement): boolean | undefined => {
    const item = elements(holder, "config-item").find(({ attributes }) => attributes.name === "ShowZeroValues");
    return item && textOf(item) === "false";
  };
  const bySheet = new Map<string, boolean>();
  for (const tables of descendants(settings, "config-item-map-named"))
    if (tables.attributes.name === "Tables")
      for (const entry of elements(tables)) bySheet.set(entry.attributes.name ?? "", said(entry) ?? false);
  const whole = [...descendants(settings, "config-item-set")].some((set) => said(set) === true);
  return (sheet) => bySheet.get(sheet) ?? whole;
}

/** The lines in text boxes and shapes over a sheet, those bound to a cell among them. */
function boxesOf(table: XmlElement): string[] {
  const cells = inOrder(table, "table-row").flatMap((row) => elements(row));
  return [...elements(table, "shapes"), ...cells]
    .flatMap((holder) => elements(holder).filter((e) => e.name === "frame" || e.name === "custom-shape"))
    .flatMap((shape) => [...descendants(shape, "p")].flatMap((p) => textOf(p).trim() || []));
}

function sheetOf(table: XmlElement, looks: OpenDocumentLooks, zerosHidden: boolean): Sheet {
  const name = table.attributes.name ?? "";
  const columns = inOrder(table, "table-column").flatMap((column) =>
    Array<boolean>(Math.min(MAX_COLUMNS, repeated(column, "columns"))).fill(isHidden(column)),
  );
  const defaults = inOrder(table, "table-column").flatMap((column) =>
    Array<string | undefined>(Math.min(MAX_COLUMNS, repeated(column, "columns"))).fill(
      column.attributes["default-cell-style-name"],
    ),
  );
  const shownColumns = (from: number, count: number): number => {
    let shown = 0;
    for (let c = from; c < from + count; c++) if (!columns[c]) shown++;
    return shown;
  };
  const rows: { row: XmlElement; number: number; hidden: boolean }[] = [];
  let number = 0;
  for (const row of inOrder(table, "table-row")) {
    const times = repeated(row, "rows");
    const filled = elements(row).some((cell) => child(cell, "p") !== undefined);
    if (filled && times <= REPEATED_ROWS)
      for (let k = 0; k < times; k++) rows.push({ row, number: number + k, hidden: isHidden(row) });
    else rows.push({ row, number, hidden: isHidden(row) });
    number += times;
    if (number > MAX_ROWS) break;
  }
  const hiddenBefore = rowsHiddenBefore(inOrder(table, "table-row"));
  const cells: SheetCell[] = [];
  const unread: { address: string; why: string }[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let gone = 0;
  for (const { row, number, hidden } of rows) {
    let c = 0;
    for (const cell of elements(row)) {
      const times = repeated(cell, "columns");
      if (cell.name === "table-cell" && c < MAX_COLUMNS)
        for (let k = 0; k < Math.min(times, MAX_COLUMNS - c); k++) {
          const style = cell.attributes["style-name"] ?? row.attributes["default-cell-style-name"] ?? defaults[c + k];
          const address = `${name}!${columnName(c + k)}${number + 1}`;
          const shown = shownText(cell, style, looks, zerosHidden);
          if (shown === "unsolved") unread.push({ address, why: "a formula without a stored value" });
          else if (shown.why !== undefined) unread.push({ address, why: shown.why });
          if (shown === "unsolved" || shown.text === "") {
            if (shown !== "unsolved" && shown.gone) gone++;
            continue;
          }
          const cs = shownColumns(c + k, Math.max(1, Number(cell.attributes["number-columns-spanned"] ?? "1") || 1));
          const last = number + Math.max(1, Number(cell.attributes["number-rows-spanned"] ?? "1") || 1);
          const rs = last - hiddenBefore(last) - (number - hiddenBefore(number));
          if (hidden || rs < 1) hiddenRows.add(number);
          else if (columns[c + k] || cs < 1) hiddenColumns.add(c + k);
          else {
            const { text, alternative } = shown;
            const r = number - hiddenBefore(number);
            const place = { r, c: shownColumns(0, c + k), rs, cs };
            const other = alternative === undefined ? {} : { alternatives: [alternative] };
            cells.push({ ...place, text, bold: looks.isBold(style), address, ...other });
          }
        }
      c += times;
    }
  }
  const counts = { hiddenRows: hiddenRows.size, hiddenColumns: hiddenColumns.size };
  return { name, hidden: looks.isHiddenTable(table.attributes["style-name"]), cells, ...counts, gone, unread };
}

/** Hidden rows above a row. */
function rowsHiddenBefore(rows: readonly XmlElement[]): (row: number) => number {
  const spans: { from: number; to: number }[] = [];
  let number = 0;
  for (const row of rows) {
    const times = repeated(row, "rows");
    if (isHidden(row)) spans.push({ from: number, to: number + times });
    number += times;
  }
  return (row) => spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(row, to) - from), 0);
}

/** What a cell shows; a number whose negative sign is only a colour gets it back. */
function shownText(
  cell: XmlElement,
  style: string | undefined,
  looks: OpenDocumentLooks,
  zerosHidden: boolean,
): { text: string; gone?: boolean; alternative?: string; why?: string } | "unsolved" {
  const paragraphs = elements(cell, "p");
  const value = cell.attributes.value === undefined ? null : Number(cell.attributes.value);
  if (paragraphs.length === 0) {
    if (value !== null) return { text: allDigits(value) ?? String(value) };
    return cell.attributes.formula === undefined ? { text: "" } : "unsolved";
  }
  const whole = paragraphs
    .map((p) => printedText(p, looks))
    .join("\n")
    .trim();
  if (looks.isGone(style)) return { text: "", gone: whole !== "" };
  if (value === 0 && zerosHidden) return { text: "" };
  const ruled = value === null ? null : looks.ruled(style, value);
  if (ruled === "gone") return { text: "", gone: true };
  // The text in the cell is in its own format; the page shows that of the condition.
  if (ruled === "reformatted") return { text: "###", why: "a condition of the style gives the number another format" };
  if (value === null || value >= 0 || /[-−–(（△▲负]/u.test(whole) || !/[1-9]/.test(whole)) return { text: whole };
  return looks.coloursNegatives(style) ? { text: `-${whole}` } : { text: whole, alternative: `-${whole}` };
}
