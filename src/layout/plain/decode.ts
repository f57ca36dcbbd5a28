import { damagedUtf8 } from "../../lib/damaged-text.ts";
import { ExtractionError } from "../../lib/errors.ts";

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Share of NUL bytes at even or odd places above which text without a mark is UTF-16. Han text in UTF-16 has few, line ends have one each. */
const UTF16_NUL_SHARE = 0.01;

/**
 * Bytes of a text file → text: UTF-8, GB18030 or UTF-16, with or without a mark.
 * Throws `damaged` where no encoding gives clean text.
 */
export function decodeText(bytes: Uint8Array, where: string): string {
  for (const [mark, encoding] of BOMS)
    if (mark.every((byte, i) => bytes[i] === byte)) return new TextDecoder(encoding).decode(bytes);
  const guessed = guessUtf16(bytes);
  for (const encoding of guessed ? [guessed] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  }
  const damaged = damagedUtf8(bytes);
  if (damaged !== null) return damaged;
  // A file cut in the middle of a character is still text; one with many bad bytes is not.
  const loose = new TextDecoder("gb18030").decode(bytes);
  const bad = loose.match(/\ufffd/g)?.length ?? 0;
  if (bad > 0 && bad <= 1 + loose.length / 1000) return loose;
  throw new ExtractionError("damaged", "the text is in no known encoding (UTF-8, GB18030, UTF-16)", where);
}

function guessUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 8192);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++)
    if (sample[i] === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  const half = sample.length / 2;
  if (odd > half * UTF16_NUL_SHARE && odd > even * 3) return "utf-16le";
  if (even > half * UTF16_NUL_SHARE && even > odd * 3) return "utf-16be";
  return null;
}
