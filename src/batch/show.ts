import type { DocumentRecord, Finding } from "../../schemas/index.ts";
import type { UnreadNumber } from "../lib/reading.ts";
import type { Processed } from "../pipeline.ts";
import type { StoredTrouble, UnreadCell } from "../store/index.ts";
import { recordsOf, tableSections } from "./output.ts";
import { unreadCells } from "./unread.ts";
import type { WholeFile } from "./worker-messages.ts";

type ContentRecord = Processed["records"][number];
type DoubtfulRecord = Extract<ContentRecord, { uncertain?: true | undefined }>;

/** Records in doubt: facts and indicators that are `uncertain`. */
const isDoubtful = (record: ContentRecord): record is DoubtfulRecord =>
  "uncertain" in record && record.uncertain === true;

/** A table or a stretch of prose with what was read in it. */
export interface ShownPart {
  /** Number of the table in the document; null for prose. */
  readonly table: number | null;
  readonly title: string;
  readonly unit: string | null;
  readonly pages: readonly number[];
  readonly records: readonly ContentRecord[];
}

/** A rule that came to no conclusion because of us: what is missing or in doubt, and for how many scopes. */
export interface UndecidedRule {
  readonly rule: string;
  readonly outcome: Processed["results"][number]["outcome"];
  readonly note: string | null;
  /** Projects or forms it was asked about; empty for the whole document. */
  readonly scopes: readonly string[];
}

/** One document for a person: what it is, what each part says, what was not understood. */
export interface ShownDocument {
  readonly path: string;
  readonly document: DocumentRecord;
  readonly parts: readonly ShownPart[];
  readonly findings: readonly Finding[];
  readonly unclaimed: readonly { readonly table: number; readonly page: number; readonly title: string | null }[];
  readonly unread: readonly (UnreadCell & { readonly title: string | null })[];
  /** Numbers with a unit in the prose that became no record, with their sentences. */
  readonly unreadNumbers: readonly Omit<UnreadNumber, "kind">[];
  /** Records whose number recognition left in doubt, with the other readings: what a person must look up. */
  readonly doubtful: readonly DoubtfulRecord[];
  readonly trouble: readonly StoredTrouble[];
  readonly undecided: readonly UndecidedRule[];
  readonly records: number;
}

/** Tables in printed order with their records, then the prose. Tables without records are parts too. */
export function shown({ file, processed }: WholeFile): ShownDocument {
  const tables = tableSections(processed);
  const titles = new Map(tables.map(({ table, title, headings }) => [table, title ?? headings.at(-1) ?? null]));
  const inTables = tables.map(
    ({ table, unit, pages }): ShownPart => ({
      table,
      title: titles.get(table) ?? "",
      unit: unit?.text ?? null,
      pages,
      records: processed.records.filter(({ source }) => source.table === table),
    }),
  );
  const prose = processed.records.filter(({ source }) => source.table === null);
  const inProse: ShownPart[] =
    prose.length === 0
      ? []
      : [{ table: null, title: "", unit: null, pages: [...new Set(prose.map((r) => r.source.page))], records: prose }];
  return {
    path: file.path,
    document: processed.document,
    parts: [...inTables, ...inProse],
    findings: processed.findings,
    unclaimed: processed.unclaimed.map(({ table, pages, title }) => ({ table, page: pages[0] ?? 1, title })),
    unread: unreadCells(tables, processed.records).map((cell) => ({ ...cell, title: titles.get(cell.table) ?? null })),
    unreadNumbers: processed.unread.map(({ kind: _, ...number }) => number),
    doubtful: processed.records.filter(isDoubtful),
    trouble: processed.trouble,
    undecided: undecidedRules(processed.results),
    records: recordsOf(processed).length,
  };
}

const ABOUT_US: readonly string[] = ["insufficient", "ambiguous", "error"];

/** Results that speak about the reading, one entry a rule, outcome and note, in the order of the rules. */
export function undecidedRules(results: Processed["results"]): UndecidedRule[] {
  const groups = new Map<string, UndecidedRule & { readonly scopes: string[] }>();
  for (const { rule, outcome, note, scope } of results) {
    if (!ABOUT_US.includes(outcome)) continue;
    const key = `${rule}|${outcome}|${note ?? ""}`;
    const group = groups.get(key) ?? { rule, outcome, note, scopes: [] };
    groups.set(key, group);
    if (scope !== null) group.scopes.push(scope);
  }
  return [...groups.values()];
}
