import { createHash } from "node:crypto";
import type { Fact } from "../../schemas/index.ts";
import type { TableSection } from "../../src/lib/section.ts";
import type { StoredFile } from "../../src/store/index.ts";

export const storedFact = (over: Partial<Fact> = {}): Fact => ({
  kind: "fact",
  concept: "sangong.total",
  item: "合计",
  code: null,
  measure: "actual",
  fiscalYear: 2024,
  scope: null,
  fund: null,
  value: "7.36",
  unit: "万元",
  yuan: "73600",
  basis: "table",
  source: { page: 2, bbox: [60, 110, 90, 120], table: 1, row: 1, col: 1, quote: "7.36" },
  ...over,
});

const table: TableSection = {
  kind: "table",
  index: 0,
  headings: ["第二部分 部门决算表", "“三公”经费支出决算表"],
  year: 2024,
  table: 1,
  title: "“三公”经费支出决算表",
  unit: { text: "万元", from: "caption" },
  entity: null,
  caption: [{ kind: "paragraph", page: 2, box: [10, 80, 90, 92], text: "金额单位：万元" }],
  notes: [],
  grid: {
    kind: "grid",
    page: 2,
    box: [10, 100, 100, 130],
    rows: 3,
    cols: 2,
    cells: [
      { r: 0, c: 0, rs: 1, cs: 2, text: "决算数", page: 2, box: [10, 100, 100, 110] },
      { r: 1, c: 0, rs: 1, cs: 1, text: "合计", page: 2, box: [10, 110, 60, 120] },
      { r: 1, c: 1, rs: 1, cs: 1, text: "7.36", page: 2, box: [60, 110, 90, 120] },
      { r: 2, c: 0, rs: 1, cs: 1, text: "公务接待费", page: 2, box: [10, 120, 60, 130] },
      { r: 2, c: 1, rs: 1, cs: 1, text: "1.20", page: 2, box: [60, 120, 90, 130] },
    ],
  },
  pages: [2],
};

/** A small reading with one table of two amounts, of which one became a record. */
export function storedFile(
  over: Partial<StoredFile> & { readonly name?: string; readonly entity?: string } = {},
): StoredFile {
  const { name = "决算.pdf", entity = "白鹭县档案馆", ...rest } = over;
  const sha256 = createHash("sha256").update(name).digest("hex");
  return {
    file: { path: `公开/${name}`, name, sha256, mediaType: "pdf", containers: [], size: 1234 },
    engine: "1",
    reader: "pdfium",
    pages: [
      { number: 1, width: 595, height: 842, from: "text" },
      { number: 2, width: 842, height: 595, from: "ocr", confidence: 87.5 },
    ],
    sections: [table],
    document: {
      kind: "document",
      file: name,
      sha256,
      title: `${entity}2024年度部门决算`,
      entity,
      region: { code: "430212", path: ["湖南省", "株洲市", "渌口区"] },
      level: "county",
      fiscalYear: 2024,
      types: ["final_accounts"],
      filledOn: null,
      pages: 2,
      ocr: true,
    },
    records: [storedFact()],
    findings: [],
    units: [],
    results: [],
    unclaimed: [],
    unread: [{ table: 1, r: 2, c: 1, page: 2, text: "1.20" }],
    trouble: [],
    ...rest,
  };
}
