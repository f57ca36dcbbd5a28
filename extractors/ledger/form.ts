import { ENDS_AS_TABLE, MONEY_UNIT, NAMES_FORM } from "../../schemas/forms/captions.ts";
import type { Form as DeclaredForm } from "../../schemas/forms/form.ts";
import type { ConceptName, Fund, Measure } from "../../schemas/index.ts";
import { ExtractionError } from "../../src/lib/errors.ts";
import { type DocumentHints, defineTableExtractor, type Extractor } from "../../src/lib/extractor.ts";
import { squeeze } from "../../src/lib/grid.ts";
import { hidesNumber, isOrderColumn, looksLikeAmount, readTable, type Table } from "../../src/lib/header.ts";
import { type Lane, type LaneRow, lanesOf } from "../../src/lib/lanes.ts";
import type { Cell } from "../../src/lib/layout.ts";
import { measureOf, measureOfPath, type Phase, phaseOfForm, RATES } from "../../src/lib/phase.ts";
import { push } from "../../src/lib/push.ts";
import type { FactReading, Reading, YearRef } from "../../src/lib/reading.ts";
import type { PrintedUnit, TableSection } from "../../src/lib/section.ts";
import { labelUnit } from "../../src/lib/units.ts";

/** A table section opened for an accounting form: its header, lanes, printed title, phase. */
export interface Sheet {
  readonly section: TableSection;
  readonly hints: DocumentHints;
  readonly table: Table;
  readonly lanes: readonly Lane[];
  /** The lines of all lanes by their row. */
  readonly linesOf: ReadonlyMap<number, readonly LaneRow[]>;
  /** The printed title: the section's, or a line left inside the grid, or the heading that names a table. */
  readonly title: string;
  readonly phase: Phase;
  /** All header texts, joined: what a form is known by when its title is lost. */
  readonly heads: string;
}

const opened = new WeakMap<TableSection, Sheet>();

/** Opens a section once for all extractors that look at it. */
export function openSheet(section: TableSection, hints: DocumentHints): Sheet {
  const known = opened.get(section);
  if (known && known.hints === hints) return known;
  const table = readTable(section.grid);
  const heading = section.headings.at(-1) ?? "";
  const title = squeeze(
    section.title ??
      table.banners.find((line) => NAMES_FORM.test(line)) ??
      (ENDS_AS_TABLE.test(squeeze(heading)) ? heading : ""),
  );
  const lanes = lanesOf(table);
  const linesOf = new Map<number, LaneRow[]>();
  for (const line of lanes.flatMap(({ rows }) => rows)) push(linesOf, line.row, line);
  const sheet: Sheet = {
    section,
    hints,
    table,
    lanes,
    linesOf,
    title,
    phase: phaseOfForm(section, hints, title || squeeze(hints.title ?? "")),
    heads: table.columns.map((column) => column.path.join("/")).join("|"),
  };
  opened.set(section, sheet);
  return sheet;
}

/** What a cell means; the rest of a reading comes from its place. */
export interface Meaning {
  readonly concept: ConceptName;
  readonly item: string | null;
  readonly code?: string | null;
  readonly measure: Measure;
  readonly year: YearRef;
  readonly fund?: Fund | null;
  readonly scope?: string | null;
  readonly unit?: PrintedUnit | null;
}

/** The unit of a cell by its line's label or unit column, its column, banner and caption. */
export function unitOf(
  sheet: Sheet,
  column: number,
  row: Partial<Pick<LaneRow, "name" | "unit">> = {},
): PrintedUnit | null {
  const fromRow = row.unit ?? labelUnit(row.name ?? "");
  if (fromRow !== null) return { text: fromRow, from: "row" };
  for (const text of [...(sheet.table.columns[column]?.path ?? [])].reverse()) {
    const fromColumn = labelUnit(text) ?? (/[%％]/u.test(text) ? "%" : null);
    if (fromColumn !== null) return { text: fromColumn, from: "column" };
  }
  if (sheet.section.unit !== null) return sheet.section.unit;
  for (const line of [...sheet.table.banners, ...sheet.section.caption.map((paragraph) => squeeze(paragraph.text))]) {
    const printed = MONEY_UNIT.exec(line)?.[1];
    if (printed !== undefined) return { text: printed, from: "caption" };
  }
  const fromTitle = labelUnit(sheet.title);
  return fromTitle === null ? null : { text: fromTitle, from: "caption" };
}

/** A fact reading of the cell at (row, column); null where nothing is printed there or the cell belongs to another place. */
export function readCell(
  sheet: Sheet,
  extractor: string,
  row: number,
  column: number,
  meaning: Meaning,
): FactReading | null {
  const cell = sheet.table.cells[row]?.[column];
  if (cell === undefined || cell.c !== column || cell.r !== row) return null;
  // an amount of no known phase is none that is known
  if (sheet.phase.untold && meaning.measure === sheet.phase.measure && !tellsPhase(sheet, row, column)) return null;
  // ### and #REF! stand where a number was: it is told as unread.
  if (!/\d/.test(cell.text.normalize("NFKC")) && !hidesNumber(cell.text)) return null;
  return {
    kind: "fact",
    extractor,
    concept: meaning.concept,
    item: meaning.item,
    code: meaning.code ?? null,
    measure: meaning.measure,
    year: meaning.year,
    scope: meaning.scope ?? null,
    fund: meaning.fund ?? null,
    basis: "table",
    printed: cell.text,
    unit:
      (meaning.unit === undefined ? unitOf(sheet, column, { unit: unitOfRow(sheet, row) }) : meaning.unit) ??
      (RATES.has(meaning.measure) ? { text: "%", from: "form" } : null),
    place: {
      page: cell.page,
      box: cell.box,
      table: sheet.section.table,
      row,
      col: column,
      quote: quoteOf(sheet.table.cells[row]!),
      ...(cell.confidence === undefined ? {} : { confidence: cell.confidence }),
      ...(cell.address === undefined ? {} : { address: cell.address }),
    },
    ...(cell.alternatives?.length ? { alternatives: cell.alternatives } : {}),
  };
}

/** Whether a column's heads or a line's label name the phase of an amount, where the form does not. */
const tellsPhase = (sheet: Sheet, row: number, column: number): boolean =>
  measureOfPath(sheet.table.columns[column]?.path ?? []) !== null ||
  sheet.linesOf.get(row)?.some((line) => measureOf(line.name) !== null) === true ||
  sheet.table.cells[row]!.some((cell) => cell !== undefined && cell.c < column && measureOf(cell.text) !== null);

/** What the unit column of a line prints. */
const unitOfRow = (sheet: Sheet, row: number): string | null =>
  sheet.linesOf.get(row)?.find((line) => line.unit !== null)?.unit ?? null;

/** The printed row: its texts, once each, joined by a space. */
const quoteOf = (row: readonly (Cell | undefined)[]): string =>
  [...new Set(row)]
    .map((cell) => squeeze(cell?.text ?? ""))
    .filter((text) => text !== "")
    .join(" ");

/** How a form is recognised and read. */
export interface Form {
  /** What it is: title, columns, lines, sums. */
  readonly is: DeclaredForm;
  /** Whether header and rows alone are this form's. A title is believed only where `fits` holds, if given. */
  readonly byHeader?: (sheet: Sheet) => boolean;
  readonly fits?: (sheet: Sheet) => boolean;
  readonly read: (sheet: Sheet) => Iterable<FactReading | null>;
}

/** Two extractors of one form: by its title (rank 1) and, where that is lost, by its headers (rank 0). */
export function defineForm(form: Form): Extractor<TableSection>[] {
  const fits = form.fits ?? (() => true);
  const titled = (sheet: Sheet) => form.is.titles.test(sheet.title) && !(form.is.not?.test(sheet.title) ?? false);
  const extract = function* (section: TableSection, hints: DocumentHints): Iterable<Reading> {
    const sheet = openSheet(section, hints);
    let read = 0;
    for (const reading of form.read(sheet)) {
      if (reading === null) continue;
      read++;
      yield reading;
    }
    if (read === 0 && printsAmounts(sheet))
      throw new ExtractionError(
        "form-without-records",
        `${form.is.id}: no line of «${sheet.title}» was understood`,
        `第${section.grid.page}页 表${section.table}`,
      );
  };
  const byTitle = defineTableExtractor({
    id: form.is.id,
    rank: 1,
    matches: (section, hints) => {
      const sheet = openSheet(section, hints);
      return titled(sheet) && fits(sheet);
    },
    extract,
  });
  const byHeader = form.byHeader;
  if (byHeader === undefined) return [byTitle];
  return [
    byTitle,
    defineTableExtractor({
      id: form.is.id,
      rank: 0,
      matches: (section, hints) => byHeader(openSheet(section, hints)),
      extract,
    }),
  ];
}

/** Whether any value column of a sheet holds an amount. */
export const printsAmounts = (sheet: Sheet): boolean =>
  sheet.lanes.some((lane) =>
    lane.rows.some(({ row }) =>
      lane.values.some(
        (column) => !isOrderColumn(column) && looksLikeAmount(sheet.table.cells[row]![column.index]?.text ?? ""),
      ),
    ),
  );
