import { Decimal } from "decimal.js";
import { append } from "../../lib/long-lists.ts";

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** What stands at an address: a number, words, nothing, or a formula that has to be worked out first. */
export type CellValue = number | string | null | { readonly formula: string };
/** Looks up a cell, on the formula's own sheet where none is named. */
export type CellLookup = (sheet: string | null, column: number, row: number) => CellValue;

/** Formulas that call each other deeper than this are not followed. */
const DEPTH_LIMIT = 64;
/** Cells looked up for one formula, those of the formulas it calls among them. */
const STEP_LIMIT = 50_000;
/** Cells of one range that are added up. */
const RANGE_LIMIT = 20_000;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(])|([A-Z]+)(?=\()|(<>|<=|>=|[-+*/(),:=<>])|("[^"]*"))/uy;

class Unknown extends Error {}

/**
 * Works out a formula that is a sum, difference, product, quotient or choice of cells at hand (`B5+B6`, `SUM(C3:C9)-C4`, `ROUND(B3*2,1)`, `IF(B3=0,"",B3)`), in
 * decimals. A mere reference to words gives the words. Null where it is anything else: such a cell is listed, not guessed.
 */
export function workOut(formula: string, lookup: CellLookup): string | { readonly text: string } | null {
  try {
    const words = new Reader(formula, lookup, 0, { left: STEP_LIMIT }).words();
    if (words !== null) return { text: words };
    return new Reader(formula, lookup, 0, { left: STEP_LIMIT }).whole().toFixed();
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

type Token =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "cell"; readonly sheet: string | null; readonly column: number; readonly row: number }
  | { readonly kind: "name" | "sign" | "words"; readonly text: string };

class Reader {
  private readonly tokens: Token[] = [];
  private at = 0;
  private readonly lookup: CellLookup;
  private readonly depth: number;
  private readonly steps: { left: number };
  /** Whether the range at hand may hold no formula. */
  private plain = false;

  constructor(formula: string, lookup: CellLookup, depth: number, steps: { left: number }) {
    if (depth > DEPTH_LIMIT) throw new Unknown();
    this.lookup = lookup;
    this.depth = depth;
    this.steps = steps;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < formula.trimEnd().length) {
      const found = TOKEN.exec(formula);
      if (!found) throw new Unknown();
      const [, number, sheet, column, row, name, sign, words] = found;
      if (number !== undefined) this.tokens.push({ kind: "number", value: new Exact(number) });
      else if (column !== undefined)
        this.tokens.push({ kind: "cell", sheet: sheetName(sheet), column: columnAt(column), row: Number(row) - 1 });
      else if (words !== undefined) this.tokens.push({ kind: "words", text: words });
      else this.tokens.push({ kind: name === undefined ? "sign" : "name", text: (name ?? sign)! });
    }
  }

  whole(): Decimal {
    const value = this.sum();
    if (this.at < this.tokens.length) throw new Unknown();
    return value;
  }

  /** What a single reference says, where that is words. */
  words(): string | null {
    const [only, ...rest] = this.tokens;
    if (only?.kind !== "cell" || rest.length > 0) return null;
    const value = this.lookup(only.sheet, only.column, only.row);
    return typeof value === "string" && !value.startsWith("#") ? value : null;
  }

  private takes(...signs: string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
    this.at++;
    return token.text;
  }

  private sum(): Decimal {
    let value = this.product();
    for (let sign = this.takes("+", "-"); sign; sign = this.takes("+", "-"))
      value = sign === "+" ? value.plus(this.product()) : value.minus(this.product());
    return value;
  }

  private product(): Decimal {
    let value = this.single();
    for (let sign = this.takes("*", "/"); sign; sign = this.takes("*", "/")) {
      const other = this.single();
      if (sign === "/" && other.isZero()) throw new Unknown();
      value = sign === "*" ? value.times(other) : value.div(other);
    }
    return value;
  }

  private single(): Decimal {
    const sign = this.takes("-", "+", "(");
    if (sign === "-") return this.single().negated();
    if (sign === "+") return this.single();
    if (sign === "(") {
      const value = this.sum();
      if (!this.takes(")")) throw new Unknown();
      return value;
    }
    const token = this.tokens[this.at++];
    if (token?.kind === "number") return token.value;
    if (token?.kind === "cell") return this.valueAt(token.sheet, token.column, token.row, false) ?? new Exact(0);
    if (token?.kind !== "name" || !this.takes("(")) throw new Unknown();
    return this.call(token.text);
  }

  private call(name: string): Decimal {
    if (name === "ROUND") {
      const value = this.sum();
      if (!this.takes(",")) throw new Unknown();
      const places = this.sum().toNumber();
      if (!this.takes(")") || places < 0) throw new Unknown();
      return value.toDecimalPlaces(places);
    }
    if (name === "IF") return this.choice();
    if (name === "SUBTOTAL") {
      // 9 and 109 add up. Sums inside the range are left out of it, so a range that holds formulas is not added up here.
      const kind = this.sum().toNumber();
      if ((kind !== 9 && kind !== 109) || !this.takes(",")) throw new Unknown();
      this.plain = true;
    } else if (name !== "SUM" && name !== "PRODUCT") throw new Unknown();
    const values: Decimal[] = [];
    do append(values, this.range());
    while (this.takes(","));
    this.plain = false;
    if (!this.takes(")")) throw new Unknown();
    return name === "PRODUCT"
      ? values.reduce((product, value) => product.times(value), new Exact(1))
      : values.reduce((sum, value) => sum.plus(value), new Exact(0));
  }

  /** IF with a comparison of numbers; a branch of words is nobody's number. */
  private choice(): Decimal {
    const left = this.sum();
    const sign = this.takes("=", "<>", "<", ">", "<=", ">=");
    if (sign === null) throw new Unknown();
    const order = left.comparedTo(this.sum());
    const holds = sign === "=" ? order === 0 : sign === "<>" ? order !== 0 : compares(sign, order);
    if (!this.takes(",")) throw new Unknown();
    const first = this.branch();
    if (!this.takes(",")) throw new Unknown();
    const second = this.branch();
    const value = holds ? first : second;
    if (!this.takes(")") || value === null) throw new Unknown();
    return value;
  }

  private branch(): Decimal | null {
    if (this.tokens[this.at]?.kind !== "words") return this.sum();
    this.at++;
    return null;
  }

  /** One argument of SUM: a range, in which words and blanks do not count, or an expression. */
  private range(): Decimal[] {
    const [from, colon, to] = this.tokens.slice(this.at, this.at + 3);
    if (from?.kind !== "cell" || colon?.kind !== "sign" || colon.text !== ":" || to?.kind !== "cell")
      return [this.sum()];
    this.at += 3;
    if ((to.row - from.row + 1) * (to.column - from.column + 1) > RANGE_LIMIT) throw new Unknown();
    const values: Decimal[] = [];
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) {
        const value = this.valueAt(from.sheet, column, row, true);
        if (value) values.push(value);
      }
    return values;
  }

  private valueAt(sheet: string | null, column: number, row: number, inRange: boolean): Decimal | null {
    if (this.steps.left-- <= 0) throw new Unknown();
    const value = this.lookup(sheet, column, row);
    if (typeof value === "number") return new Exact(value);
    if (value === null || (inRange && typeof value === "string" && !value.startsWith("#"))) return null;
    if (typeof value === "string") throw new Unknown();
    if (this.plain) throw new Unknown();
    // A formula on another sheet means that sheet's cells where it names none.
    const lookup: CellLookup = (other, c, r) => this.lookup(other ?? sheet, c, r);
    return new Reader(value.formula, lookup, this.depth + 1, this.steps).whole();
  }
}

const compares = (sign: string, order: number): boolean =>
  (order < 0 && sign.startsWith("<")) || (order > 0 && sign.startsWith(">")) || (order === 0 && sign.endsWith("="));

const sheetName = (written: string | undefined): string | null =>
  written === undefined ? null : written.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");

/** The column a name means: A → 0, AA → 26. */
export const columnAt = (letters: string): number =>
  [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1;
