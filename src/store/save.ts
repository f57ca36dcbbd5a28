import type Database from "better-sqlite3";
import type { DocumentRecord } from "../../schemas/index.ts";
import { bodyKey } from "../lib/body-name.ts";
import { isPassing } from "../lib/errors.ts";
import { tallyCodes } from "./codes/tally.ts";
import { applyCorrections } from "./corrections/apply.ts";
import { derive } from "./derived.ts";
import { asStoreError } from "./errors.ts";
import { fileDocuments } from "./reports/file-documents.ts";
import { flag, inserter, statement } from "./statements.ts";
import type { Store } from "./store.ts";
import { countsOf, type FileFacts, type StoredFile, type StoredTrouble } from "./stored-file.ts";
import { writeRecords } from "./write-records.ts";
import { corners, writeSections } from "./write-sections.ts";

/**
 * `unchanged`: the same bytes were already read by the same engine; only the path is noted. `incomplete`: something that may pass was in
 * the way; the next run reads the file again, and a reading that was complete has stayed.
 */
export type Saved = "new" | "replaced" | "unchanged" | "incomplete";

/** Puts a file with everything read from it into the store, or replaces an older reading: one transaction. Throws StoreError. */
export function save(store: Store, stored: StoredFile): Saved {
  const { db } = store;
  return guarded(store, () => {
    const fileId = writeFile(db, stored.file);
    statement(db, "DELETE FROM unread_file WHERE path = ?").run(stored.file.path);
    const before = statement(
      db,
      "SELECT run.id, run.engine, run.incomplete FROM run JOIN document ON document.id = run.document_id WHERE document.file_id = ?",
    ).get(fileId) as { id: bigint; engine: string; incomplete: bigint } | undefined;
    const complete = before !== undefined && before.incomplete === 0n;
    const passing = stored.trouble.some(isPassing);
    if (complete && passing) return "incomplete";
    if (complete && before.engine === stored.engine && stored.again !== true) return "unchanged";
    if (before) {
      tallyCodes(db, before.id, -1);
      statement(db, "DELETE FROM run WHERE id = ?").run(before.id);
    }
    const documentId = writeDocument(db, fileId, stored.document);
    const runId = writeRun(db, documentId, stored);
    const page = inserter(db, "page", "run_id,number,width,height,origin,confidence");
    for (const { number, width, height, from, confidence } of stored.pages)
      page(runId, number, width, height, from, confidence ?? null);
    writeRecords(db, runId, stored, writeSections(db, runId, stored));
    const unit = inserter(db, "listed_unit", "run_id,seq,name,name_key,page,quote");
    for (const [seq, { name, page: at, quote }] of stored.units.entries())
      unit(runId, seq, name, bodyKey(name), at, quote);
    const unread = inserter(db, "unread_number", "run_id,seq,page,x0,y0,x1,y1,printed,sentence");
    for (const [seq, { page: at, box, printed, sentence }] of (stored.unreadNumbers ?? []).entries())
      unread(runId, seq, at, ...corners(box), printed, sentence);
    const result = inserter(db, "rule_result", "run_id,seq,rule,outcome,scope,note");
    for (const [seq, { rule, outcome, scope, note }] of stored.results.entries())
      result(runId, seq, rule, outcome, scope, note);
    const trouble = inserter(db, "trouble", "run_id,seq,code,place,message");
    for (const [seq, { code, where, message }] of stored.trouble.entries()) trouble(runId, seq, code, where, message);
    tallyCodes(db, runId, 1);
    applyCorrections(db, runId);
    fileDocuments(db, [documentId]);
    derive(db, runId);
    if (passing) return "incomplete";
    return before ? "replaced" : "new";
  });
}

/** Notes another path of bytes that are already read. Throws StoreError. */
export function saveAcquisition(store: Store, file: FileFacts): void {
  guarded(store, () => {
    writeFile(store.db, file);
    statement(store.db, "DELETE FROM unread_file WHERE path = ?").run(file.path);
  });
}

/** Notes a file that could not be read; an older reading of the same bytes stays. Throws StoreError. */
export function saveFailure(
  store: Store,
  failure: {
    readonly path: string;
    readonly sha256: string | null;
    readonly engine: string;
    readonly trouble: StoredTrouble;
    /** What it was called where it was published. */
    readonly called?: string;
  },
): void {
  guarded(store, () => {
    statement(
      store.db,
      "INSERT OR REPLACE INTO unread_file (path, sha256, code, message, engine, called) VALUES (?, ?, ?, ?, ?, ?)",
    ).run(
      failure.path,
      failure.sha256,
      failure.trouble.code,
      failure.trouble.message,
      failure.engine,
      failure.called ?? null,
    );
  });
}

/** Work in one transaction that takes the write lock at once. Throws StoreError where the database fails. */
export function guarded<T>(store: Store, work: () => T): T {
  try {
    return store.db.transaction(work).immediate();
  } catch (error) {
    throw asStoreError(error, store.path);
  }
}

function writeFile(db: Database.Database, file: FileFacts): bigint {
  const { path, name, sha256, mediaType, size, containers, relative } = file;
  statement(db, "INSERT INTO file (sha256, bytes, media_type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING").run(
    sha256,
    size,
    mediaType,
  );
  const id = statement(db, "SELECT id FROM file WHERE sha256 = ?").pluck().get(sha256) as bigint;
  statement(
    db,
    `INSERT INTO acquisition (file_id, path, name, container, relative) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (file_id, path) DO UPDATE SET relative = excluded.relative WHERE acquisition.relative IS NOT excluded.relative`,
  ).run(id, path, name, containers.length > 0 ? containers.join("\n") : null, relative ?? null);
  writeSources(db, id, file);
  return id;
}

/** An address that is noted already gets only what is new of it: nothing new is no change. */
function writeSources(db: Database.Database, fileId: bigint, { path, sources = [] }: FileFacts): void {
  if (sources.length === 0) return;
  const acquisition = statement(db, "SELECT id FROM acquisition WHERE file_id = ? AND path = ?").pluck();
  const id = acquisition.get(fileId, path) as bigint;
  for (const { address, foundOn, words, title, site, published, publishedFrom, firstAt, lastAt } of sources)
    statement(
      db,
      `INSERT INTO acquisition_source (acquisition_id, address, found_on, words, title, site, published, published_from, first_at, last_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (acquisition_id, address) DO UPDATE SET found_on = excluded.found_on, words = excluded.words, title = excluded.title,
         site = excluded.site, published = excluded.published, published_from = excluded.published_from, last_at = excluded.last_at
       WHERE (found_on, words, title, site, published, published_from, last_at) IS NOT (excluded.found_on, excluded.words,
         excluded.title, excluded.site, excluded.published, excluded.published_from, excluded.last_at)`,
    ).run(id, address, foundOn, words, title, site, published, publishedFrom, firstAt, lastAt);
}

/** The document keeps its id over readings; what is known of it is what the newest reading says. */
function writeDocument(db: Database.Database, fileId: bigint, document: DocumentRecord): bigint {
  const id = statement(
    db,
    `INSERT INTO document (file_id, title, entity, region_code, region_path, level, fiscal_year, filled_on, pages, ocr)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (file_id) DO UPDATE SET title = excluded.title, entity = excluded.entity,
       region_code = excluded.region_code, region_path = excluded.region_path, level = excluded.level,
       fiscal_year = excluded.fiscal_year, filled_on = excluded.filled_on, pages = excluded.pages, ocr = excluded.ocr
     RETURNING id`,
  )
    .pluck()
    .get(
      fileId,
      document.title,
      document.entity,
      document.region?.code ?? null,
      document.region?.path.join("/") ?? null,
      document.level,
      document.fiscalYear,
      document.filledOn,
      document.pages,
      flag(document.ocr),
    ) as bigint;
  statement(db, "DELETE FROM document_type WHERE document_id = ?").run(id);
  const type = inserter(db, "document_type", "document_id,type");
  for (const name of new Set(document.types)) type(id, name);
  return id;
}

function writeRun(db: Database.Database, documentId: bigint, stored: StoredFile): bigint {
  const counts = countsOf(stored);
  return inserter(
    db,
    "run",
    "document_id,engine,reader,status,incomplete,tables,records,unclaimed,unread_cells,units_unknown,troubles",
  )(
    documentId,
    stored.engine,
    stored.reader,
    stored.trouble.length > 0 ? "partial" : "ok",
    flag(stored.trouble.some(isPassing)),
    counts.tables,
    counts.records,
    counts.unclaimed,
    counts.unreadCells,
    counts.unitsUnknown,
    counts.troubles,
  );
}
