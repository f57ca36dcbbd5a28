import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { ExtractionError } from "../lib/errors.ts";
import type { SourceFile } from "../lib/source-file.ts";
import { mediaTypeOf } from "./media-type.ts";

/** A file that could not be taken in; the others go on. */
export interface Unreadable {
  readonly path: string;
  readonly error: ExtractionError;
}

/** Reads one path into its source files: the file itself, or the members of an archive. */
export async function* ingest(path: string): AsyncGenerator<SourceFile | Unreadable> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    yield { path, error: new ExtractionError("not-found", `cannot read ${path}`, path, cause) };
    return;
  }
  if (bytes.length === 0) {
    yield { path, error: new ExtractionError("empty-file", "the file is empty", path) };
    return;
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) {
    yield { path, error: new ExtractionError("unknown-format", "the content is of no known format", path) };
    return;
  }
  yield {
    path,
    name: basename(path),
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType,
    containers: [],
  };
}
