import { ExtractionError, type TroubleCode } from "../lib/errors.ts";
import { inHelper } from "../lib/helper/index.ts";
import { moduleBeside } from "../lib/helper/start-process.ts";
import { openZip, type ZipMember } from "../lib/zip-archive.ts";
import type { IngestLimits } from "./limits.ts";

/** A member that is to be read, or the reason why it cannot be. */
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly error: ExtractionError };

/** Left by operating systems and office programs beside the real files. */
const LEFTOVERS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\._)/i;

/** Whether a member is none of the publisher's files. */
export const isLeftover = (name: string): boolean => LEFTOVERS.test(name);

/** Whether a member's name would lead out of the archive's folder. Nothing is written to disk, still no such name is a document's. */
export const isUnsafe = (name: string): boolean =>
  name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.split(/[/\\]/).includes("..") || name.includes("\0");

/** The members of a zip, one after the other. Throws ExtractionError where the archive itself cannot be read. */
export async function* zipMembers(bytes: Uint8Array, limits: IngestLimits, where: string): AsyncGenerator<Member> {
  for (const member of await openZip(bytes, limits, where)) {
    if (isLeftover(member.name) || isUnsafe(member.name)) yield { name: member.name, bytes: new Uint8Array(0) };
    else yield await unpacked(member);
  }
}

async function unpacked(member: ZipMember): Promise<Member> {
  try {
    return { name: member.name, bytes: await member.read() };
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    return { name: member.name, error };
  }
}

/** The library that unpacks can end or hang its process. Two archives in one another take a process each. */
const UNPACKING = { module: moduleBeside(import.meta.url, "archive-work"), megabytes: 1000 };

/** An archive for a helper to unpack. */
export interface ArchiveWork {
  readonly bytes: Uint8Array;
  readonly limits: IngestLimits;
  readonly where: string;
}

/** A member as a helper gives it: plain data. */
export type PlainMember =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly error: { readonly code: TroubleCode; readonly message: string } };

/** The members of a `.rar` or `.7z`, one after the other. A password hides either the names too or the contents alone. */
export async function* packedMembers(bytes: Uint8Array, limits: IngestLimits, where: string): AsyncGenerator<Member> {
  const request: ArchiveWork = { bytes, limits, where };
  for await (const member of inHelper<PlainMember>(UNPACKING, request, where)) {
    const place = `${where}/${member.name}`;
    if ("bytes" in member) yield member;
    else yield { name: member.name, error: new ExtractionError(member.error.code, member.error.message, place) };
  }
}
