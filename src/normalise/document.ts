import type { DocumentRecord } from "../../schemas/index.ts";
import type { Layout } from "../lib/layout.ts";
import type { Section } from "../lib/section.ts";

/** The document record: who reports, on which year, in which forms, told from titles, captions and headings. */
export function describe(layout: Layout, _sections: readonly Section[]): DocumentRecord {
  return {
    kind: "document",
    file: layout.file.name,
    sha256: layout.file.sha256,
    title: null,
    entity: null,
    region: null,
    level: null,
    fiscalYear: null,
    types: [],
    filledOn: null,
    pages: Math.max(1, layout.pages.length),
    ocr: layout.pages.some((page) => page.from === "ocr"),
  };
}
