import type { ZipLimits } from "../lib/zip-archive.ts";

/** What one path may cost before it is refused. All sizes in bytes. */
export interface IngestLimits extends ZipLimits {
  /** A file as given. */
  readonly fileBytes: number;
  /** Archives inside archives: 1 opens an archive inside the given one and no deeper. */
  readonly depth: number;
  /** All the unpacking of one path. */
  readonly milliseconds: number;
}

/** Far above what offices publish: their largest archives hold some hundred scans. */
export const INGEST_LIMITS: IngestLimits = {
  fileBytes: 1 << 30,
  members: 10_000,
  memberBytes: 512 << 20,
  totalBytes: 2 ** 31,
  ratio: 1000,
  depth: 1,
  milliseconds: 300_000,
};
