import type { Box } from "../../schemas/common.ts";

/** A cell: row and column from 0, spans at least 1, its page from 1, its box in points from the top left of the page. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** As printed; lines inside a cell are joined with "\n". */
  readonly text: string;
  readonly page: number;
  readonly box: Box | null;
}

/** The part of a table that stands on one page, and the rows that begin there. */
export interface TablePart {
  readonly page: number;
  readonly box: Box | null;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A table, whole over the pages it runs over: the headers repeated on later pages are dropped. */
export interface Table {
  /** Number of the table in the document, from 1. */
  readonly number: number;
  readonly title: string | null;
  /** The unit its caption prints, else that of a heading above it; never guessed. */
  readonly unit: string | null;
  /** Leading rows that are no data: column heads, and titles inside the grid. */
  readonly headerRows: number;
  /** The header's texts row by row; of merged cells the first holds the text. */
  readonly header: readonly (readonly string[])[];
  /** The texts of the rows below it. */
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly TableCell[];
  /** Lines below the table that belong to it. */
  readonly notes: readonly string[];
  readonly parts: readonly TablePart[];
}
