import type { HeadKind } from "../../../../../schemas/forms/form.ts";
import { CANONICAL_ORDERS, CODES_OF_LANES, NAME_OF_LANE } from "../../../../../schemas/forms/heads.ts";
import { largest } from "../../../../lib/long-lists.ts";
import { kindOfHead } from "../../accounts/head-tree.ts";
import type { HeadWord } from "./head-words.ts";

/** Heads of more pieces are not looked for. */
const MOST_PIECES = 4;

interface Piece {
  readonly text: string;
  readonly line: number;
}

/**
 * The heads of a header whose lines stand as they were printed, one cell of it broken over lines above and below the others:
 * `事业单位⏎合计 财政拨款收入 事业收入 其他收入⏎经营收入`. Which head the pieces are is declared; where it stands among those of one line is the
 * order its form prints them in, if they keep to it. Null where pieces are left over, or make more than one head.
 */
export function floatingHeads(lines: readonly string[]): HeadWord[] | null {
  const pieces = lines.flatMap((line, at) =>
    line.split(/[\s\u3000]+/u).flatMap((text): Piece[] => (text === "" ? [] : [{ text, line: at }])),
  );
  const naming = pieces.filter(({ text }) => ["name", "code", "order"].includes(kindOfHead(text) ?? ""));
  const others = pieces.filter((piece) => !naming.includes(piece));
  const lanes = laneHeads(pieces);
  if (lanes !== null) return lanes;
  const leaf = leafLine(others, lines.length);
  if (leaf === null) return null;
  const loose = others.filter(({ line }) => line !== leaf);
  const groups = loose.filter(({ text, line }) => line < leaf && kindOfHead(text) === "group");
  const broken = loose.filter((piece) => !groups.includes(piece));
  const text = broken.map((piece) => piece.text).join("");
  if (broken.length < 2 || broken.length > MOST_PIECES || kindOfHead(text) !== "amount") return null;
  const heads = inOrder(
    others.filter(({ line }) => line === leaf).map((piece) => piece.text),
    text,
  );
  if (heads === null) return null;
  const word = (one: string): HeadWord => ({ text: one, kind: kindOfHead(one) as HeadKind });
  return [...naming.map((piece) => word(piece.text)), ...groups.map((piece) => word(piece.text)), ...heads.map(word)];
}

/**
 * 科目编码 | 科目名称 | 决算数 twice beside each other, the head of the codes broken: what is left beside names and amounts are the characters of
 * that head, as often as there are lanes.
 */
function laneHeads(pieces: readonly Piece[]): HeadWord[] | null {
  const amounts = pieces.filter(({ text }) => kindOfHead(text) === "amount");
  const names = pieces.filter(({ text }) => NAME_OF_LANE.test(text));
  const [amount, name] = [amounts[0], names[0]];
  const lanes = amounts.length;
  const alike = [...amounts, ...names].every(({ line }) => line === amount?.line);
  if (!amount || !name || lanes < 2 || names.length !== lanes || !alike) return null;
  if (amounts.some(({ text }) => text !== amount.text)) return null;
  const rest = pieces.filter((piece) => !amounts.includes(piece) && !names.includes(piece));
  const left = sorted(rest.map(({ text }) => text).join(""));
  const code = CODES_OF_LANES.find((head) => sorted(head.repeat(lanes)) === left);
  if (code === undefined) return null;
  const lane: readonly HeadWord[] = [
    { text: code, kind: "code" },
    { text: name.text, kind: "name" },
    { text: amount.text, kind: "amount" },
  ];
  return Array.from({ length: lanes }, () => lane).flat();
}

const sorted = (text: string): string => [...text].sort().join("");

/** The line on which nothing but heads of amounts stand, three at least, and more than on any other. */
function leafLine(pieces: readonly Piece[], count: number): number | null {
  const lines = Array.from({ length: count }, (_, line) => pieces.filter((piece) => piece.line === line));
  const most = largest(lines.map((line) => line.length));
  const longest = lines.flatMap((line, at) => (line.length === most ? [at] : []));
  const whole = lines[longest[0]!]!.every(({ text }) => kindOfHead(text) === "amount");
  return most >= 3 && longest.length === 1 && whole ? longest[0]! : null;
}

/** Heads in the one declared order they all keep to, with another where that order has it. */
function inOrder(heads: readonly string[], other: string): string[] | null {
  for (const order of CANONICAL_ORDERS) {
    const rank = (text: string): number => order.findIndex((pattern) => pattern.test(text));
    const ranks = heads.map(rank);
    const own = rank(other);
    if (own < 0 || ranks.includes(-1) || ranks.includes(own)) continue;
    if (ranks.every((n, i) => i === 0 || n > ranks[i - 1]!)) {
      const at = ranks.filter((n) => n < own).length;
      return [...heads.slice(0, at), other, ...heads.slice(at)];
    }
  }
  return null;
}
