import type { ExtractionError } from "../lib/errors.ts";
import { jsonLine } from "../lib/json-line.ts";
import type { SourceFile } from "../lib/source-file.ts";
import type { Processed } from "../pipeline.ts";
import type { FileFacts, StoredFile, StoredTrouble } from "../store/index.ts";
import { recordsOf, tableSections } from "./output.ts";
import { unreadCells, unreadCount } from "./unread.ts";
import type { FileRecords, WholeFile } from "./worker-messages.ts";

/** A file as the store knows it, without its bytes. */
export const fileFacts = ({ path, name, sha256, mediaType, containers, bytes }: SourceFile): FileFacts => ({
  path,
  name,
  sha256,
  mediaType,
  containers,
  size: bytes.length,
});

/** An error as plain data, fit for another thread. */
export const plainTrouble = ({ code, where, message }: ExtractionError): StoredTrouble => ({ code, where, message });

/** A reading as the store takes it: plain data without the file's bytes, with what was not understood counted. */
export function stored(file: SourceFile, processed: Processed, engine: string): StoredFile {
  const { layout, sections, document, records, findings, unsure, units, results, unclaimed, trouble } = processed;
  return {
    file: fileFacts(file),
    engine,
    reader: layout.reader,
    pages: layout.pages.map(({ blocks: _, ...page }) => page),
    sections,
    document,
    records,
    findings,
    unsure,
    units,
    results,
    unclaimed: unclaimed.map(({ table }) => table),
    unread: unreadCells(tableSections(processed), records),
    unreadNumbers: processed.unread.map(({ kind: _, ...number }) => number),
    trouble: trouble.map(plainTrouble),
  };
}

/** A reading as its records alone: text, which passes from thread to thread at once. */
export function asRecords(file: SourceFile, processed: Processed): FileRecords {
  const records = recordsOf(processed);
  return {
    file: fileFacts(file),
    pages: processed.document.pages,
    lines: records.map(jsonLine).join(""),
    records: records.length,
    unread: unreadCount(processed),
    trouble: processed.trouble.map(plainTrouble),
  };
}

/** A reading as people look at it. */
export function whole(file: SourceFile, processed: Processed): WholeFile {
  const { layout, sections, document, records, findings, unsure, results, unclaimed, unread, trouble } = processed;
  return {
    file: fileFacts(file),
    processed: {
      sections,
      document,
      records,
      findings,
      unsure,
      results,
      unclaimed,
      unread,
      trouble: trouble.map(plainTrouble),
      layoutTrouble: layout.trouble.map(plainTrouble),
    },
  };
}
