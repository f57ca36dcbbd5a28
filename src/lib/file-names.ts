import { existsSync } from "node:fs";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const ESCAPE = /\\x([0-9a-f]{2})/g;

/** A file's name as text: where its bytes are no UTF-8, each that is none stands as `\xb9`, so that it can be found again. */
export function nameOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    let name = "";
    for (let at = 0; at < bytes.length; ) {
      const length = characterAt(bytes, at);
      name += length > 0 ? bytes.toString("utf8", at, at + length) : `\\x${bytes[at]!.toString(16).padStart(2, "0")}`;
      at += Math.max(1, length);
    }
    return name;
  }
}

/** How many bytes make up the character there; 0 where they are no UTF-8. */
function characterAt(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++)
    try {
      if (utf8.decode(bytes.subarray(at, at + length)).length > 0) return length;
    } catch {
      // not yet, or not at all
    }
  return 0;
}

/** A path as the system takes it: one that `nameOf` has written out goes back to its bytes, unless a file is called just that. */
export function systemPath(path: string): string | Buffer {
  if (!path.includes("\\x") || existsSync(path)) return path;
  const parts: Buffer[] = [];
  let last = 0;
  for (const match of path.matchAll(ESCAPE)) {
    parts.push(Buffer.from(path.slice(last, match.index)), Buffer.of(Number.parseInt(match[1]!, 16)));
    last = match.index + match[0].length;
  }
  return Buffer.concat([...parts, Buffer.from(path.slice(last))]);
}
