import type { DocumentRecord, Finding } from "../../schemas/index.ts";
import type { TableSection } from "../lib/section.ts";
import type { Processed } from "../pipeline.ts";

/** Every record of a file in the contract's order: the document, its contents as printed, its findings. */
export function recordsOf(
  processed: Pick<Processed, "document" | "records" | "findings">,
): (DocumentRecord | Processed["records"][number] | Finding)[] {
  return [processed.document, ...processed.records, ...processed.findings];
}

/** The sections of a file that are tables, in printed order. */
export const tableSections = (processed: Pick<Processed, "sections">): TableSection[] =>
  processed.sections.filter((section) => section.kind === "table");
