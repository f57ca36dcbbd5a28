import { type Area, comparison, type Rule, type RuledLook } from "../ruled-looks.ts";
import type { BiffLooks } from "./looks.ts";
import type { BiffRecord } from "./records.ts";

const CONDFMT = 0x1b0;
const CF = 0x1b1;
/** The kind of a rule that compares the cell with something (MS-XLS 2.4.42). */
const COMPARES = 1;
const OPERATORS = [
  "",
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];
/** What of a look a rule sets (MS-XLS 2.5.93). */
const NUMBER_FORMAT = 0x0200_0000;
const FONT = 0x0400_0000;
const PATTERN = 0x2000_0000;
/** The parts of a look in a rule, in bytes. */
const HEAD = 12;
const FONT_COLOUR = 80;
const FONT_STYLE = 68;
const FONT_STYLE_UNSET = 88;
const STRUCK = 0x80;

/** The rules of a sheet's records that change what a number shows. */
export function biffRules(records: readonly BiffRecord[], looks: BiffLooks): Rule[] {
  const rules: Rule[] = [];
  let areas: Area[] = [];
  for (const { type, data } of records) {
    if (type === CONDFMT) areas = areasOf(data);
    if (type !== CF || data.length < HEAD || areas.length === 0) continue;
    const look = lookOf(data, looks);
    if (look === null) continue;
    const sizes = [data.readUInt16LE(2), data.readUInt16LE(4)].filter((size) => size > 0);
    let at = data.length - sizes.reduce((sum, size) => sum + size, 0);
    const limits = sizes.map((size) => {
      at += size;
      return constant(data.subarray(Math.max(0, at - size), at));
    });
    const compared = data[0] === COMPARES ? comparison(OPERATORS[data[1]!] ?? "", limits) : () => null;
    const holds = look.format === undefined ? compared : (value: number) => (compared(value) === false ? false : null);
    rules.push({ areas, look, holds, priority: rules.length });
  }
  return rules;
}

function areasOf(data: Buffer): Area[] {
  const count = data.length >= 14 ? data.readUInt16LE(12) : 0;
  return Array.from({ length: Math.min(count, Math.floor((data.length - 14) / 8)) }, (_, i) => ({
    top: data.readUInt16LE(14 + 8 * i),
    bottom: data.readUInt16LE(16 + 8 * i),
    left: data.readUInt16LE(18 + 8 * i),
    right: data.readUInt16LE(20 + 8 * i),
  }));
}

/** A number format of a rule is not read, so where it may hold nothing is known; white on the paper and struck out take the number away. */
function lookOf(data: Buffer, looks: BiffLooks): RuledLook | null {
  const sets = data.readUInt32LE(6);
  if (sets & NUMBER_FORMAT) return { format: "" };
  if (!(sets & FONT) || data.length < HEAD + FONT_STYLE_UNSET + 4) return null;
  const colour = data.readUInt32LE(HEAD + FONT_COLOUR);
  const struck = (data.readUInt32LE(HEAD + FONT_STYLE) & ~data.readUInt32LE(HEAD + FONT_STYLE_UNSET) & STRUCK) !== 0;
  return struck || (looks.isWhite(colour) && !(sets & PATTERN)) ? { gone: true } : null;
}

/** The number a formula of one token is (MS-XLS 2.5.198.66, .85); NaN for any other. */
function constant(formula: Buffer): number {
  if (formula.length === 3 && formula[0] === 0x1e) return formula.readUInt16LE(1);
  if (formula.length === 9 && formula[0] === 0x1f) return formula.readDoubleLE(1);
  return Number.NaN;
}
