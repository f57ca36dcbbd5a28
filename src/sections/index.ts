import type { Layout, Paragraph } from "../lib/layout.ts";
import { append } from "../lib/long-lists.ts";
import type { PrintedUnit, ProseSection, Section, TableSection } from "../lib/section.ts";
import { statedYear } from "../lib/stated-year.ts";
import { bodySizeOf, headingDepth, headingGoesOn, isContentsTitle, LIST_DEPTH, Outline } from "./headings.ts";
import { bareGrid } from "./in-grid.ts";
import { runningText } from "./running-text.ts";
import { noteCount, tableHead } from "./table-head.ts";
import { type Part, type WholeTable, wholeTables } from "./tables.ts";
import { namesTable, printedEntity, printedUnit } from "./wording.ts";

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
      const text = runningText(part.grid);
      if (text !== null) {
        append(run, text);
        continue;
      }
      const bare = bareGrid(part.grid);
      const head = tableHead([...run, ...bare.head]);
      const own = Math.max(0, head.taken - bare.head.length);
      this.#prose(own > 0 ? run.slice(0, -own) : run, true);
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
    this.#prose(run, false);
    return this.#out;
  }

  /** Paragraphs in a row: headings change the outline, what stands under one heading is one section. */
  #prose(paragraphs: readonly Paragraph[], beforeTable: boolean): void {
    const depths = paragraphs.map((paragraph) => headingDepth(paragraph, this.#bodySize));
    let under: Paragraph[] = [];
    for (let i = 0; i < paragraphs.length; i++) {
      const paragraph = paragraphs[i]!;
      const depth = depths[i]!;
      if (isContentsTitle(paragraph.text)) continue;
      if (depth === null || isListItem(depths, i, beforeTable)) {
        under.push(paragraph);
        continue;
      }
      if (under.length > 0) this.#out.push(this.#proseSection(under));
      under = [];
      let text = paragraph.text;
      while (headingGoesOn(paragraphs[i]!, paragraphs[i + 1], depth)) text += ` ${paragraphs[++i]!.text}`;
      this.#outline.enter(depth, text);
    }
    if (under.length > 0) this.#out.push(this.#proseSection(under));
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
    const neighbour = table.grid.beside && title === null && caption.length === 0 ? this.#out.at(-1) : undefined;
    const shared = neighbour?.kind === "table" ? neighbour : null;
    const section: TableSection = {
      kind: "table",
      index: this.#out.length,
      headings,
      year: yearOf([name ?? "", ...lines], headings),
      table: ++this.#tables,
      title: name ?? shared?.title ?? null,
      unit: shared?.unit ?? unitOf([...lines, name ?? ""], headings),
      entity: shared?.entity ?? firstOf(lines, printedEntity),
      caption,
      notes,
      grid: table.grid,
      pages: table.pages,
    };
    this.#out.push(section);
  }
}

/** A numbered line with nothing under it, like the one after it: text, lest it be lost. */
function isListItem(depths: readonly (number | null)[], i: number, beforeTable: boolean): boolean {
  const depth = depths[i]!;
  if (depth === null || depth < LIST_DEPTH) return false;
  const next = depths[i + 1];
  return next === undefined ? !beforeTable : next !== null && next <= depth;
}

/** The unit the caption or title prints, else the one a heading above does: （一）收入情况（单位：万元）. */
function unitOf(lines: readonly string[], headings: readonly string[]): PrintedUnit | null {
  const own = firstOf(lines, printedUnit);
  if (own !== null) return { text: own, from: "caption" };
  const section = firstOf([...headings].reverse(), printedUnit);
  return section === null ? null : { text: section, from: "section" };
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
