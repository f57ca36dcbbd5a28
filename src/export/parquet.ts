import { type ColumnSource, fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, ExportColumn, ExportTable, ExportType, Row } from "./table.ts";

type Element = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Rows that are written together: what is in memory at once. */
const GROUP = 50_000;
/** Printed decimals: up to ten places, 28 digits before the point. */
const PLACES = 10;
const DIGITS = 38;
const DAY_MS = 86_400_000;

/** A printed decimal whose last places count gets its text beside the number. */
const keepsText = ({ name, type }: ExportColumn): boolean => type === "decimal" && name === "value";

function element({ name, type }: ExportColumn): Element {
  const repetition_type = "OPTIONAL";
  switch (type) {
    case "yuan":
      return { name, repetition_type, type: "INT64", converted_type: "DECIMAL", precision: 18, scale: 2 };
    case "decimal":
      return {
        name,
        repetition_type,
        type: "FIXED_LEN_BYTE_ARRAY",
        type_length: 16,
        converted_type: "DECIMAL",
        precision: DIGITS,
        scale: PLACES,
      };
    case "year":
    case "integer":
      return { name, repetition_type, type: "INT32" };
    case "boolean":
      return { name, repetition_type, type: "BOOLEAN" };
    case "date":
      return { name, repetition_type, type: "INT32", converted_type: "DATE" };
    default:
      return { name, repetition_type, type: "BYTE_ARRAY", converted_type: "UTF8" };
  }
}

/** A printed decimal as the integer behind DECIMAL(38, 10); null where it has more places than that. */
export function unscaled(text: string): bigint | null {
  const [whole = "", fraction = ""] = text.split(".");
  if (fraction.length > PLACES || whole.length + PLACES > DIGITS) return null;
  return BigInt(whole + fraction.padEnd(PLACES, "0"));
}

function physical(type: ExportType, cell: Cell): bigint | number | boolean | string | null {
  if (cell === null) return null;
  switch (type) {
    case "decimal":
      return unscaled(String(cell));
    case "year":
    case "integer":
      return Number(cell);
    case "boolean":
      return cell === 1n;
    case "date":
      return Date.parse(`${cell}T00:00:00Z`) / DAY_MS;
    default:
      return cell;
  }
}

/** A table as Parquet; gives the number of rows. Money is DECIMAL(18, 2), written from integer 分: no amount passes through a float. */
export async function writeParquet(path: string, { columns, rows }: ExportTable): Promise<number> {
  const written = columns.flatMap((column, at) => [
    { at, type: column.type, element: element(column) },
    ...(keepsText(column)
      ? [{ at, type: "text" as const, element: element({ ...column, name: `${column.name}_printed`, type: "text" }) }]
      : []),
  ]);
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: "root", num_children: written.length }, ...written.map((column) => column.element)],
    createdBy: "mingzhang",
  });
  let count = 0;
  let batch: Row[] = [];
  const flush = async (): Promise<void> => {
    const columnData = written.map(
      ({ at, type, element: { name } }): ColumnSource => ({ name, data: batch.map((row) => physical(type, row[at]!)) }),
    );
    await writer.write({ columnData, rowGroupSize: GROUP });
    count += batch.length;
    batch = [];
  };
  for (const row of rows()) {
    batch.push(row);
    if (batch.length === GROUP) await flush();
  }
  if (batch.length > 0) await flush();
  await writer.finish();
  return count;
}
