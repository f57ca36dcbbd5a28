import type { Finding, FindingSide } from "../../schemas/index.ts";
import { placeKey, type Side } from "./operand.ts";
import type { Rule } from "./rule.ts";
import type { Breach } from "./verdict.ts";

const side = (s: Side): FindingSide => ({
  value: s.printed === null ? null : s.printed.replace(/^-/, ""),
  unit: s.unit,
  label: s.label,
  source: s.source,
});

/** Each place once, in the order the equation names them. */
export const once = (sides: readonly Side[]): readonly Side[] => [
  ...new Map(sides.map((s) => [placeKey(s), s])).values(),
];

/** A broken rule as a record for the reader. */
export function finding(rule: Pick<Rule, "id" | "claim" | "severity">, scope: string | null, breach: Breach): Finding {
  const message = breach.message ?? `${rule.claim.zh}，但 ${breach.equation ?? "两处所述不符"}`;
  return {
    kind: "finding",
    rule: rule.id,
    severity: breach.severity ?? rule.severity,
    message: breach.cause ? `${message}（可能：${breach.cause}）` : message,
    scope,
    sides: once(breach.sides).map(side),
    expected: breach.expected,
    difference: breach.difference?.replace(/^-/, "") ?? null,
    tolerance: breach.tolerance,
    equation: breach.equation,
    cause: breach.cause ?? null,
    group: null,
  };
}

/** Findings that share a printed number share a group: one wrong number breaks every rule it stands in. */
export function grouped(findings: readonly Finding[]): readonly Finding[] {
  const parent = findings.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const owner = new Map<string, number>();
  findings.forEach((f, i) => {
    for (const s of f.sides) {
      if (s.value === null || /^0*(\.0*)?$/.test(s.value)) continue;
      const { page, table, row, col, quote } = s.source;
      const key = [page, table, row, col, row === null ? quote : "", s.value].join("|");
      const other = owner.get(key);
      if (other === undefined) owner.set(key, i);
      else parent[root(i)] = root(other);
    }
  });
  const names = new Map<number, string>();
  return findings.map((f, i) => {
    const r = root(i);
    if (!names.has(r)) names.set(r, `g${names.size + 1}`);
    return { ...f, group: names.get(r)! };
  });
}
