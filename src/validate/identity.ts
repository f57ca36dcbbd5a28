import { type Operand, placeKey, type Side } from "./operand.ts";
import { Exact } from "./quantity.ts";
import type { Identity } from "./verdict.ts";

/** The cell a side stands in, as a key; null outside tables. */
export const keyOf = ({ source }: Pick<Side, "source">): string | null =>
  source.table === null || source.row === null || source.col === null
    ? null
    : `${source.table}|${source.row}|${source.col}`;

/** A number wherever it is printed, as a key: its cell, or its place in the prose. */
export const numberKeyOf = (o: Operand): string => keyOf(o) ?? placeKey(o);

/** Whether all numbers of a sum stand in tables. */
export const inTables = ({ whole, parts }: Identity): boolean => [whole, ...parts].every((o) => keyOf(o) !== null);
/** The cells of a sum. */
export const keysOf = ({ whole, parts }: Identity): readonly string[] =>
  [whole, ...parts].flatMap((o) => keyOf(o) ?? []);
const amountOf = (o: Operand, values: ReadonlyMap<string, Exact>): Exact =>
  (values.size === 0 ? undefined : values.get(numberKeyOf(o))) ?? o.value;
const signOf = (identity: Identity, i: number): number => identity.signs?.[i] ?? 1;
const ZERO = new Exact(0);
/** No cell reads otherwise than it was read. */
export const NONE: ReadonlyMap<string, Exact> = new Map();

/** Its parts together. */
export function sumOf(identity: Identity, values: ReadonlyMap<string, Exact>): Exact {
  return identity.parts.reduce((sum, p, i) => {
    const value = amountOf(p, values);
    return signOf(identity, i) < 0 ? sum.minus(value) : sum.plus(value);
  }, ZERO);
}

/** Whether a sum closes where some cells read otherwise. */
export function holds(identity: Identity, values: ReadonlyMap<string, Exact>): boolean {
  const slack = [identity.whole, ...identity.parts].reduce((sum, o) => sum.plus(o.half), ZERO);
  const left = amountOf(identity.whole, values).minus(sumOf(identity, values));
  return identity.bound ? left.plus(slack).gte(0) : left.abs().lte(slack);
}

/** What the operand at `at` (0 the whole, then the parts) would have to be. */
export function solve(identity: Identity, at: number): Exact {
  const sum = sumOf(identity, NONE);
  if (at === 0) return sum;
  const missing = identity.whole.value.minus(sum);
  const part = identity.parts[at - 1]!.value;
  return signOf(identity, at - 1) < 0 ? part.minus(missing) : part.plus(missing);
}
