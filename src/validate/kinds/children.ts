import { push } from "../../lib/push.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import { codeOf, type Indexed } from "../fact-index.ts";
import type { ChildrenRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";
import { trusted } from "./trust.ts";

/** 类 = Σ款, 款 = Σ项 inside one table, one column. Parents without printed children are not judged. */
export function* children(rule: ChildrenRule, { index }: Context): Iterable<Verdict> {
  const suffix = rule.part === "" ? "" : `.${rule.part}`;
  const columns = new Map<string, Indexed[]>();
  for (const f of index.all) {
    const code = codeOf(f.fact);
    // rates do not add up
    if (
      f.place === "narrative" ||
      f.fact.unit === "%" ||
      code === null ||
      f.concept !== `${rule.family}.${code}${suffix}`
    )
      continue;
    push(columns, [f.place, f.fact.fund, f.fact.measure, f.fact.fiscalYear, f.fact.scope].join("|"), f);
  }
  const halfRead = linesReadInPart(rule, index);
  let seen = false;
  for (const column of columns.values()) {
    const below = new Map<string, Map<string, Indexed>>();
    for (const f of column) {
      const code = codeOf(f.fact)!;
      if (code.length !== rule.childDigits) continue;
      const parent = code.slice(0, rule.parentDigits);
      below.set(parent, (below.get(parent) ?? new Map<string, Indexed>()).set(code, f));
    }
    const verdicts: Verdict[] = [];
    for (const parent of column) {
      const lines = below.get(codeOf(parent.fact)!);
      if (!lines || codeOf(parent.fact)!.length !== rule.parentDigits) continue;
      const unread = halfRead.get(lineOf(parent))?.some((code) => code.startsWith(codeOf(parent.fact)!));
      verdicts.push(
        unread
          ? insufficient(
              parent.fact.scope,
              "the amounts of a line that is one of the parts stand under no known column",
            )
          : one(parent, [...lines.values()]),
      );
    }
    seen ||= verdicts.length > 0;
    yield* trusted(verdicts);
  }
  if (!seen) yield notApplicable("no such lines with their parents");
}

const lineOf = ({ place, fact }: Indexed): string => [place, fact.measure, fact.fiscalYear, fact.scope].join("|");

/**
 * Codes of lines that print a total and of which no column but that was read, by table, measure, year and scope: whichever part they belong to
 * lacks them.
 */
function linesReadInPart({ family, childDigits, part }: ChildrenRule, index: Context["index"]): Map<string, string[]> {
  const read = new Map<string, { readonly key: string; readonly code: string; readonly parts: Set<string> }>();
  if (part === "" || part === "total") return new Map();
  for (const f of index.all) {
    const code = codeOf(f.fact);
    if (f.place === "narrative" || code?.length !== childDigits || !f.concept.startsWith(`${family}.${code}.`))
      continue;
    const key = lineOf(f);
    const line = read.get(`${key} ${code}`) ?? { key, code, parts: new Set() };
    line.parts.add(f.concept.slice(f.concept.lastIndexOf(".") + 1));
    read.set(`${key} ${code}`, line);
  }
  const found = new Map<string, string[]>();
  for (const { key, code, parts } of read.values()) if (parts.has("total") && parts.size === 1) push(found, key, code);
  return found;
}

function one(parent: Indexed, lines: readonly Indexed[]): Verdict {
  const parts = lines.map((l) => l.operand);
  const c = compareSum(parent.operand, parts);
  return decide(parent.fact.scope, c, parent.operand, {
    sides: [parent.operand, ...parts],
    identity: { whole: parent.operand, parts },
    equation: (expected) => `${showSum(parts)} = ${expected}${parent.operand.unit ?? ""} ≠ ${show(parent.operand)}`,
    cause: () => causeOfSum(parent.operand, parts, c),
  });
}
