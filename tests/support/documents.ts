import type { Block, Layout } from "../../src/lib/layout.ts";
import type { Section } from "../../src/lib/section.ts";
import { describe as describeDocument } from "../../src/normalise/document.ts";
import { type TableNotes, tableSection } from "./sections.ts";

/** A layout of one page: paragraphs as lines; `text` lines in order. */
export function pageOf(text: string, grids: readonly Block[] = []): Layout {
  const blocks: Block[] = text
    .trim()
    .split("\n")
    .map((line) => ({ kind: "paragraph", page: 1, box: null, text: line.trim() }));
  return {
    file: {
      path: "x.pdf",
      name: "x.pdf",
      bytes: new Uint8Array(),
      sha256: "0".repeat(64),
      mediaType: "pdf",
      containers: [],
    },
    reader: "test",
    pages: [{ number: 1, width: 595, height: 842, from: "text", blocks: [...blocks, ...grids] }],
    trouble: [],
  };
}

/** The document record of a page of text and of tables written as text. */
export function describeText(text: string, tables: readonly (readonly [string, TableNotes])[] = []) {
  const sections: Section[] = tables.map(([rows, notes]) => tableSection(rows, notes));
  return describeDocument(
    pageOf(
      text,
      sections.flatMap((section) => (section.kind === "table" ? [section.grid] : [])),
    ),
    sections,
  );
}
