/** How many parts of a saved page are looked at. */
const PART_LIMIT = 500;
/** Parts inside parts inside parts. */
const DEPTH_LIMIT = 4;

/** One part of a saved page: `location` as its Content-Location or Content-ID names it. */
export interface SavedPart {
  readonly location: string;
  readonly id: string;
  readonly type: string;
  /** The file name it is sent under. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The parts of an MHTML file (RFC 2557: `单个文件网页`, also saved as `.doc` and `.xls`), the page to show first. Null where the bytes are
 * no MHTML.
 */
export function mhtmlParts(bytes: Uint8Array): SavedPart[] | null {
  const head = latin1(bytes.subarray(0, 4096));
  if (!isMhtml(head)) return null;
  const parts = partsOf(latin1(bytes), 0);
  // `start` names the part to show first (RFC 2387, 3.2).
  const start = /\bstart\s*=\s*"?<([^>]+)>/i.exec(head)?.[1];
  const named = parts.findIndex(({ id, type }) => start !== undefined && id === start && type === "text/html");
  const page = named >= 0 ? named : parts.findIndex(({ type }) => type === "text/html");
  return page < 0 ? null : [parts[page]!, ...parts.filter((_, i) => i !== page)];
}

const boundaryOf = (bytes: Uint8Array): string | undefined =>
  /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(latin1(bytes.subarray(0, 4096)))?.[1];

/** Whether the file stops before the boundary that closes it. */
export function mhtmlIsCut(bytes: Uint8Array): boolean {
  const boundary = boundaryOf(bytes);
  return boundary !== undefined && latin1(bytes).lastIndexOf(`--${boundary}--`) < 0;
}

/** What no base64 is made of. */
const FOREIGN = /[^A-Za-z0-9+/=\s]/;

/** Whether a part packed as base64 holds what is none: the reader passes over it without a word. */
export function mhtmlIsBroken(bytes: Uint8Array): boolean {
  const boundary = boundaryOf(bytes);
  if (boundary === undefined) return false;
  return latin1(bytes)
    .split(`--${boundary}`, PART_LIMIT)
    .some((part) => {
      const [head = "", ...body] = part.split(/\r?\n\r?\n/);
      return /^content-transfer-encoding:\s*base64/im.test(head) && FOREIGN.test(body.join(""));
    });
}

function partsOf(text: string, depth: number): SavedPart[] {
  const end = /\r?\n\r?\n/.exec(text.replace(/^\r?\n/, "  "));
  if (!end || depth > DEPTH_LIMIT) return [];
  const header = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(header)?.[1]?.trim() ?? "";
  const type = (/^[\w.+/-]+/.exec(field("content-type"))?.[0] ?? "text/plain").toLowerCase();
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(header)?.[1];
  const body = text.slice(end.index + end[0].length);
  if (type.startsWith("multipart/") && boundary !== undefined)
    return body
      .split(`--${boundary}`, PART_LIMIT)
      .slice(1)
      .flatMap((part) => partsOf(part.replace(/^\r?\n/, ""), depth + 1));
  const encoding = field("content-transfer-encoding").toLowerCase();
  const unpacked =
    encoding === "base64"
      ? Buffer.from(body, "base64")
      : Buffer.from(encoding === "quoted-printable" ? unquote(body) : body, "latin1");
  const name = /\bname\s*=\s*"?([^";\r\n]+)/i.exec(header)?.[1] ?? "";
  const id = field("content-id").replace(/^<|>$/g, "");
  return [{ location: field("content-location"), id, type, name, bytes: unpacked }];
}

/** The part an address in a page means: whole, or relative to the page that names it. */
export function partAt(parts: readonly SavedPart[], address: string, base: string): SavedPart | undefined {
  if (/^cid:/i.test(address)) return parts.find(({ id }) => id === decodeURIComponent(address.slice(4)));
  const folder = base.slice(0, base.lastIndexOf("/") + 1);
  const wanted = [address, `${folder}${address}`].map(plain);
  return parts.find(({ location }) => wanted.includes(plain(location)));
}

/** Addresses are compared without blanks, escapes and the case of drive letters. */
const plain = (address: string): string => address.replaceAll("\\", "/").replace(/%20/g, " ").trim().toLowerCase();

/** Whether the head of a file is that of a page saved with its pictures. */
export const isMhtml = (head: string): boolean =>
  /^\s*(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,12}?mime-version:/i.test(head);

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const unquote = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
