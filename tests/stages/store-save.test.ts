import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Evaluation, Finding, Indicator, Objective } from "../../schemas/index.ts";
import type { TableSection } from "../../src/lib/section.ts";
import {
  openStore,
  type Store,
  save,
  saveAcquisition,
  saveFailure,
  storedCounts,
  unreadRows,
} from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { storedFact, storedFile } from "../support/stored-file.ts";

let store: Store;
const count = (table: string): number => Number(store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const one = (sql: string): Record<string, unknown> => store.db.prepare(sql).get() as Record<string, unknown>;

beforeEach(() => {
  store = openStore(join(temporaryFolder(), "test.sqlite"));
  return () => store.close();
});

describe("every number leads back to its page and box", () => {
  test("a fact of a table: observation → cell → grid → page → run → document → file", () => {
    expect(save(store, storedFile())).toBe("new");
    expect(
      one(`SELECT file.media_type, document.entity, page.origin, grid.title, cell.text, cell.x0, o.value, o.fen
           FROM observation AS o
           JOIN cell ON cell.grid_id = o.grid_id AND cell.r = o.cell_r AND cell.c = o.cell_c
           JOIN grid ON grid.id = cell.grid_id
           JOIN page ON page.run_id = grid.run_id AND page.number = cell.page
           JOIN run ON run.id = page.run_id JOIN document ON document.id = run.document_id
           JOIN file ON file.id = document.file_id`),
    ).toEqual({
      media_type: "pdf",
      entity: "白鹭县档案馆",
      origin: "ocr",
      title: "“三公”经费支出决算表",
      text: "7.36",
      x0: 60,
      value: "7.36",
      fen: 7_360_000n,
    });
  });

  test("a fact in a merged cell finds the cell that covers its row and column", () => {
    save(store, storedFile({ records: [storedFact({ source: { ...storedFact().source, row: 0, col: 1 } })] }));
    expect(one("SELECT row, col, cell_r, cell_c FROM observation")).toEqual({
      row: 0n,
      col: 1n,
      cell_r: 0n,
      cell_c: 0n,
    });
  });

  test("what recognition read and doubted stands beside the cell's text", () => {
    const file = storedFile();
    const [table] = file.sections as TableSection[];
    const [head, ...cells] = table!.grid.cells;
    const seen = { ...head!, asRead: "决箅数", confidence: 71.5 };
    save(store, { ...file, sections: [{ ...table!, grid: { ...table!.grid, cells: [seen, ...cells] } }] });
    expect(one("SELECT text, as_read, confidence FROM cell WHERE r = 0")).toEqual({
      text: "决算数",
      as_read: "决箅数",
      confidence: 71.5,
    });
    expect(one("SELECT as_read, confidence FROM cell WHERE r = 1 AND c = 1")).toEqual({
      as_read: null,
      confidence: null,
    });
  });

  test("the cell that became no record is marked, and counted", () => {
    save(store, storedFile());
    expect(one("SELECT text FROM cell WHERE unread = 1")).toEqual({ text: "1.20" });
    expect(storedCounts(store, storedFile().file.sha256)).toEqual({
      pages: 2,
      tables: 1,
      records: 2,
      unclaimed: 0,
      unreadCells: 1,
      unitsUnknown: 0,
      troubles: 0,
    });
  });

  test("the numbers of the prose that became no record stand with their sentences, and another reading replaces them", () => {
    const [first, second] = [
      { page: 1, box: [72, 90, 300, 104] as const, printed: "9.4万元", sentence: "机动预备金9.4万元，增长12%。" },
      { page: 2, box: null, printed: "12%", sentence: "机动预备金9.4万元，增长12%。" },
    ];
    const numbers = [{ ...first, box: [...first.box] as [number, number, number, number] }, second];
    save(store, storedFile({ unreadNumbers: numbers }));
    const { sha256 } = storedFile().file;
    expect(storedCounts(store, sha256)).toMatchObject({ unreadCells: 3 });
    expect(unreadRows(store, sha256).map(({ table, text, sentence, box }) => [table, text, sentence, box])).toEqual([
      [1, "1.20", null, expect.anything()],
      [null, "9.4万元", first.sentence, [72, 90, 300, 104]],
      [null, "12%", second.sentence, null],
    ]);
    expect(unreadRows(store, sha256, 1).map(({ text }) => text)).toEqual(["9.4万元"]);
    save(store, storedFile({ engine: "2", unreadNumbers: [second] }));
    expect(unreadRows(store, sha256, 1)).toEqual([]);
    expect(one("SELECT count(*) AS n FROM unread_number")).toEqual({ n: 1n });
  });

  test("a side of a finding leads to the observation it speaks of", () => {
    const { source } = storedFact();
    const finding: Finding = {
      kind: "finding",
      rule: "table-equals-prose",
      severity: "warning",
      message: "表中与文字不一致",
      scope: null,
      sides: [
        { value: "7.36", unit: "万元", source },
        {
          value: "7.63",
          unit: "万元",
          source: { ...source, table: null, row: null, col: null, quote: "三公经费7.63万元" },
        },
      ],
      expected: null,
      difference: "0.27",
      tolerance: "0.01",
    };
    save(store, storedFile({ findings: [finding] }));
    const sides = store.db
      .prepare("SELECT seq, observation_id IS NOT NULL AS known FROM finding_side ORDER BY seq")
      .all();
    expect(sides).toEqual([
      { seq: 0n, known: 1n },
      { seq: 1n, known: 0n },
    ]);
  });

  test("indicators, objectives, evaluations, rule results and trouble are kept", () => {
    const { source } = storedFact();
    const place = { table: 1, scope: null, source };
    const indicator: Indicator = {
      kind: "indicator",
      level1: "产出指标",
      level1Weight: "50",
      level2: "数量指标",
      level2Weight: null,
      level3: "修复档案卷数",
      target: "≥95%",
      actual: "96%",
      weight: "10",
      score: "10",
      reason: null,
      targetParsed: { op: ">=", value: "95", unit: "%" },
      ...place,
    };
    const objective: Objective = { kind: "objective", expected: "完成修复", achieved: null, ...place };
    const evaluation: Evaluation = {
      kind: "evaluation",
      score: "97.81",
      fullScore: null,
      grade: "优",
      basis: "table",
      ...place,
    };
    save(
      store,
      storedFile({
        records: [indicator, objective, evaluation],
        results: [{ rule: "children-equal-parent", outcome: "insufficient", scope: null, note: null }],
        trouble: [{ code: "unit-unknown", where: "第2页", message: "no unit for 1.20" }],
      }),
    );
    expect(["indicator", "objective", "evaluation", "rule_result", "trouble"].map(count)).toEqual([1, 1, 1, 1, 1]);
    expect(one("SELECT status, units_unknown, troubles FROM run")).toEqual({
      status: "partial",
      units_unknown: 1n,
      troubles: 0n,
    });
  });
});

describe("nothing is doubled", () => {
  test("the same bytes again are a no-op, at another path another acquisition", () => {
    save(store, storedFile());
    const before = contents(store);
    expect(save(store, storedFile())).toBe("unchanged");
    expect(contents(store)).toBe(before);
    saveAcquisition(store, { ...storedFile().file, path: "镜像/决算.pdf" });
    expect([count("file"), count("acquisition"), count("run")]).toEqual([1, 2, 1]);
  });

  test("a newer engine reads again and replaces, the document keeps its id", () => {
    save(store, storedFile());
    const id = one("SELECT id FROM document").id;
    const newer = storedFile({ engine: "2", records: [storedFact({ value: "7.63", yuan: "76300" })] });
    expect(save(store, newer)).toBe("replaced");
    expect(one("SELECT id FROM document").id).toBe(id);
    expect(["run", "grid", "observation"].map(count)).toEqual([1, 1, 1]);
    expect(one("SELECT fen FROM observation")).toEqual({ fen: 7_630_000n });
    expect(store.db.pragma("foreign_key_check")).toEqual([]);
  });

  test("a statement made twice in one document is two observations", () => {
    save(store, storedFile({ records: [storedFact(), storedFact()] }));
    expect(store.db.prepare("SELECT slot FROM observation ORDER BY id").pluck().all()[1]).toMatch(/#2$/);
  });

  test("a file that fails in the middle leaves nothing behind", () => {
    save(store, storedFile());
    const before = contents(store);
    const bad = storedFile({ name: "坏.pdf", pages: [storedFile().pages[0]!, storedFile().pages[0]!] });
    expect(() => save(store, bad)).toThrow();
    expect(contents(store)).toBe(before);
  });

  test("a file that could not be read is noted until it can", () => {
    const { file } = storedFile();
    const trouble = { code: "damaged", where: null, message: "no xref" } as const;
    saveFailure(store, { path: file.path, sha256: file.sha256, engine: "1", trouble });
    saveFailure(store, { path: file.path, sha256: file.sha256, engine: "1", trouble });
    expect(count("unread_file")).toBe(1);
    save(store, storedFile());
    expect(count("unread_file")).toBe(0);
  });
});
