import WordExtractor from "word-extractor";
import { ExtractionError } from "../../lib/errors.ts";
import type { SourceFile } from "../../lib/source-file.ts";

/** A helper's work: the text of one `.doc`. Throws ExtractionError `damaged`. */
export async function* work({ bytes, path }: Pick<SourceFile, "bytes" | "path">): AsyncGenerator<string> {
  const { buffer, byteOffset, byteLength } = bytes;
  try {
    yield (await new WordExtractor().extract(Buffer.from(buffer, byteOffset, byteLength))).getBody();
  } catch (cause) {
    throw new ExtractionError("damaged", "the Word document is damaged", path, cause);
  }
}
