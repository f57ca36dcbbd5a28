import { parse } from "csv-parse/sync";
import { guarded } from "../save.ts";
import type { Store } from "../store.ts";
import { aliasEntity, mergeEntities, renameEntity, setParent, splitEntity } from "./decide.ts";
import { DecisionError } from "./find.ts";

const COLUMNS: Readonly<Record<string, string>> = {
  action: "action",
  做法: "action",
  body: "body",
  单位: "body",
  other: "other",
  另一: "other",
  other_name: "name",
  name: "name",
  名称: "name",
  from: "from",
  起: "from",
  to: "to",
  止: "to",
};
const ACTIONS: Readonly<Record<string, string>> = {
  合并: "merge",
  拆分: "split",
  改名: "rename",
  别名: "alias",
  上级: "parent",
};

type Line = Readonly<Record<string, string>>;

/**
 * Decisions about bodies from CSV, all in one transaction or none: `merge` (body, other), `parent` (body, other = the one above), `rename` and
 * `alias` (body, name, from, to), `split` (body, name; `other` holds the names to take along, separated by semicolons). A line without an
 * action is left out: the list of candidates can be filled in and taken back. Throws DecisionError.
 */
export function importDecisions(store: Store, csv: string): bigint[] {
  const rows = parse(csv, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()] ?? name);
  if (!header.includes("action") || !header.includes("body"))
    throw new DecisionError("no-columns", (rows[0] ?? []).join(","));
  return guarded(store, () =>
    rows.slice(1).flatMap((cells, n) => {
      const line = Object.fromEntries(header.map((name, c) => [name, cells[c] ?? ""]));
      return line.action ? [decided(store, line, n + 2)] : [];
    }),
  );
}

function decided(store: Store, line: Line, number: number): bigint {
  const { action = "", body = "", other = "", name = "" } = line;
  const years = { from: yearOf(line.from, number), to: yearOf(line.to, number) };
  switch (ACTIONS[action] ?? action) {
    case "merge":
      return mergeEntities(store, body, other || name);
    case "parent":
      return setParent(store, body, other || name);
    case "rename":
      return renameEntity(store, body, name || other, years);
    case "alias":
      return aliasEntity(store, body, name || other, years);
    case "split":
      return splitEntity(store, body, name, { names: other.split(/[;；]/u).filter(Boolean), files: [] });
    default:
      throw new DecisionError("bad-line", `${number}: ${Object.values(line).join(",")}`);
  }
}

function yearOf(text: string | undefined, line: number): number | null {
  if (!text) return null;
  if (!/^(?:19|20)\d\d$/u.test(text)) throw new DecisionError("bad-line", `${line}: ${text}`);
  return Number(text);
}
