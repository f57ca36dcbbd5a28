import type { ColumnRole } from "../../../../schemas/forms/performance/heads.ts";
import { exactAmount } from "../place.ts";
import type { SolvedRow } from "./rows.ts";

type Role = ColumnRole | null;
/** The weight a first level prints behind its name: 产出指标(50分). */
const NOTED = /[（(](\d+(?:\.\d+)?)\s*分?[)）]$/u;

/** What a form states of the sums of its scores: its total, and the scores of its 资金 block. */
export interface StatedSums {
  readonly full: string;
  readonly score: string;
  readonly above: readonly { readonly weight: string; readonly score: string }[];
}

/**
 * The lines whose full scores and scores are where they are by a sum: those of a group that add up to the weight printed behind its name,
 * and all of them where they add up to the form's total.
 */
export function confirmedLines(
  rows: readonly SolvedRow[],
  roles: readonly Role[],
  { full, score, above }: StatedSums,
): Set<number> {
  const [weightAt, scoreAt, levelAt] = [
    roles.lastIndexOf("weight"),
    roles.lastIndexOf("score"),
    roles.indexOf("level1"),
  ];
  const sum = (members: readonly number[], column: number): bigint =>
    members.reduce((all, r) => all + exactAmount(column < 0 ? "" : rows[r]!.cells[column]!), 0n);
  const all = rows.map((_, r) => r);
  const confirmed = new Set<number>();
  const adds = (column: number, stated: string, marks: readonly string[]): boolean =>
    column >= 0 &&
    stated !== "" &&
    sum(all, column) + marks.reduce((more, mark) => more + exactAmount(mark), 0n) === exactAmount(stated);
  const whole =
    adds(
      weightAt,
      full,
      above.map((line) => line.weight),
    ) ||
    adds(
      scoreAt,
      score === "" ? full : score,
      above.map((line) => line.score),
    );
  if (whole) return new Set(all);
  for (const group of groupsOf(rows, levelAt)) {
    const note = NOTED.exec(rows[group[0]!]!.cells[levelAt] ?? "")?.[1];
    if (note !== undefined && weightAt >= 0 && sum(group, weightAt) === exactAmount(note))
      for (const r of group) confirmed.add(r);
  }
  return confirmed;
}

/** The lines below one name of a first level. */
function groupsOf(rows: readonly SolvedRow[], levelAt: number): number[][] {
  const groups: number[][] = [];
  for (const [r, { cells }] of rows.entries()) {
    if (groups.length === 0 || (levelAt >= 0 && cells[levelAt] !== "")) groups.push([]);
    groups.at(-1)!.push(r);
  }
  return groups;
}

/** The sums of the full scores and of the scores, those of the 资金 block with them, as the total would print them. */
export function sumsOf(
  rows: readonly SolvedRow[],
  roles: readonly Role[],
  above: StatedSums["above"],
): { weight: string; score: string } {
  const sum = (role: "weight" | "score"): string => {
    const column = roles.lastIndexOf(role);
    const marks = [...rows.map(({ cells }) => cells[column] ?? ""), ...above.map((line) => line[role])];
    const total = marks.reduce((all, mark) => all + exactAmount(mark), 0n);
    const [whole, fraction = ""] = [
      String(total / 1_000_000n),
      String(total % 1_000_000n)
        .padStart(6, "0")
        .replace(/0+$/u, ""),
    ];
    return fraction === "" ? whole : `${whole}.${fraction}`;
  };
  return { weight: sum("weight"), score: sum("score") };
}
