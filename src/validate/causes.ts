import type { Operand } from "./operand.ts";
import { Exact } from "./quantity.ts";
import { type BothLanguages, both, type Told, told } from "./told.ts";
import type { Comparison } from "./tolerance.ts";

const digits = (s: string): string => s.replace(/[^0-9]/g, "").replace(/^0+/, "");

/** Two neighbouring digits changed places: 30.80 and 30.08. */
function transposed(a: string, b: string): boolean {
  const [x, y] = [digits(a), digits(b)];
  if (x.length !== y.length || x === y) return false;
  const at = [...x].map((d, i) => (d === y[i] ? -1 : i)).filter((i) => i >= 0);
  return at.length === 2 && at[1] === at[0]! + 1 && x[at[0]!] === y[at[1]!] && x[at[1]!] === y[at[0]!];
}

/** One digit too many or too few: 43269.3 for 3269.3. */
function digitMore(a: string, b: string): boolean {
  const [long, short] = digits(a).length > digits(b).length ? [digits(a), digits(b)] : [digits(b), digits(a)];
  if (long.length !== short.length + 1 || short.length < 3) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

/** Whether one printing may be a slip of the other: one digit changed, two neighbours exchanged, one too many. */
export function oneDigitApart(a: string, b: string): boolean {
  const [x, y] = [digits(a), digits(b)];
  const changed = x.length === y.length && [...x].filter((d, i) => d !== y[i]).length === 1;
  return changed || transposed(a, b) || digitMore(a, b);
}

/** Whether two amounts are a whole unit apart: 元 against 万元. */
export function unitsApart(a: Operand, b: Operand): boolean {
  if (a.value.isZero() || b.value.isZero()) return false;
  const ratio = a.value.abs().div(b.value.abs());
  const off = ratio.gt(1) ? ratio : new Exact(1).div(ratio);
  return [3, 4, 8].some((power) => off.div(new Exact(10).pow(power)).minus(1).abs().lt("0.006"));
}

/** What the arithmetic of two unequal printings tells; null where it tells nothing. */
export function causeOfPair(a: Operand, b: Operand): BothLanguages | null {
  if (a.value.isZero() || b.value.isZero()) return null;
  const ratio = a.value.abs().div(b.value.abs());
  const off = ratio.gt(1) ? ratio : new Exact(1).div(ratio);
  for (const [power, name] of [
    [4, told("单位相差一万倍（元／万元／亿元）", "units ten thousand times apart (元, 万元, 亿元)")],
    [3, told("相差一千倍（小数点与千分位）", "a thousand times apart (decimal point and thousands separator)")],
    [8, told("单位相差一亿倍", "units a hundred million times apart")],
  ] as const)
    if (off.div(new Exact(10).pow(power)).minus(1).abs().lt("0.006")) return name;
  if (transposed(a.printed, b.printed)) return told("相邻数字颠倒", "two neighbouring digits changed places");
  if (digitMore(a.printed, b.printed)) return told("多写或漏写一位数字", "a digit too many or too few");
  return null;
}

/** Why a sum may fail: the total or a part misprinted, or a part counted in or left out. */
export function causeOfSum(total: Operand, parts: readonly Operand[], c: Comparison): Told | null {
  const expected = { ...total, value: c.expected, printed: c.expected.div(total.scale).toFixed() };
  const pair = causeOfPair(total, expected);
  if (pair) return pair;
  const same = parts.find((p) => !p.value.isZero() && p.value.abs().eq(c.difference));
  if (!same) return null;
  const { zh, en } = both(same.label);
  return told(`相差的正是“${zh}”：漏计或重复计入`, `the difference is just “${en}”: left out or counted twice`);
}
