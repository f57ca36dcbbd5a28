import { ExtractionError } from "../lib/errors.ts";
import { inHelper } from "../lib/helper/index.ts";
import { moduleBeside } from "../lib/helper/start-process.ts";
import type { SourceFile } from "../lib/source-file.ts";
import { child, elements, readXml, textOf } from "../lib/xml.ts";
import { openZip } from "../lib/zip-archive.ts";
import type { Member, PlainMember } from "./archive.ts";
import type { IngestLimits } from "./limits.ts";

/** PDFium is asked in a process of its own: a file made to hang it costs that process. */
const PDF_WORK = { module: moduleBeside(import.meta.url, "attachments-work"), megabytes: 1000 };

/** A PDF for a helper to take the attachments out of. */
export interface AttachmentsWork {
  readonly bytes: Uint8Array;
  readonly limits: IngestLimits;
}

/** Whether a file may hold others: told from its bytes, so that ordinary files cost nothing. Streams cannot be packed: they name their kind. */
export function mayHoldAttachments({ mediaType, bytes }: SourceFile): boolean {
  // An OFD package names its members in the open.
  if (mediaType === "ofd")
    return /attachments?\.xml/i.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  if (mediaType !== "pdf") return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/EmbeddedFile");
}

/**
 * The files attached to a PDF (ISO 32000-1, 7.11.4 and 12.5.6.15) or an OFD document (GB/T 33190, 附件). Throws ExtractionError where they
 * cannot be listed.
 */
export async function* attachmentsOf(file: SourceFile, limits: IngestLimits): AsyncGenerator<Member> {
  if (file.mediaType === "ofd") {
    yield* ofdAttachments(file, limits);
    return;
  }
  const request: AttachmentsWork = { bytes: file.bytes, limits };
  for await (const member of inHelper<PlainMember>(PDF_WORK, request, file.path))
    if ("bytes" in member) yield member;
    else yield { name: member.name, error: new ExtractionError(member.error.code, member.error.message, file.path) };
}

async function* ofdAttachments(file: SourceFile, limits: IngestLimits): AsyncGenerator<Member> {
  const members = await openZip(file.bytes, limits, file.path);
  const byName = new Map(members.map((member) => [plain(member.name), member]));
  for (const list of members.filter(({ name }) => /(?:^|\/)attachments?\.xml$/i.test(name)))
    for (const attachment of elements(readXml(await list.read(), file.path), "Attachment")) {
      const location = textOf(child(attachment, "FileLoc") ?? attachment).trim();
      const folder = list.name.slice(0, list.name.lastIndexOf("/") + 1);
      const member = byName.get(plain(location.startsWith("/") ? location : folder + location));
      const name = attachment.attributes.Name ?? location;
      const format = attachment.attributes.Format;
      const full = /\.\w{2,5}$/.test(name) || format === undefined ? name : `${name}.${format.toLowerCase()}`;
      if (!member)
        yield { name: full, error: new ExtractionError("damaged", `the package lacks ${location}`, file.path) };
      else
        try {
          yield { name: full, bytes: await member.read() };
        } catch (error) {
          if (!(error instanceof ExtractionError)) throw error;
          yield { name: full, error };
        }
    }
}

/** Locations are compared without a leading slash, `.`, `..` and case: writers differ. */
function plain(path: string): string {
  const out: string[] = [];
  for (const part of path.replaceAll("\\", "/").toLowerCase().split("/")) {
    if (part === "..") out.pop();
    else if (part !== "" && part !== ".") out.push(part);
  }
  return out.join("/");
}
