import { readFileSync } from "node:fs";
import type { Processed } from "../../src/pipeline.ts";
import { type ExactAmount, toYuan } from "../support/amounts.ts";

type Any = Record<string, unknown>;

const squeeze = (value: unknown): string =>
  String(value ?? "")
    .normalize("NFKC")
    .replace(/\s+/g, "");

const amount = (record: Any): ExactAmount => toYuan(String(record.value), String(record.unit));

/** What a record says, as one line: equal lines say the same. Where a label is the only name of a line (function in words), it is part of it. */
export function says(record: Any): string {
  switch (record.kind) {
    case "fact": {
      const named = /^(function|economic|project)$/.test(String(record.concept));
      return [
        "fact",
        record.concept,
        named ? squeeze(record.item) : "",
        record.measure,
        record.fiscalYear,
        record.fund,
        squeeze(record.scope),
        record.basis,
        amount(record),
      ].join(" ");
    }
    case "indicator":
      return [
        "indicator",
        ...["scope", "level1", "level2", "level3", "target", "actual", "weight", "score", "reason"].map((field) =>
          squeeze(record[field]),
        ),
      ].join(" | ");
    case "objective":
      return ["objective", squeeze(record.scope), squeeze(record.expected), squeeze(record.achieved)].join(" | ");
    case "evaluation":
      return ["evaluation", squeeze(record.scope), record.score, record.grade ?? "", record.basis].join(" | ");
    default:
      return String(record.kind);
  }
}

export const readGold = (path: string): Any[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Any);

const statements = (records: readonly Any[]): string[] =>
  [...new Set(records.filter((r) => r.kind !== "document" && r.kind !== "finding").map(says))].sort();

export const goldStatements = (path: string): string[] => statements(readGold(path));
export const readStatements = (processed: Processed): string[] => statements(processed.records as unknown as Any[]);
