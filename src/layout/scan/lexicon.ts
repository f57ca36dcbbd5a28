import { readFileSync } from "node:fs";
import { append } from "../../lib/long-lists.ts";
import { dataPath } from "../../lib/package-root.ts";
import { push } from "../../lib/push.ts";
import type { Piece } from "./piece.ts";

/** Pairs by which the labels of forms differ: neither is ever put in the place of the other. */
const APART = new Set("合小 合总 小总 初末 上本 收支 入出 款费 增减 基项 年月 预决".split(" "));
const isPair = (pairs: ReadonlySet<string>, a: string, b: string): boolean => pairs.has(a + b) || pairs.has(b + a);
/** A character read with more confidence than this is only changed for its twin. */
const SURE = 93;
/** One wrong character in a label of this length leaves no doubt which label it is, unless an engine that can be is certain of it. */
const LONG = 6;
const CERTAIN = 99.5;
const HAN = /^[\p{Script=Han}（）“”、：]$/u;

const byLength = new Map<number, string[]>();
const known = new Set<string>();

function load(): void {
  const lines = (name: string): string[] =>
    readFileSync(dataPath(name), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
  const words = lines("form-words.txt");
  for (const name of ["function-classes.tsv", "economic-classes.tsv"])
    append(
      words,
      lines(name).flatMap((line) => line.split("\t")[1] ?? []),
    );
  for (const word of words) {
    if (known.has(word)) continue;
    known.add(word);
    const length = [...word].length;
    push(byLength, length, word);
  }
}

/** How many characters of a word of this length may differ from the one it stands for. */
const mostWrong = (length: number): number => (length < 3 ? 1 : Math.floor((length + 2) / 4));

/** A label as the forms print it, where exactly one word of theirs is near: `金颜` is 金额, `年未结转` 年末结转. Null where none or several are. */
export function nearestWord(text: string, confidence: readonly number[], alike: ReadonlySet<string>): string | null {
  if (known.size === 0) load();
  if (known.has(text)) return null;
  const characters = [...text];
  let best: string | null = null;
  let least = mostWrong(characters.length) + 1;
  let several = false;
  for (const word of byLength.get(characters.length) ?? []) {
    const letters = [...word];
    const wrong = characters.flatMap((character, i) => (character === letters[i] ? [] : [i]));
    if (wrong.length > mostWrong(characters.length)) continue;
    const differ = (pairs: ReadonlySet<string>, i: number): boolean => isPair(pairs, characters[i]!, letters[i]!);
    if (wrong.some((i) => differ(APART, i))) continue;
    const twins = (i: number): boolean => differ(alike, i);
    const long = wrong.length === 1 && characters.length >= LONG && (confidence[wrong[0]!] ?? 0) < CERTAIN;
    if (!long && !wrong.every((i) => twins(i) || (characters.length > 2 && (confidence[i] ?? 0) < SURE))) continue;
    // a twin is half a difference: 年未 is 年末 before it is 年初
    const distance = wrong.reduce((sum, i) => sum + (twins(i) ? 0.5 : 1), 0);
    if (distance > least) continue;
    several = distance === least;
    best = word;
    least = distance;
  }
  return several ? null : best;
}

/** 一、 or 其中： before a label is no part of it. */
const BEFORE = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|其中：)/u;

/** A character put in the place of the one that was read, which is kept. */
export const reworded = (piece: Piece, text: string): Piece =>
  text === piece.text ? piece : { ...piece, text, asRead: piece.asRead ?? piece.text };

/** The lines of one cell with its label corrected; numbers and what is no label stay as read. */
export function corrected(lines: readonly (readonly Piece[])[], alike: ReadonlySet<string>): Piece[][] {
  const out = lines.map((line) => [...line]);
  const places = out.flatMap((line, k) => line.map((_, i) => [k, i] as const));
  const pieces = places.map(([k, i]) => out[k]![i]!);
  if (!pieces.every(({ text }) => HAN.test(text))) return out;
  const text = pieces.map((piece) => piece.text).join("");
  const skip = [...(BEFORE.exec(text)?.[0] ?? "")].length;
  const word = nearestWord(
    [...text].slice(skip).join(""),
    pieces.slice(skip).map(({ confidence }) => confidence),
    alike,
  );
  if (word)
    for (const [n, letter] of [...word].entries()) {
      const [k, i] = places[skip + n]!;
      out[k]![i] = reworded(out[k]![i]!, letter);
    }
  return out;
}

/** Characters every text has beside those of the forms. */
const COMMON =
  "的年度月日元万亿一是在了和与为于上下不有中以其等对及按本个部门局委办公室市县区省镇乡街道主要原因情况说明";
const characters = new Set<string>();

/** Share of letters read that are characters the forms and every text are made of: 0–1. */
export function knownShare(letters: readonly Piece[]): number {
  if (known.size === 0) load();
  if (characters.size === 0) for (const letter of [COMMON, ...known].join("")) characters.add(letter);
  return letters.filter(({ text }) => characters.has(text)).length / letters.length;
}
