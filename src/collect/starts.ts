import { parse } from "csv-parse/sync";
import { isArticleAddress } from "./choose.ts";
import { CollectError } from "./errors.ts";
import { isFile } from "./forms/files.ts";

/** An address that a person named. */
export interface Start {
  readonly address: URL;
  /** The body whose list it is, where the person says so. */
  readonly entity: string | null;
}

const COLUMNS: Readonly<Record<string, "address" | "entity">> = {
  address: "address",
  url: "address",
  网址: "address",
  地址: "address",
  entity: "entity",
  单位: "entity",
  单位名称: "entity",
};

/** An address as a person writes it; `line` counts from 1, 0 on the command line. Throws CollectError. */
export function startOf(text: string, entity: string | null = null, line = 0): Start {
  const written = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `http://${text}`;
  if (!URL.canParse(written)) throw new CollectError("bad-address", line, text);
  const address = new URL(written);
  if (!/^https?:$/u.test(address.protocol)) throw new CollectError("bad-address", line, text);
  address.hash = "";
  return { address, entity };
}

/** Reads a list of addresses: CSV with the column address (网址), and entity (单位) where a list is one body's. Throws CollectError. */
export function readStarts(csv: string): Start[] {
  const rows = parse(csv, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true }) as string[][];
  const header = (rows[0] ?? []).map((name) => COLUMNS[name.toLowerCase()]);
  if (!header.includes("address")) throw new CollectError("no-columns", 1, (rows[0] ?? []).join(","));
  const starts = rows.slice(1).map((cells, n) => {
    const cell = (name: "address" | "entity"): string => cells[header.indexOf(name)] ?? "";
    return startOf(cell("address"), header.includes("entity") ? cell("entity") || null : null, n + 2);
  });
  if (starts.length === 0) throw new CollectError("no-address", 1, "");
  return starts;
}

/** What a named address is asked for: a file, an article, else a list. */
export const roleOf = (address: URL): "attachment" | "article" | "list" =>
  isFile(address) ? "attachment" : isArticleAddress(address) ? "article" : "list";
