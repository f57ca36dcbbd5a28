import type Database from "better-sqlite3";
import { largest } from "../../lib/long-lists.ts";
import { statement } from "../statements.ts";

/** What a text of a report gives: which of several texts that say the same counts. */
export interface Quality {
  /** 0 pages with their text, 1 text without pages, 2 recognised from pictures. */
  readonly grade: number;
  readonly records: number;
  /** 1 where pictures had to be looked at, on whatever kind of page they lie. */
  readonly pictured: number;
  /** Doubtful records, numbers that became none, trouble. */
  readonly doubts: number;
  readonly mediaType: string;
  readonly file: string;
  readonly sha256: string;
}

const QUALITY = `
SELECT CASE WHEN 2 * (SELECT count(*) FROM page WHERE page.run_id = run.id AND origin = 'ocr') > (SELECT count(*) FROM page WHERE page.run_id = run.id) THEN 2
    WHEN EXISTS (SELECT 1 FROM page WHERE page.run_id = run.id AND origin IN ('text', 'ofd', 'ocr')) THEN 0 ELSE 1 END AS grade,
  run.records, document.ocr AS pictured, run.unread_cells + run.troubles + run.incomplete
    + (SELECT count(*) FROM observation WHERE observation.run_id = run.id AND uncertain = 1) AS doubts,
  file.media_type AS mediaType, file.sha256,
  (SELECT min(name) FROM acquisition WHERE acquisition.file_id = file.id) AS file
FROM document JOIN file ON file.id = document.file_id JOIN run ON run.document_id = document.id WHERE document.id = ?`;

/** What a stored document gives. */
export function qualityOf(db: Database.Database, document: bigint): Quality {
  const row = statement(db, QUALITY).get(document) as Record<keyof Quality, bigint | string>;
  return {
    grade: Number(row.grade),
    records: Number(row.records),
    pictured: Number(row.pictured),
    doubts: Number(row.doubts),
    mediaType: String(row.mediaType),
    file: String(row.file),
    sha256: String(row.sha256),
  };
}

/** A text that gives less than this share of what the richest gives is set aside, whatever it is printed on. */
const POOR = 0.5;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Texts that say the same, the one that counts first: never by the order in which they came. */
export function byQuality<T extends { readonly quality: Quality }>(texts: readonly T[]): T[] {
  const richest = largest(texts.map(({ quality }) => quality.records));
  const poor = ({ records }: Quality): number => (records < POOR * richest ? 1 : 0);
  return [...texts].sort(
    ({ quality: a }, { quality: b }) =>
      poor(a) - poor(b) ||
      a.grade - b.grade ||
      b.records - a.records ||
      a.pictured - b.pictured ||
      a.doubts - b.doubts ||
      byText(a.file, b.file) ||
      byText(a.sha256, b.sha256),
  );
}
