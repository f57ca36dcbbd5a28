import type { Measure } from "../../../schemas/index.ts";
import { readNumber } from "../../lib/amount.ts";
import { matrix } from "../../lib/grid.ts";
import { leftBlank } from "../blank-lines.ts";
import { around, combinations, together } from "../candidates.ts";
import { causeOfSum } from "../causes.ts";
import type { Context } from "../context.ts";
import type { FactIndex, Indexed } from "../fact-index.ts";
import { placeKey } from "../operand.ts";
import { quantity } from "../quantity.ts";
import type { SumRule } from "../rule.ts";
import { compareSum } from "../tolerance.ts";
import { ambiguous, decide, insufficient, notApplicable, show, showSum, type Verdict } from "../verdict.ts";

/** `total = Σ parts` for every total printed: in its table, or in its sentence and then the prose around it. */
export function* sum(rule: SumRule, context: Context): Iterable<Verdict> {
  const { index, tables } = context;
  const done = new Set<string>();
  let seen = false;
  for (const total of index.of(rule.total)) {
    if (!rule.measures.includes(total.fact.measure) || total.operand.approximate) continue;
    const { measure, scope } = total.fact;
    if (rule.unless?.some((term) => around(index, total, term, measure).length > 0)) continue;
    const told = rule.parts.map((term) => around(index, total, term, measure));
    // What one place leaves out and every other place tells as zero is no part; nor is a line of the form that is blank.
    const isBlank = (term: string): boolean =>
      index.get(term, measure, total.fact.fiscalYear, scope).every((f) => f.operand.value.isZero()) &&
      leftBlank(term, total, tables);
    const blanks = rule.parts.filter((term, i) => told[i]!.length === 0 && isBlank(term));
    const parts = told.filter(
      (list, i) => list.length > 0 || !(isZero(index, rule.parts[i]!, total) || blanks.includes(rule.parts[i]!)),
    );
    const optional = rule.optional ?? [];
    const further = optional.map((term) => around(index, total, term, measure)).filter((list) => list.length > 0);
    const lists = [...parts, ...further];
    if (total.place === "narrative" && !isList(rule, total, lists.flat())) continue;
    if (lists.every((list) => list.length === 0)) continue;
    if (rule.undivided && lists.flat().some((part) => isDivided(part, context))) continue;
    seen = true;
    const key = [placeKey(total.operand), ...lists.flat().map((p) => placeKey(p.operand))].join("+");
    if (done.has(key)) continue;
    done.add(key);
    const stated = lists.filter((list) => list.length > 0);
    const missing = parts.filter((list) => list.length === 0).length;
    if (missing > 0 && !closesBeside(rule, index, total, stated)) {
      yield insufficient(scope, `${missing} parts are not stated`);
      continue;
    }
    // A part a form need not print may also be one that was not read: then a short sum says nothing.
    const silent = optional.filter((term) => around(index, total, term, measure).length === 0);
    const open = silent.filter((term) => !isZero(index, term, total));
    const unread =
      open.some((term) => !isBlank(term)) &&
      !rule.sentence &&
      (total.place === "narrative" || !closesBeside(rule, index, total, stated));
    const beside = blanks.length > 0 || open.length > 0 ? index.all.filter((f) => f.place === total.place) : [];
    yield best(total, combinations(stated), scope, { unread, beside });
  }
  if (!seen) yield notApplicable(`no ${rule.total} with its parts`);
}

/** Whether further columns of its row, which are no facts, carry another amount: 合计 | 人员经费 | 公用经费 of one line. */
function isDivided({ fact: { source }, operand }: Indexed, { index, tables }: Context): boolean {
  const table = source.table === null ? undefined : tables.get(source.table);
  if (!table || source.row === null || source.col === null) return false;
  const row = matrix(table.grid)[source.row] ?? [];
  for (const [column, cell] of row.entries()) {
    if (column <= source.col || cell === row[source.col]) continue;
    const number = readNumber(cell?.text ?? "");
    // A word begins another line, set beside this one.
    if (number.kind !== "number" && /\p{L}/u.test(cell?.text ?? "")) return false;
    if (number.kind !== "number" || /^0*(?:\.0*)?$/.test(number.value)) continue;
    if (index.isFact(source.table!, source.row, column)) return false;
    if (!quantity(number.value, operand.unit).value.eq(operand.value)) return true;
  }
  return false;
}

const DIFFERENCES: readonly Measure[] = ["change", "budget_variance", "saving"];

/** Only final accounts are added up over sentences: budgets are quoted in many phases, within one paragraph as a list. */
function isList(rule: SumRule, total: Indexed, parts: readonly Indexed[]): boolean {
  if (parts.every((p) => together(p, total))) return true;
  if (total.fact.measure === "actual" && !rule.sentence) return true;
  const list = !rule.sentence || DIFFERENCES.includes(total.fact.measure);
  return list && total.paragraph !== null && parts.every((p) => p.paragraph === total.paragraph);
}

/** A part that every place tells as zero; a part that is zero has not changed where nothing is said of it. */
function isZero(index: FactIndex, term: string, { fact }: Indexed): boolean {
  const { measure, fiscalYear, scope } = fact;
  const stated = index.get(term, measure, fiscalYear, scope);
  const amounts =
    DIFFERENCES.includes(measure) && stated.length === 0 ? index.get(term, "actual", fiscalYear, scope) : stated;
  return amounts.length > 0 && amounts.every((f) => f.operand.value.isZero());
}

/** Whether just these parts make the total of another year or phase in the same table, or paragraph: then the list is whole. */
function closesBeside(
  rule: SumRule,
  index: FactIndex,
  total: Indexed,
  lists: readonly (readonly Indexed[])[],
): boolean {
  const prose = total.place === "narrative";
  if (lists.length < 2 || (prose && total.paragraph === null)) return false;
  const isBeside = (f: Indexed): boolean => (prose ? f.paragraph === total.paragraph : f.place === total.place);
  return index.of(rule.total).some((other) => {
    if (other === total || !isBeside(other) || other.operand.value.isZero()) return false;
    if (other.fact.measure === total.fact.measure && other.fact.fiscalYear === total.fact.fiscalYear) return false;
    const parts = lists.map(
      ([part]) =>
        index.get(part!.concept, other.fact.measure, other.fact.fiscalYear, other.fact.scope).filter(isBeside)[0],
    );
    return (
      parts.every((p) => p !== undefined) &&
      compareSum(
        other.operand,
        parts.map((p) => p!.operand),
      ).verdict === "agree"
    );
  });
}

/** What of a total is not printed: parts that may not have been read, and lines that are blank. */
interface Unprinted {
  readonly unread: boolean;
  /** What else its place prints, where lines are blank: a line may be blank for its parts are printed below it. */
  readonly beside: readonly Indexed[];
}

function best(
  total: Indexed,
  ways: readonly (readonly Indexed[])[],
  scope: string | null,
  { unread, beside }: Unprinted,
): Verdict {
  const tried = ways.map((way) => ({
    way,
    c: compareSum(
      total.operand,
      way.map((p) => p.operand),
    ),
  }));
  const good = tried.find((t) => t.c.verdict === "agree") ?? tried.find((t) => t.c.verdict === "rounding");
  if (!good && tried.length > 1) return ambiguous(scope, `${tried.length} ways to read the parts, none adds up`);
  const { way, c } = (good ?? tried[0])!;
  const parts = way.map((p) => p.operand);
  const short = c.expected.abs().lt(total.operand.value.abs());
  const lack = total.operand.value.minus(c.expected);
  if (!good && short && beside.some((f) => f !== total && !way.includes(f) && f.operand.value.eq(lack)))
    return insufficient(scope, "what the sum lacks is printed beside it");
  if (unread && !good && short) return insufficient(scope, "parts a form need not print are not stated");
  // 支出总计6954.57万元, 支出合计6954.57万元, 结转1.58万元: the total is said of what is also told as a part.
  const amount = !DIFFERENCES.includes(total.fact.measure);
  const alsoPart = amount && parts.some((p) => p.value.eq(total.operand.value) && !p.value.isZero());
  if (total.place === "narrative" && !good && parts.length > 1 && alsoPart)
    return ambiguous(scope, "the total is also told as one of its parts");
  return decide(scope, c, total.operand, {
    sides: [total.operand, ...parts],
    identity: { whole: total.operand, parts },
    equation: (expected) => `${showSum(parts)} = ${expected}${total.operand.unit ?? ""} ≠ ${show(total.operand)}`,
    cause: () => causeOfSum(total.operand, parts, c),
    // A line left blank may be the one that is wrong.
    ...(beside.length > 0 && short ? { severity: "warning" as const } : {}),
  });
}
