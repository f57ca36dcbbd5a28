const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Whether the groups of an `.rtf` close, each once: what stops before its end, or lost a part, has some left. Null for any other file. */
export function rtfDamage(bytes: Uint8Array): string | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = data.subarray(0, 100).indexOf("{\\rtf");
  if (start < 0) return null;
  let depth = 0;
  for (let at = start; at < data.length; at++) {
    const byte = data[at];
    if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return null;
    else if (byte === BACKSLASH) {
      const binary = /^\\bin(\d+) ?/.exec(data.toString("latin1", at, at + 16));
      at += binary ? binary[0].length + Number(binary[1]) - 1 : 1;
    }
  }
  return `${depth} groups of the document do not close: a part of it is missing`;
}
