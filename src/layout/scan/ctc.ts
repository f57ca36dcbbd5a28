import type { ReadSymbol } from "./engine.ts";

/** Letters, figures and signs the recogniser's alphabet holds in a second, wide form; the stroke 丶 is its second 、. */
const WIDE = /^[０-９Ａ-Ｚａ-ｚ％．＋－＝]$/u;
const asPrinted = (letter: string): string =>
  letter === "丶" ? "、" : WIDE.test(letter) ? letter.normalize("NFKC") : letter;

/** The classes of the recogniser in order: none, one a line of the file, a space. */
export const alphabetOf = (file: string): string[] => [
  "",
  ...file
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map(asPrinted),
  " ",
];

/** How wide a character is set, in heights of the line. */
const advance = (text: string): number => (/^[ -~]$/.test(text) ? 0.5 : 0.95);

/**
 * What a recogniser says of one line, step by step (`scores`: for each step one share a class, class 0 none) → its characters. A class
 * that stays over several steps is one character; it stands in their middle. Boxes in the line's pixels.
 */
export function charactersIn(
  scores: Float32Array,
  classes: number,
  alphabet: readonly string[],
  place: (step: number) => number,
  height: number,
): ReadSymbol[] {
  const found: { text: string; at: number; confidence: number }[] = [];
  let open = null as { letter: number; from: number; share: number } | null;
  const steps = scores.length / classes;
  for (let step = 0; step <= steps; step++) {
    const [letter, share] = step < steps ? best(scores, step * classes, classes) : [0, 0];
    if (open?.letter === letter) {
      open.share = Math.max(open.share, share);
      continue;
    }
    const text = open ? (alphabet[open.letter] ?? "") : "";
    if (open && text.trim() !== "")
      found.push({ text, at: place((open.from + step - 1) / 2), confidence: 100 * open.share });
    open = letter === 0 ? null : { letter, from: step, share };
  }
  return found.map(({ text, at, confidence }, i) => {
    const half = (advance(text) * height) / 2;
    const before = found[i - 1];
    const after = found[i + 1];
    const x0 = Math.max(at - half, before ? (before.at + at) / 2 : 0);
    const x1 = Math.min(at + half, after ? (at + after.at) / 2 : Number.POSITIVE_INFINITY);
    return { text, confidence, box: [Math.min(x0, x1 - 1), 0, x1, height] };
  });
}

function best(scores: Float32Array, from: number, classes: number): [letter: number, share: number] {
  let letter = 0;
  let share = scores[from]!;
  for (let i = 1; i < classes; i++) {
    const score = scores[from + i]!;
    if (score > share) {
      share = score;
      letter = i;
    }
  }
  return [letter, share];
}
