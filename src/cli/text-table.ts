import { withoutFormula } from "../lib/formula.ts";

/** Columns a character takes on a terminal: Han characters and full-width forms two. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;
/** Columns a text takes on a terminal. */
export const widthOf = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0);

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/** Rows as aligned columns; those named in `numeric` stand at the right. The first row is the header. */
export function textTable(rows: readonly (readonly string[])[], numeric: ReadonlySet<number>): string {
  const widths: number[] = [];
  for (const row of rows) for (const [c, text] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, widthOf(text));
  return rows
    .map((row) =>
      row
        .map((text, c) => pad(text, widths[c]!, numeric.has(c)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * Rows as CSV: UTF-8 that loses nothing; for Excel with a byte order mark and CRLF, and a `'` in front of what it would take for a
 * formula (`=4次`, `+5%`, `-863.16万元`, `@…`), plain numbers excepted.
 */
export async function csv(rows: readonly (readonly string[])[], excel = false): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  if (!excel) return stringify(rows as string[][]);
  return `\ufeff${stringify(
    rows.map((row) => row.map(withoutFormula)),
    { record_delimiter: "\r\n" },
  )}`;
}
