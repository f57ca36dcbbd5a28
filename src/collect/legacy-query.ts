/** Bytes of GB18030's two-byte part by character; made when the first page of that encoding is met. */
let codes: ReadonlyMap<string, string> | null = null;

function gbkCodes(): ReadonlyMap<string, string> {
  if (codes !== null) return codes;
  const made = new Map<string, string>();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length !== 1 || character === "\ufffd") continue;
      const hex = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
      if (!made.has(character)) made.set(character, hex(lead) + hex(trail));
    }
  codes = made;
  return made;
}

/**
 * A link of a page in GBK as a browser asks for it: what stands behind the `?` goes in the page's own encoding, everything else as UTF-8.
 * `down.asp?f=决算.pdf` is asked for as `down.asp?f=%BE%F6%CB%E3.pdf`.
 */
export function legacyQuery(href: string): string {
  const at = href.indexOf("?");
  if (at < 0) return href;
  const query = href.slice(at).replace(/[\u0080-\uffff]/gu, (character) => gbkCodes().get(character) ?? character);
  return href.slice(0, at) + query;
}
