import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename } from "node:path";
import { ExtractionError, systemTrouble } from "../lib/errors.ts";
import { systemPath } from "../lib/file-names.ts";
import type { MediaType, SourceFile } from "../lib/source-file.ts";
import { isLeftover, isUnsafe, packedMembers, zipMembers } from "./archive.ts";
import { attachmentsOf, mayHoldAttachments } from "./attachments.ts";
import { INGEST_LIMITS, type IngestLimits } from "./limits.ts";
import { mediaTypeOf } from "./media-type.ts";

export type { IngestLimits } from "./limits.ts";

/** A file that could not be taken in; the others go on. */
export interface Unreadable {
  readonly path: string;
  readonly error: ExtractionError;
}

/** What a caller may set when paths are opened. */
export interface IngestOptions {
  readonly limits?: Partial<IngestLimits>;
  /** Called for each member of an archive that is no document: leftovers of programs, pictures lying beside documents. */
  readonly onSkipped?: (path: string) => void;
  /** Where the bytes lie, if not at `path`: what is told of the file names `path` all the same. */
  readonly from?: string;
}

/** What goes through all of one path's archives. */
interface Intake {
  readonly limits: IngestLimits;
  readonly deadline: number;
  readonly onSkipped: (path: string) => void;
}

/** Reads one path into its source files: the file itself, or the members of an archive. Throws nothing of its own. */
export async function* ingest(path: string, options: IngestOptions = {}): AsyncGenerator<SourceFile | Unreadable> {
  const limits = { ...INGEST_LIMITS, ...options.limits };
  let read: { bytes: Uint8Array; sha256: string };
  try {
    read = await readWhole(options.from ?? path, limits);
  } catch (error) {
    yield { path, error: asExtractionError(error, path) };
    return;
  }
  yield* take({ path, name: basename(path), ...read, containers: [] }, intakeOf(options));
}

/** A file that is already in memory, under a name to tell it by. Throws nothing of its own. */
export async function* ingestBytes(
  bytes: Uint8Array,
  name: string,
  options: IngestOptions = {},
): AsyncGenerator<SourceFile | Unreadable> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  yield* take({ path: name, name, bytes, sha256, containers: [] }, intakeOf(options));
}

function intakeOf(options: IngestOptions): Intake {
  const limits = { ...INGEST_LIMITS, ...options.limits };
  return {
    limits,
    deadline: performance.now() + limits.milliseconds,
    onSkipped: options.onSkipped ?? (() => undefined),
  };
}

/** A file of known bytes: told apart, and opened where it is an archive. */
async function* take(file: Omit<SourceFile, "mediaType">, intake: Intake): AsyncGenerator<SourceFile | Unreadable> {
  const { path } = file;
  let mediaType: MediaType | null;
  try {
    if (file.bytes.length === 0) throw new ExtractionError("empty-file", "the file is empty", path);
    mediaType = await mediaTypeOf(file.bytes, intake.limits, path);
    if (mediaType === null) throw new ExtractionError("unknown-format", "the content is of no known format", path);
    if (isArchive(mediaType) && file.containers.length > intake.limits.depth)
      throw new ExtractionError("limit-exceeded", "archives are nested too deeply", path);
  } catch (error) {
    yield { path, error: asExtractionError(error, path) };
    return;
  }
  if (isArchive(mediaType)) yield* open({ ...file, mediaType }, intake);
  else {
    // Whoever takes the file may hand its bytes on to another process, and with them their memory.
    const holder = { ...file, mediaType };
    const kept = mayHoldAttachments(holder) ? { ...holder, bytes: new Uint8Array(file.bytes) } : null;
    yield holder;
    if (kept) yield* attached(kept, intake);
  }
}

/** The documents attached to a PDF or an OFD document, as members of it; pictures, signatures and program data beside them are skipped. */
async function* attached(holder: SourceFile, intake: Intake): AsyncGenerator<SourceFile | Unreadable> {
  const { path } = holder;
  if (holder.containers.length > intake.limits.depth) return;
  try {
    for await (const member of attachmentsOf(holder, intake.limits)) {
      const place = `${path}/${member.name}`;
      if ("error" in member) {
        yield { path: place, error: member.error };
        continue;
      }
      const kind =
        member.bytes.length === 0 ? null : await mediaTypeOf(member.bytes, intake.limits, place).catch(() => null);
      if (kind === null || kind === "image" || (kind === "text" && !/\.(csv|txt)$/i.test(member.name))) {
        intake.onSkipped(place);
        continue;
      }
      const sha256 = createHash("sha256").update(member.bytes).digest("hex");
      const containers = [...holder.containers, path];
      yield* take({ path: place, name: basename(member.name), bytes: member.bytes, sha256, containers }, intake);
    }
  } catch (error) {
    yield { path, error: asExtractionError(error, path) };
  }
}

const isArchive = (mediaType: MediaType): boolean => mediaType === "zip" || mediaType === "rar" || mediaType === "7z";

/** The documents of an archive. Pictures count as documents only where there are no others: scans sent page by page. */
async function* open(archive: SourceFile, intake: Intake): AsyncGenerator<SourceFile | Unreadable> {
  const { path } = archive;
  const pictures: SourceFile[] = [];
  let documents = 0;
  try {
    const members = (archive.mediaType === "zip" ? zipMembers : packedMembers)(archive.bytes, intake.limits, path);
    for await (const member of members) {
      const place = `${path}/${member.name}`;
      if (performance.now() > intake.deadline)
        throw new ExtractionError("timeout", `unpacking took longer than ${intake.limits.milliseconds} ms`, path);
      if (isUnsafe(member.name))
        yield { path: place, error: new ExtractionError("unsafe-path", "the name leads out of the archive", place) };
      else if (isLeftover(member.name)) intake.onSkipped(place);
      else if ("error" in member) yield { path: place, error: member.error };
      else {
        const file = {
          path: place,
          name: basename(member.name),
          bytes: member.bytes,
          sha256: createHash("sha256").update(member.bytes).digest("hex"),
          containers: [...archive.containers, path],
        };
        for await (const found of take(file, intake)) {
          if ("mediaType" in found && found.mediaType === "image") pictures.push(found);
          else {
            documents++;
            yield found;
          }
        }
        continue;
      }
      if (!isLeftover(member.name)) documents++;
    }
  } catch (error) {
    yield { path, error: asExtractionError(error, path) };
    documents++;
  }
  if (documents > 0) for (const picture of pictures) intake.onSkipped(picture.path);
  else if (pictures.length > 0) yield* pictures;
  else yield { path, error: new ExtractionError("empty-file", "the archive holds no document", path) };
}

/** Reads and hashes in one go. */
async function readWhole(path: string, limits: IngestLimits): Promise<{ bytes: Uint8Array; sha256: string }> {
  const place = systemPath(path);
  const info = await stat(place);
  // A folder whose files cannot be listed comes here as a file: the system says why.
  if (info.isDirectory()) await readdir(place);
  if (!info.isFile()) throw new ExtractionError("not-found", `${path} is no file`, path);
  if (info.size > limits.fileBytes)
    throw new ExtractionError("limit-exceeded", `larger than ${limits.fileBytes} bytes`, path);
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(place, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    chunks.push(chunk as Buffer);
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest("hex") };
}

const asExtractionError = (error: unknown, path: string): ExtractionError => {
  if (error instanceof ExtractionError) return error;
  if (error instanceof Error && "code" in error) return systemTrouble(error, path, "not-found");
  throw error;
};
