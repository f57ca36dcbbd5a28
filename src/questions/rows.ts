import { z } from "zod";
import { asWrittenNames, writtenName } from "../lib/written-name.ts";
import type { Question } from "./question.ts";

/** How a column of a question's rows is written out. `box` is four columns, `list` and `records` are JSON in one. */
export type ColumnKind = "text" | "count" | "flag" | "decimal" | "box" | "json";

/** A column of the rows of a question. */
export interface RowColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** What one row of a question's answer is; null for questions that answer with one thing. */
export function rowOf({ answer }: Question): z.ZodObject | null {
  if (!(answer instanceof z.ZodObject)) return null;
  const rows = answer.shape.rows;
  return rows instanceof z.ZodArray && rows.element instanceof z.ZodObject ? rows.element : null;
}

type Row = Readonly<Record<string, unknown>>;

/** Rows asked for at once where a whole answer is wanted. */
const PAGE = 1000;

/**
 * The pages a whole answer is asked for in: give each `ask` of them what came back, until there is none. What is in memory is one page, and
 * it is told by the cursor alone which comes next.
 */
export function* pagesAsked(asked: Question, params: Row): Generator<Row, void, unknown> {
  const paged = "cursor" in asked.params.shape;
  let cursor: string | null | undefined;
  do {
    const answer = yield paged ? { ...params, limit: PAGE, cursor: cursor ?? undefined } : params;
    cursor = (answer as { readonly next?: string | null } | null)?.next;
  } while (cursor);
}

/** The rows of an answer; none where what was named is not there. */
export const rowsOf = (answer: unknown): readonly Row[] =>
  (answer as { readonly rows: readonly Row[] } | null)?.rows ?? [];

/** An answer as it leaves: its fields are called as the columns of the store and the exports are. */
export const asWritten = (answer: object): object => asWrittenNames(answer) as object;

/** The columns of a question's rows, in the order of its answer. */
export const columnsOf = (row: z.ZodObject): RowColumn[] =>
  Object.entries(row.shape).map(([name, type]) => ({ name, kind: kindOf(type as z.ZodType) }));

function kindOf(type: z.ZodType): ColumnKind {
  if (type instanceof z.ZodNullable || type instanceof z.ZodOptional || type instanceof z.ZodDefault)
    return kindOf(type.unwrap() as z.ZodType);
  if (type instanceof z.ZodNumber) return "count";
  if (type instanceof z.ZodBoolean) return "flag";
  if (type instanceof z.ZodTuple) return "box";
  if (type instanceof z.ZodArray || type instanceof z.ZodObject) return "json";
  if (type instanceof z.ZodString && type.def.checks?.length) return "decimal";
  return "text";
}

const EDGES = ["x0", "y0", "x1", "y1"] as const;

/** Column names as they are written: a box is four. */
export const writtenNames = (columns: readonly RowColumn[]): string[] =>
  columns.flatMap(({ name, kind }) => (kind === "box" ? EDGES : [writtenName(name)]));

/** A row as texts in the order of `writtenNames`; null where something is absent. Lists are JSON. */
export function writtenRow(columns: readonly RowColumn[], row: Row): (string | null)[] {
  return columns.flatMap(({ name, kind }) => {
    const value = row[name];
    if (kind === "box") return EDGES.map((_, n) => (value ? String((value as number[])[n]) : null));
    if (value === null || value === undefined) return [null];
    if (kind === "json") return [JSON.stringify(asWrittenNames(value))];
    return [kind === "flag" ? (value ? "1" : "0") : String(value)];
  });
}
