import type Database from "better-sqlite3";
import { viewOf } from "./datasets/dataset.ts";
import { DATASETS } from "./datasets/index.ts";

/** Makes the views of the datasets anew where they are not what the datasets say: a view holds nothing, so it needs no migration. */
export function ensureViews(db: Database.Database): void {
  const known = new Map(
    db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").raw().all() as [string, string][],
  );
  const stale = DATASETS.filter((dataset) => known.get(dataset.name) !== viewOf(dataset));
  if (stale.length === 0) return;
  db.transaction(() => {
    for (const dataset of stale) {
      db.exec(`DROP VIEW IF EXISTS ${dataset.name}`);
      db.exec(viewOf(dataset));
    }
  }).immediate();
}
