import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exportStore } from "../../src/export/index.ts";
import { HARD, exportStore as hardStore } from "../support/export-store.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { hasPython, withPython } from "../support/python.ts";

const folder = temporaryFolder();
await exportStore(hardStore(), "sqlite", folder);

/** What Python's own sqlite3 says. */
function byPython(sql: string): unknown[][] {
  const program =
    "import json,sqlite3,sys; print(json.dumps(sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchall()))";
  const { stdout, stderr } = spawnSync("python3", ["-c", program, join(folder, "mingzhang-export.sqlite"), sql], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test.skipIf(!hasPython)(withPython("plain tables with declared types: no view, no STRICT, no WAL"), () => {
  expect(byPython("SELECT count(*) FROM sqlite_schema WHERE type = 'view' OR sql LIKE '%STRICT%'")).toEqual([[0]]);
  expect(byPython("PRAGMA journal_mode")).toEqual([["delete"]]);
  expect(byPython("PRAGMA integrity_check")).toEqual([["ok"]]);
  expect(
    byPython(
      "SELECT type FROM pragma_table_info('documents') WHERE name IN ('filled_on', 'ocr', 'region_code') ORDER BY name",
    ),
  ).toEqual([["DATE"], ["BOOLEAN"], ["TEXT"]]);
  expect(byPython("SELECT DISTINCT type FROM pragma_table_info('sangong') WHERE name = 'total_yuan'")).toEqual([
    ["DECIMAL(18, 2)"],
  ]);
});

test.skipIf(!hasPython)(withPython("every digit is there, dates compare as dates"), () => {
  expect(
    byPython("SELECT cast(amount_fen AS TEXT), value_printed, item FROM facts WHERE concept = 'revenue.total'"),
  ).toEqual([["9007199254740993", HARD.large, HARD.lines]]);
  expect(byPython("SELECT sum(total_yuan), typeof(sum(total_yuan)) FROM sangong WHERE measure = 'actual'")).toEqual([
    [147_200, "integer"],
  ]);
  expect(byPython("SELECT count(*) FROM documents WHERE date(filled_on) > '2025-01-01'")).toEqual([[1]]);
});
