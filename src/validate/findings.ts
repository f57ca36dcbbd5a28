import type { Finding, FindingSide } from "../../schemas/index.ts";
import { placeKey, type Side } from "./operand.ts";
import type { Rule } from "./rule.ts";
import { type BothLanguages, both } from "./told.ts";
import type { Breach } from "./verdict.ts";

const side = (s: Side): FindingSide => ({
  value: s.printed === null ? null : s.printed.replace(/^-/, ""),
  unit: s.unit,
  label: both(s.label).zh,
  source: s.source,
});

/** Each place once, in the order the equation names them. */
export const once = (sides: readonly Side[]): readonly Side[] => [
  ...new Map(sides.map((s) => [placeKey(s), s])).values(),
];

/** A broken rule as a record for the reader, whole in both languages. */
export function finding(rule: Pick<Rule, "id" | "claim" | "severity">, scope: string | null, breach: Breach): Finding {
  const message = messageOf(rule, breach);
  return {
    kind: "finding",
    rule: rule.id,
    severity: breach.severity ?? rule.severity,
    message: message.zh,
    messageEn: message.en,
    scope,
    sides: once(breach.sides).map(side),
    expected: breach.expected,
    difference: breach.difference?.replace(/^-/, "") ?? null,
    tolerance: breach.tolerance,
    equation: breach.equation === null ? null : both(breach.equation).zh,
    cause: breach.cause ? both(breach.cause).zh : null,
    group: null,
  };
}

function messageOf({ claim }: Pick<Rule, "claim">, breach: Breach): BothLanguages {
  const how =
    breach.equation === null ? { zh: "两处所述不符", en: "the two statements differ" } : both(breach.equation);
  const said = breach.message
    ? both(breach.message)
    : { zh: `${claim.zh}，但 ${how.zh}`, en: `${claim.en}, but ${how.en}` };
  const cause = breach.cause ? both(breach.cause) : null;
  const zh = [said.zh, distance(breach)?.zh, cause ? `（可能：${cause.zh}）` : null];
  const en = [said.en, distance(breach)?.en, cause ? ` (perhaps: ${cause.en})` : null];
  return { zh: zh.filter(Boolean).join(""), en: en.filter(Boolean).join("") };
}

/** How far apart the two are, and how far the printed digits let them be. */
function distance({ difference, tolerance, sides }: Breach): BothLanguages | null {
  const unit = sides.find((s) => s.printed !== null)?.unit ?? "";
  if (difference === null || tolerance === null || /^-?0*(?:\.0*)?$/.test(difference)) return null;
  const [apart, allowed] = [`${difference.replace(/^-/, "")}${unit}`, `${tolerance}${unit}`];
  // Whole things are counted: nothing is rounded.
  if (/^0(?:\.0*)?$/.test(tolerance)) return { zh: `；相差${apart}`, en: `; ${apart} apart` };
  return {
    zh: `；相差${apart}，按印出的位数至多相差${allowed}`,
    en: `; ${apart} apart, where the printed digits allow ${allowed}`,
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
