/** How many parts of a saved page are looked at for its text. */
const PART_LIMIT = 500;

/**
 * The web page inside an MHTML file (`单个文件网页`, also saved as `.doc`): the first part of type text/html, unpacked.
 * Null where the bytes are no MHTML.
 */
export function mhtmlPage(bytes: Uint8Array): Uint8Array | null {
  const head = latin1(bytes.subarray(0, 4096));
  if (!isMhtml(head)) return null;
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(head)?.[1];
  const text = latin1(bytes);
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`, PART_LIMIT);
  for (const part of parts) {
    const end = /\r?\n\r?\n/.exec(part.replace(/^\r?\n/, "  "));
    if (!end) continue;
    const header = part.slice(0, end.index);
    if (!/content-type:\s*text\/html/i.test(header)) continue;
    const body = part.slice(end.index + end[0].length);
    const encoding = /content-transfer-encoding:\s*([\w-]+)/i.exec(header)?.[1]?.toLowerCase();
    if (encoding === "base64") return Buffer.from(body, "base64");
    return Buffer.from(encoding === "quoted-printable" ? unquote(body) : body, "latin1");
  }
  return null;
}

/** Whether the head of a file is that of a page saved with its pictures. */
export const isMhtml = (head: string): boolean =>
  /^\s*(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,12}?mime-version:/i.test(head);

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

const unquote = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
