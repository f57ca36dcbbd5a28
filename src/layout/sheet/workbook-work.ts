import type { SourceFile } from "../../lib/source-file.ts";
import { openZip, PACKAGE_LIMITS } from "../../lib/zip-archive.ts";
import { biffDamage } from "./biff/damage.ts";
import type { Sheet } from "./sheet-cells.ts";
import { readWorkbook } from "./workbook.ts";
import { type PartDamage, xlsxDamage } from "./xlsx-damage.ts";

/** A workbook's sheets, and which of its parts are not whole. */
export interface WorkbookRead {
  readonly sheets: readonly Sheet[];
  readonly damage: readonly PartDamage[];
}

/** A helper's work: one workbook. */
export async function* work(file: Pick<SourceFile, "bytes" | "path" | "mediaType">): AsyncGenerator<WorkbookRead> {
  const sheets = await readWorkbook(file);
  if (file.mediaType !== "xlsx")
    yield { sheets, damage: biffDamage(file.bytes).map((message) => ({ where: file.path, message })) };
  else {
    const members = await openZip(file.bytes, PACKAGE_LIMITS, file.path);
    yield { sheets, damage: await xlsxDamage(new Map(members.map((m) => [m.name.replace(/^\//, ""), m])), file.path) };
  }
}
