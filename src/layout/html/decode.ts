import { damagedUtf8 } from "../../lib/damaged-text.ts";

/** How far into a page its own statement of the encoding is looked for, as browsers do. */
const META_REACH = 4096;

/**
 * A web page's bytes as text: by its byte order mark, else its `<meta charset>` where the bytes agree, else UTF-8 where they are
 * valid UTF-8, else GB18030 (of which GB2312 and GBK are parts).
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return new TextDecoder("utf-16be").decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, META_REACH));
  const stated = /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const label = stated === undefined || /^gb/.test(stated) ? "gb18030" : stated;
  if (label !== "utf-8" && label !== "utf8") {
    const asUtf8 = strictly("utf-8", bytes);
    // Pages converted to UTF-8 often keep saying gb2312: Han text that is valid UTF-8 is no GB18030.
    if (asUtf8 !== null) return asUtf8;
    return strictly(label, bytes) ?? damagedUtf8(bytes) ?? new TextDecoder("gb18030").decode(bytes);
  }
  return (
    strictly("utf-8", bytes) ??
    damagedUtf8(bytes) ??
    strictly("gb18030", bytes) ??
    new TextDecoder("utf-8").decode(bytes)
  );
}

/** Null where the bytes are not valid in the encoding or its name is unknown. */
function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
