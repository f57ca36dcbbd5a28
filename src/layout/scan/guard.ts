import { append, largest, smallest } from "../../lib/long-lists.ts";
import type { ReadSymbol } from "./engine.ts";
import { signReadAsDigit } from "./percent.ts";
import type { Piece } from "./piece.ts";

/** Characters a printed number is made of, as engines give them. */
const NUMERIC = /^[\d.,，。·]$/u;
const DIGIT = /\d/;
/** Digits of one number stand closer than this many line heights. */
const APART = 0.9;
/** What stands for a digit when an engine misreads one between digits. */
const LOOKALIKES: Record<string, string> = { O: "0", o: "0", l: "1", I: "1", "|": "1", S: "5", B: "8", 〇: "0" };

/** Symbols of one line → pieces: characters of a number that touch each other become one. */
export function pieces(symbols: readonly ReadSymbol[]): Piece[] {
  const height = Math.max(0, largest(symbols.map(({ box }) => box[3] - box[1])));
  const out: Piece[] = [];
  let run: ReadSymbol[] = [];
  const flush = (): void => {
    if (run.some((s) => DIGIT.test(s.text))) {
      // a stop at the end belongs to the sentence, not to the number
      const tail: ReadSymbol[] = [];
      while (run.length > 0 && !DIGIT.test(run.at(-1)!.text)) tail.unshift(run.pop()!);
      const head: ReadSymbol[] = [];
      while (run.length > 0 && !DIGIT.test(run[0]!.text) && run[0]!.text !== ".") head.push(run.shift()!);
      append(out, [...head.map(single), joined(run), ...tail.map(single)]);
    } else append(out, run.map(single));
    run = [];
  };
  for (const [i, symbol] of symbols.entries()) {
    const text = asDigit(symbol.text, symbols[i - 1]?.text, symbols[i + 1]?.text);
    const last = run.at(-1);
    const apart = last !== undefined && symbol.box[0] - last.box[2] > APART * height;
    if (!NUMERIC.test(text) || apart) flush();
    if (NUMERIC.test(text)) run.push({ ...symbol, text });
    else out.push(single(symbol));
  }
  flush();
  return out;
}

/** 二〇二三年 is written with 〇; beside no other numeral of its kind it is a 0: 预算〇万元. */
const HAN_NUMERAL = /^[一二三四五六七八九十百千〇]$/u;

const asDigit = (text: string, before: string | undefined, after: string | undefined): string => {
  if (text === "〇" && !HAN_NUMERAL.test(before ?? "") && !HAN_NUMERAL.test(after ?? "")) return "0";
  const digit = LOOKALIKES[text];
  const beside = (other: string | undefined): boolean => other !== undefined && /[\d.,]/.test(other);
  return digit !== undefined && beside(before) && (after === undefined || beside(after)) ? digit : text;
};

const single = ({ text, box, confidence }: ReadSymbol): Piece => ({ text, box, confidence });

function joined(run: readonly ReadSymbol[]): Piece {
  return {
    text: numberText(run.map((s) => s.text).join("")),
    box: [run[0]!.box[0], smallest(run.map((s) => s.box[1])), run.at(-1)!.box[2], largest(run.map((s) => s.box[3]))],
    confidence: smallest(run.map((s) => s.confidence)),
    ...otherwise(run),
  };
}

/** The number with the character the engine was least sure of as it would have read it otherwise. */
function otherwise(run: readonly ReadSymbol[]): Pick<Piece, "second"> {
  const least = run.reduce((a, b) => (b.confidence < a.confidence ? b : a));
  if (least.second === undefined) return {};
  return { second: numberText(run.map((s) => (s === least ? s.second! : s.text)).join("")) };
}

/** `2.082.85` is 2,082.85: a thousands comma read as a stop. Other marks become what they stand for. */
function numberText(text: string): string {
  const plain = text.replace(/[，]/g, ",").replace(/[。·]/g, ".");
  const parts = plain.split(/[.,]/);
  const groups = parts.slice(1, -1);
  if (
    parts.length > 2 &&
    groups.every((part) => part.length === 3) &&
    parts[0]!.length <= 3 &&
    parts.at(-1)!.length === 2
  )
    return `${[parts[0], ...groups].join(",")}.${parts.at(-1)}`;
  return plain;
}

/** Whether a line has a number that must be read twice. */
export const hasNumber = (line: readonly Piece[]): boolean => line.some((piece) => DIGIT.test(piece.text));

/**
 * Two readings of one line: numbers on which both agree are sure; the others carry the second reading as an alternative. A number only
 * one of them saw is in doubt too.
 */
export function compare(first: readonly Piece[], second: readonly Piece[]): Piece[] {
  const numbers = second.filter((piece) => DIGIT.test(piece.text));
  const used = new Set<Piece>();
  // the same count: the places are loose, the order is not
  const inOrder = numbers.length === first.filter((piece) => DIGIT.test(piece.text)).length;
  let next = 0;
  const out = first.map((piece, i): Piece => {
    if (!DIGIT.test(piece.text)) return colon(piece, second);
    const other = inOrder ? numbers[next++] : numbers.find((n) => !used.has(n) && overlaps(n, piece));
    if (!other) return { ...piece, alternatives: [textUnder(second, piece)] };
    used.add(other);
    if (bare(other.text) !== bare(piece.text)) return { ...piece, alternatives: [other.text] };
    const signed = signReadAsDigit(piece.text, first[i + 1]?.text, second[second.indexOf(other) + 1]?.text);
    return signed ? { ...piece, text: `${piece.text.slice(0, -1)}%`, alternatives: [piece.text] } : piece;
  });
  // A number the first reading took for words: 1 for 一, or nothing at all.
  for (const missed of numbers)
    if (!used.has(missed) && !first.some((piece) => overlaps(piece, missed) && DIGIT.test(piece.text)))
      if (!first.some((piece) => overlaps(piece, missed))) out.push({ ...missed, alternatives: [""] });
  return out.sort((a, b) => a.box[0] - b.box[0]);
}

/** Mean confidence of a line, 0 for one on which nothing was read. */
export const sureness = (line: readonly Piece[]): number =>
  line.length === 0 ? 0 : line.reduce((sum, { confidence }) => sum + confidence, 0) / line.length;

/** So many characters in a row are looked at for the worst read part of a line. */
const WINDOW = 5;

/** Mean confidence of the worst read part of a line: half a line of nonsense hides in the mean of the whole. */
export function weakest(line: readonly Piece[]): number {
  if (line.length <= WINDOW) return sureness(line);
  let least = 100;
  for (let i = 0; i + WINDOW <= line.length; i++) least = Math.min(least, sureness(line.slice(i, i + WINDOW)));
  return least;
}

/** By this much a second reading of a line must be surer to take the place of the first. */
const SURER = 6;

/** The surer of two readings first; the first where they are alike. */
export const surerFirst = (a: readonly Piece[], b: readonly Piece[]): [readonly Piece[], readonly Piece[]] =>
  weakest(b) > weakest(a) + SURER ? [b, a] : [a, b];

/**
 * Settles numbers in doubt by further readings of the same line, made apart from its neighbours: where three of all readings say the same,
 * that is the number. What stays in doubt keeps every other reading as an alternative.
 */
export function settled(line: readonly Piece[], further: readonly (readonly Piece[])[]): Piece[] {
  const numbers = line.filter(isNumber);
  const others = further.map((reading) => reading.filter(isNumber)).filter((list) => list.length === numbers.length);
  return line.map((piece) => {
    if (!piece.alternatives) return piece;
    const at = numbers.indexOf(piece);
    const said = at < 0 ? [] : others.map((list) => list[at]!.text);
    const votes = [piece.text, ...piece.alternatives, ...said];
    const count = (text: string): number => votes.filter((vote) => bare(vote) === bare(text)).length;
    const winner = votes.find((vote) => vote !== "" && count(vote) >= 3);
    const { alternatives: _, ...rest } = piece;
    if (winner !== undefined) return { ...rest, text: winner };
    const left = [...new Set([...piece.alternatives, ...said])].filter((text) => text !== piece.text);
    return { ...piece, alternatives: left };
  });
}

/**
 * A sure reading and what another reader of the same line says: numbers that both have, in the same order, are settled; the others carry
 * what the other has in their place. Numbers only the other has are none.
 */
export function checked(line: readonly Piece[], other: readonly Piece[]): Piece[] {
  const said = other.filter(isNumber);
  const inOrder = said.length === line.filter(isNumber).length;
  let next = 0;
  return line.map((piece) => {
    if (!isNumber(piece)) return piece;
    const at = inOrder ? next : said.findIndex(({ text }, i) => i >= next && bare(text) === bare(piece.text));
    if (at >= 0) next = at + 1;
    const text = said[at]?.text ?? textUnder(other, piece);
    return bare(text) === bare(piece.text) ? piece : { ...piece, alternatives: [text] };
  });
}

const isNumber = (piece: Piece): boolean => DIGIT.test(piece.text);

/** A colon is read as a comma, never a comma as a colon: where one reading has it, it is one. */
const colon = (piece: Piece, second: readonly Piece[]): Piece =>
  /^[，,]$/u.test(piece.text) && second.some((other) => /^[：:]$/u.test(other.text) && overlaps(other, piece))
    ? { ...piece, text: "：" }
    : piece;

const overlaps = (a: Piece, b: Piece): boolean =>
  Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) >
  0.5 * Math.min(a.box[2] - a.box[0], b.box[2] - b.box[0]);

const bare = (text: string): string => text.replace(/,/g, "");

const textUnder = (line: readonly Piece[], piece: Piece): string =>
  line
    .filter((other) => overlaps(other, piece))
    .map((other) => other.text)
    .join("");
