import { find, read } from "cfb";

/** What an embedded compound file holds: a workbook, a Word document, or something that is not read. */
export function compoundKind(bytes: Uint8Array): "xls" | "doc" | null {
  try {
    const file = read(bytes, { type: "array" });
    if (find(file, "Workbook") || find(file, "Book")) return "xls";
    return find(file, "WordDocument") ? "doc" : null;
  } catch {
    return null;
  }
}
