import type { SourceFile } from "../../lib/source-file.ts";
import type { Sheet } from "./sheet-cells.ts";
import { readWorkbook } from "./workbook.ts";

/** A helper's work: the sheets of one workbook. */
export async function* work(file: Pick<SourceFile, "bytes" | "path">): AsyncGenerator<readonly Sheet[]> {
  yield await readWorkbook(file);
}
