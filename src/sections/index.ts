import type { Layout, Paragraph } from "../lib/layout.ts";
import type { PrintedUnit, ProseSection, Section, TableSection } from "../lib/section.ts";
import { bodySizeOf, headingDepth, Outline } from "./headings.ts";
import { bareGrid } from "./in-grid.ts";
import { noteCount, tableHead } from "./table-head.ts";
import { type Part, type WholeTable, wholeTables } from "./tables.ts";
import { namesTable, printedEntity, printedUnit } from "./wording.ts";
import { statedYear } from "./years.ts";

export { tableRecords } from "./table-records.ts";

/** Headings, titles, units, years; tables stitched across pages. */
export function sections(layout: Layout): Section[] {
  return new Sectioner(wholeTables(layout)).run();
}

/** Walks the parts of a document once. */
class Sectioner {
  readonly #parts: readonly Part[];
  readonly #bodySize: number | null;
  readonly #outline = new Outline();
  readonly #out: Section[] = [];
  #tables = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.#bodySize = bodySizeOf(parts.filter((part) => part.kind === "paragraph"));
  }

  run(): Section[] {
    let run: Paragraph[] = [];
    for (let i = 0; i < this.#parts.length; i++) {
      const part = this.#parts[i]!;
      if (part.kind === "paragraph") {
        run.push(part);
        continue;
      }
      const bare = bareGrid(part.grid);
      const head = tableHead([...run, ...bare.head]);
      const own = Math.max(0, head.taken - bare.head.length);
      this.#prose(own > 0 ? run.slice(0, -own) : run);
      const below: Paragraph[] = [...bare.foot];
      for (let k = i + 1; k < this.#parts.length && k <= i + 14; k++) {
        const next = this.#parts[k]!;
        if (next.kind !== "paragraph") break;
        below.push(next);
      }
      const notes = Math.max(bare.foot.length, noteCount(below));
      this.#table({ ...part, grid: bare.grid }, head.title, head.caption, below.slice(0, notes));
      i += notes - bare.foot.length;
      run = [];
    }
    this.#prose(run);
    return this.#out;
  }

  /** Paragraphs in a row: headings change the outline, what stands under one heading is one section. */
  #prose(paragraphs: readonly Paragraph[]): void {
    let under: Paragraph[] = [];
    const flush = () => {
      if (under.length > 0) this.#out.push(this.#proseSection(under));
      under = [];
    };
    for (const paragraph of paragraphs) {
      const depth = headingDepth(paragraph, this.#bodySize);
      if (depth === null) under.push(paragraph);
      else {
        flush();
        this.#outline.enter(depth, paragraph.text);
      }
    }
    flush();
  }

  #proseSection(paragraphs: readonly Paragraph[]): ProseSection {
    const headings = this.#outline.path;
    return { kind: "prose", index: this.#out.length, headings, year: yearOf([], headings), paragraphs };
  }

  #table(table: WholeTable, title: Paragraph | null, caption: readonly Paragraph[], notes: readonly Paragraph[]): void {
    const headings = this.#outline.path;
    const heading = headings.at(-1);
    const name = title?.text.trim() ?? (heading && namesTable(heading) ? heading : null);
    const lines = caption.map((line) => line.text);
    const section: TableSection = {
      kind: "table",
      index: this.#out.length,
      headings,
      year: yearOf([name ?? "", ...lines], headings),
      table: ++this.#tables,
      title: name,
      unit: unitOf([...lines, name ?? ""]),
      entity: firstOf(lines, printedEntity),
      caption,
      notes,
      grid: table.grid,
      pages: table.pages,
    };
    this.#out.push(section);
  }
}

function unitOf(lines: readonly string[]): PrintedUnit | null {
  const text = firstOf(lines, printedUnit);
  return text === null ? null : { text, from: "caption" };
}

function yearOf(own: readonly string[], headings: readonly string[]): number | null {
  return firstOf(own, statedYear) ?? firstOf([...headings].reverse(), statedYear);
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
