import { INGEST_LIMITS } from "../ingest/limits.ts";
import { mediaTypeOf } from "../ingest/media-type.ts";
import { ExtractionError } from "../lib/errors.ts";

/** What bytes are, by their first ones; `locked` and `office` are files that cannot be read and are kept; null: nothing that is known. */
export type Kind = Exclude<Awaited<ReturnType<typeof mediaTypeOf>>, null> | "locked" | "office" | null;

/** How far before its end a PDF says where its table stands; printers add a page of something else behind it. */
const PDF_END_BYTES = 4096;

/** What a body is; `cut` where its own end is missing, though the server said that this was all. */
export async function kindOf(bytes: Uint8Array, where: string): Promise<Kind | "cut"> {
  try {
    const kind = await mediaTypeOf(bytes, INGEST_LIMITS, where);
    if (kind !== "pdf") return kind;
    const end = Buffer.from(bytes.subarray(-PDF_END_BYTES)).toString("latin1");
    return end.includes("%%EOF") || end.includes("startxref") ? "pdf" : "cut";
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    if (error.code === "password") return "locked";
    return error.code === "damaged" ? "cut" : "office";
  }
}
