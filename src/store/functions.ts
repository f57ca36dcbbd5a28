import type Database from "better-sqlite3";
import { meetsTarget, parseMeasured } from "../lib/measured.ts";
import { spaced } from "./han.ts";
import { bodyId, reportId } from "./ids.ts";

type Text = string | null;

/** Functions the store's own statements use. No view and no index uses them: other programs read the file without them. */
export function defineFunctions(db: Database.Database): void {
  const pure = { deterministic: true } as const;
  db.function("mz_spaced", pure, (text: Text) => (text === null ? null : spaced(text)));
  db.function("mz_value", pure, (text: Text) => parseMeasured(text)?.value ?? null);
  db.function("mz_unit", pure, (text: Text) => parseMeasured(text)?.unit ?? null);
  // For migrations: bodies and reports of older stores get the ids that new ones are made with.
  db.function("mz_body_id", pure, (key: string, region: Text) => bodyId(key, region));
  db.function(
    "mz_report_id",
    pure,
    (body: string, fiscalYear: bigint | null, kind: string, scope: string, project: string, part: bigint) =>
      reportId({ body, fiscalYear, kind, scope, project, part }),
  );
  db.function("mz_met", pure, (name: Text, op: Text, value: Text, unit: Text, actual: Text) => {
    const met = meetsTarget({ name: name ?? "", op, value, unit }, actual);
    return met === null ? null : met ? 1 : 0;
  });
}
