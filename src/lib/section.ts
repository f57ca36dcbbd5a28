import type { Grid, Paragraph } from "./layout.ts";

/** Where a unit was printed, strongest first. A unit is never guessed. */
export type UnitOrigin = "cell" | "row" | "column" | "caption" | "section" | "document" | "form";

/** A unit with the place it was printed in. */
export interface PrintedUnit {
  /** As printed, NFKC: 万元, 元, %, 台（套）. */
  readonly text: string;
  readonly from: UnitOrigin;
}

interface SectionBase {
  /** Order in the document, from 0. */
  readonly index: number;
  /** Headings above it, outermost first, as printed: ["第三部分 2023年度部门决算情况说明", "一、收入支出决算总体情况说明"]. */
  readonly headings: readonly string[];
  /** The year its own title, heading or year line states; null where it states none. */
  readonly year: number | null;
}

/** One table, stitched over its pages, with its title, unit line and notes taken off. */
export interface TableSection extends SectionBase {
  readonly kind: "table";
  /** Number of the table in the document, from 1. */
  readonly table: number;
  readonly title: string | null;
  readonly unit: PrintedUnit | null;
  /** 编制单位 / 部门: printed in the caption, where it is. */
  readonly entity: string | null;
  /** Lines between title and grid: 公开01表, 部门：…, 金额单位：万元, 2024年度. */
  readonly caption: readonly Paragraph[];
  readonly notes: readonly Paragraph[];
  /** Cells keep the page they stand on; a repeated header is dropped. */
  readonly grid: Grid;
  readonly pages: readonly number[];
}

/** Paragraphs under one heading. The heading itself is the last of `headings`. */
export interface ProseSection extends SectionBase {
  readonly kind: "prose";
  readonly paragraphs: readonly Paragraph[];
}

/** A part of a document that is read as one: a table or the text below a heading. */
export type Section = TableSection | ProseSection;
