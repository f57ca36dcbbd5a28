import type { Fact, Measure } from "../../schemas/index.ts";
import { conceptNamed } from "../../src/lib/concept.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { TableSection } from "../../src/lib/section.ts";
import type { StoredFile } from "../../src/store/index.ts";
import { storedFile } from "./stored-file.ts";

/** Concepts that every synthetic document states first; the rest are functional lines. */
const CONCEPTS = [
  "revenue.total",
  "expenditure.total",
  "sangong.total",
  "sangong.overseas",
  "sangong.vehicle",
  "sangong.reception",
  "operating_costs",
  "procurement.total",
] as const;
const MEASURES: readonly Measure[] = ["initial_budget", "final_budget", "actual"];
const ROWS_A_TABLE = 25;

/** A whole number from a seed, always the same: no clock, no chance. */
const mixed = (seed: number): number => {
  let n = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  n = Math.imul(n ^ (n >>> 13), 0xc2b2ae35);
  return (n ^ (n >>> 16)) >>> 0;
};

/** Row `row` of a document as its label, concept and code. */
function line(row: number): { readonly label: string; readonly concept: string; readonly code: string | null } {
  const concept = CONCEPTS[row];
  if (concept) return { label: `合成项目${row}`, concept, code: null };
  const code = String(2_010_000 + row);
  return { label: `合成科目${row}`, concept: `function.${code}.total`, code };
}

/**
 * Document `n` of a made-up dataset: eight years of a body follow one another. Every row of its tables states three amounts (年初预算,
 * 全年预算, 决算), so that `observations` are about three times the rows.
 */
export function syntheticFile(n: number, observations: number): StoredFile {
  const year = 2017 + (n % 8);
  // Eighty bodies a county.
  const body = Math.floor(n / 8);
  const county = Math.floor(body / 80);
  const entity = `合成${county}号县第${body}局`;
  const name = `${n}.pdf`;
  const rows = Math.ceil(observations / MEASURES.length);
  const sections: TableSection[] = [];
  const records: Fact[] = [];
  for (let from = 0; from < rows; from += ROWS_A_TABLE) {
    const table = sections.length + 1;
    const cells: Cell[] = [];
    const put = (r: number, c: number, text: string): void => {
      const box = [60 + 100 * c, 60 + 20 * r, 160 + 100 * c, 80 + 20 * r] as const;
      cells.push({ r, c, rs: 1, cs: 1, text, page: table, box: [...box] });
    };
    const count = Math.min(ROWS_A_TABLE, rows - from);
    for (const [c, text] of ["项目", "年初预算数", "全年预算数", "决算数"].entries()) put(0, c, text);
    for (let r = 1; r <= count; r++) {
      const { label, concept, code } = line(from + r - 1);
      put(r, 0, label);
      for (const [at, measure] of MEASURES.entries()) {
        const hundredths = mixed(n * 1_000 + (from + r) * 3 + at) % 10_000_000;
        const value = (hundredths / 100).toFixed(2);
        put(r, at + 1, value);
        records.push({
          kind: "fact",
          concept: conceptNamed(concept),
          item: label,
          code,
          measure,
          fiscalYear: year,
          scope: null,
          fund: null,
          value,
          unit: "万元",
          yuan: String(hundredths * 100),
          basis: "table",
          source: { page: table, bbox: null, table, row: r, col: at + 1, quote: value },
        });
      }
    }
    const grid = { kind: "grid", page: table, box: null, rows: count + 1, cols: 4, cells } as const;
    const title = table === 1 ? "“三公”经费支出决算表" : `支出决算表（${table}）`;
    sections.push({
      kind: "table",
      index: table - 1,
      headings: ["第二部分 部门决算表", title],
      year,
      table,
      title,
      unit: { text: "万元", from: "caption" },
      entity: null,
      caption: [],
      notes: [],
      grid,
      pages: [table],
    });
  }
  const stored = storedFile({ name, entity });
  return {
    ...stored,
    file: { ...stored.file, path: `合成/${name}` },
    pages: sections.map(({ table }) => ({ number: table, width: 595, height: 842, from: "text" })),
    sections,
    document: {
      ...stored.document,
      title: `${entity}${year}年度部门决算`,
      region: { code: String(110_000 + county), path: ["合成省", "合成市", `合成${county}号县`] },
      fiscalYear: year,
      pages: sections.length,
      ocr: false,
    },
    records: records.slice(0, observations),
    unread: [],
  };
}
