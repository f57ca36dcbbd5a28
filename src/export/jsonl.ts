import { writeRows } from "./out-file.ts";
import { type Cell, cellText, type ExportTable, type ExportType } from "./table.ts";

/** Decimals stay text, so that no reader turns them into floats; counts and years are numbers, flags true or false. */
function jsonValue(type: ExportType, cell: Cell): string | number | boolean | null {
  if (cell === null) return null;
  if (type === "boolean") return cell === 1n;
  if (typeof cell === "bigint" && type !== "yuan") return Number(cell);
  return cellText(type, cell);
}

/** A table as JSON Lines, every column in every line; gives the number of rows. */
export function writeJsonLines(path: string, { columns, rows }: ExportTable): number {
  return writeRows(path, "", rows(), (batch) =>
    batch
      .map((row) => {
        const record = Object.fromEntries(columns.map(({ name, type }, n) => [name, jsonValue(type, row[n]!)]));
        return `${JSON.stringify(record)}\n`;
      })
      .join(""),
  );
}
