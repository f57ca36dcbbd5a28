import type { DocumentRecord, Fact } from "../../schemas/index.ts";
import { extract } from "../../src/extract/index.ts";
import type { DocumentHints } from "../../src/lib/extractor.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { FactReading, Reading } from "../../src/lib/reading.ts";
import type { TableSection } from "../../src/lib/section.ts";
import { normalise } from "../../src/normalise/index.ts";

/** What a fixture may say besides its rows. */
export interface TableNotes {
  readonly title?: string | null;
  readonly unit?: string | null;
  readonly year?: number | null;
  readonly headings?: readonly string[];
}

/**
 * A table written as text: one line a row, `|` between cells, `<` merges with the cell at the left, `^` with the one above,
 * `⏎` is a line break inside a cell.
 */
export function tableSection(text: string, notes: TableNotes = {}): TableSection {
  const rows = text
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split("|")
        .map((cell) => cell.trim()),
    );
  const cols = Math.max(...rows.map((row) => row.length));
  const owner = new Map<string, { r: number; c: number; r1: number; c1: number; text: string }>();
  const cells: { r: number; c: number; r1: number; c1: number; text: string }[] = [];
  for (let r = 0; r < rows.length; r++)
    for (let c = 0; c < cols; c++) {
      const printed = rows[r]![c] ?? "";
      const other =
        printed === "<" ? owner.get(`${r},${c - 1}`) : printed === "^" ? owner.get(`${r - 1},${c}`) : undefined;
      const cell = other ?? { r, c, r1: r, c1: c, text: printed.replaceAll("⏎", "\n") };
      if (other) {
        other.r1 = Math.max(other.r1, r);
        other.c1 = Math.max(other.c1, c);
      } else cells.push(cell);
      owner.set(`${r},${c}`, cell);
    }
  const title = notes.title ?? null;
  const unit = notes.unit === undefined ? "万元" : notes.unit;
  return {
    kind: "table",
    index: 0,
    headings: notes.headings ?? [],
    year: notes.year ?? null,
    table: 1,
    title,
    unit: unit === null ? null : { text: unit, from: "caption" },
    entity: null,
    caption: [],
    notes: [],
    pages: [1],
    grid: {
      kind: "grid",
      page: 1,
      box: null,
      rows: rows.length,
      cols,
      cells: cells.map(
        ({ r, c, r1, c1, text: t }): Cell => ({ r, c, rs: r1 - r + 1, cs: c1 - c + 1, text: t, page: 1, box: null }),
      ),
    },
  };
}

const HINTS: DocumentHints = { fiscalYear: 2024, entity: null, types: ["final_accounts"] };

/** Extractor ids and fact readings of one table, through the registry. */
export function readTableFacts(text: string, notes: TableNotes = {}, hints: Partial<DocumentHints> = {}) {
  const section = tableSection(text, notes);
  const extraction = extract([section], { ...HINTS, ...hints });
  const readings: readonly Reading[] = extraction.readings;
  const document = { fiscalYear: hints.fiscalYear ?? 2024, types: hints.types ?? HINTS.types } as DocumentRecord;
  const { records, trouble } = normalise(readings, document);
  return {
    extractor: (readings[0] as FactReading | undefined)?.extractor ?? null,
    unclaimed: extraction.unclaimed.length > 0,
    trouble: [...extraction.trouble, ...trouble].map((t) => t.code),
    facts: (records as Fact[]).map(say),
    records: records as Fact[],
  };
}

/** A fact in one line: `sangong.reception actual 2024 1.17万元`, with `@fund` where it has one and `[code]` where one is printed. */
export const say = (fact: Fact): string =>
  `${fact.concept}${fact.fund ? `@${fact.fund}` : ""} ${fact.measure} ${fact.fiscalYear} ${fact.value}${fact.unit ?? ""}`;
