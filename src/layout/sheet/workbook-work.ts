import type { SourceFile } from "../../lib/source-file.ts";
import { readWorkbook, type Sheet } from "./workbook.ts";

/** A helper's work: the sheets of one workbook. */
export async function* work(file: Pick<SourceFile, "bytes" | "path">): AsyncGenerator<readonly Sheet[]> {
  yield await readWorkbook(file);
}
