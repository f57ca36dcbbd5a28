import { extname } from "node:path";
import { ExtractionError } from "../lib/errors.ts";
import type { SourceFile } from "../lib/source-file.ts";
import type { Processed } from "../pipeline.ts";

/** Names that promise a document of their own format. */
const PROMISING = new Set([".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ofd", ".wps", ".et"]);

/**
 * Refuses what a server sent in place of a document: a web page under a document's name that holds no table and no record (an error page, a
 * page that asks to log in). A web page that is a disclosure is read, whatever its name. Throws ExtractionError.
 */
export function refuseErrorPage(
  { name, path, mediaType }: Pick<SourceFile, "name" | "path" | "mediaType">,
  { sections, records }: Pick<Processed, "sections" | "records">,
): void {
  if (mediaType !== "html" || !PROMISING.has(extname(name).toLowerCase())) return;
  if (records.length > 0 || sections.some(({ kind }) => kind === "table")) return;
  throw new ExtractionError(
    "unknown-format",
    `a web page under the name of a document, without a table or a record`,
    path,
  );
}
