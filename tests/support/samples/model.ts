/**
 * A disclosure written for this project: what is printed, and beside each figure what it means. One source gives the printed file in
 * every format and its golden records, so a golden record is what the author meant, never what the code read.
 */
export interface Sample {
  readonly id: string;
  readonly document: GoldDocument;
  /** Unit of the golden facts of tables, unless a table or a figure says otherwise. */
  readonly unit: string;
  /** Fiscal year the golden facts belong to, unless they say otherwise. */
  readonly year: number;
  readonly blocks: readonly SampleBlock[];
  readonly landscape?: boolean;
}

export interface GoldDocument {
  readonly entity: string | null;
  readonly region: string | null;
  readonly level: string | null;
  readonly fiscalYear: number | null;
  readonly types: readonly string[];
  readonly filledOn?: string | null;
}

/**
 * What a figure means: `concept measure [year] [fund=…] [scope=…] [unit=…] [item=…] [change=…]`, the value being the printed figure.
 * In prose the value stands in it: `sangong.total actual =17.83 unit=万元`.
 */
export type Meaning = string;

export interface SampleCell {
  readonly text: string;
  readonly cs?: number;
  readonly rs?: number;
  readonly means?: readonly Meaning[];
  readonly left?: boolean;
}

export type SampleBlock =
  | { readonly kind: "cover"; readonly lines: readonly string[] }
  | { readonly kind: "heading"; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: "paragraph"; readonly text: string; readonly means?: readonly Meaning[] }
  | { readonly kind: "break" }
  | { readonly kind: "records"; readonly records: readonly Record<string, unknown>[] }
  | SampleTable;

export interface SampleTable {
  readonly kind: "table";
  readonly title: string;
  /** Lines between title and table, each in one or more parts set apart: 部门：… | 单位：万元. */
  readonly caption: readonly (readonly string[])[];
  readonly head: readonly (readonly SampleCell[])[];
  readonly rows: readonly (readonly SampleCell[])[];
  readonly notes?: readonly string[];
  /** Column widths in per cent. */
  readonly widths?: readonly number[];
  readonly ruled?: boolean;
  /** Whether the header is printed again on every page. */
  readonly repeatHead?: boolean;
  readonly unit?: string;
}

export const cell = (text: string, cs = 1, rs = 1): SampleCell => ({ text, cs, rs });
export const figure = (text: string, ...means: Meaning[]): SampleCell => ({ text, means });
export const label = (text: string, cs = 1, rs = 1): SampleCell => ({ text, left: true, cs, rs });
export const row = (...cells: (SampleCell | string)[]): SampleCell[] =>
  cells.map((c) => (typeof c === "string" ? { text: c } : c));

/** Lines `code|name|figure|figure…` of a classification table. `columns` are the meanings of the figures, `{code}` standing for the line's code. */
export function codeRows(
  lines: string,
  columns: readonly (Meaning | null)[],
  options: { split?: boolean; blank?: string } = {},
): SampleCell[][] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [code = "", name = "", ...figures] = line.trim().split("|");
      const codes = options.split
        ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].map((text) => cell(text))
        : [cell(code)];
      return [
        ...codes,
        label(name),
        ...figures.map((text, i) => {
          const meaning = columns[i];
          return /\d/.test(text) && meaning
            ? figure(text, `${meaning.replaceAll("{code}", code)} code=${code}`)
            : cell(text === "" ? (options.blank ?? "") : text);
        }),
      ];
    });
}
