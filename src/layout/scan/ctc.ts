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

/** A character read less surely than this has a second reading. */
const SURE = 0.99;

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
  const found: { text: string; at: number; confidence: number; second?: string }[] = [];
  let open = null as { letter: number; from: number; share: number; peak: number } | null;
  const steps = scores.length / classes;
  for (let step = 0; step <= steps; step++) {
    const [letter, share] = step < steps ? best(scores, step * classes, classes) : [0, 0];
    if (open?.letter === letter) {
      if (share > open.share) [open.share, open.peak] = [share, step];
      continue;
    }
    const text = open ? (alphabet[open.letter] ?? "") : "";
    if (open && text.trim() !== "")
      found.push({ text, at: place((open.from + step - 1) / 2), ...howSure(scores, classes, alphabet, open) });
    open = letter === 0 ? null : { letter, from: step, share, peak: step };
  }
  return found.map(({ text, at, confidence, second }, i) => {
    const half = (advance(text) * height) / 2;
    const before = found[i - 1];
    const after = found[i + 1];
    const x0 = Math.max(at - half, before ? (before.at + at) / 2 : 0);
    const x1 = Math.min(at + half, after ? (at + after.at) / 2 : Number.POSITIVE_INFINITY);
    const box = [Math.min(x0, x1 - 1), 0, x1, height] as const;
    return { text, confidence, box, ...(second === undefined ? {} : { second }) };
  });
}

/** A nought comes as two characters, and so do letters and figures with a wide form. */
const alike = (a: string, b: string): boolean => a === b || (/^[0〇]$/u.test(a) && /^[0〇]$/u.test(b));

/** How sure a character is, the shares of its other forms with its own, and what it would be otherwise. */
function howSure(
  scores: Float32Array,
  classes: number,
  alphabet: readonly string[],
  { letter, share, peak }: { readonly letter: number; readonly share: number; readonly peak: number },
): { confidence: number; second?: string } {
  const text = alphabet[letter]!;
  const forms = [letter];
  let sum = share;
  while (sum < SURE) {
    const [next, more] = best(scores, peak * classes, classes, forms);
    const other = (alphabet[next] ?? "").trim();
    if (!alike(text, other)) return { confidence: 100 * sum, second: other };
    forms.push(next);
    sum += more;
  }
  return { confidence: 100 * sum };
}

const NONE: readonly number[] = [];

/** The class with the largest share, some left aside. */
function best(
  scores: Float32Array,
  from: number,
  classes: number,
  but: readonly number[] = NONE,
): [letter: number, share: number] {
  let letter = 0;
  let share = but.includes(0) ? -1 : scores[from]!;
  for (let i = 1; i < classes; i++) {
    const score = scores[from + i]!;
    if (score > share && !but.includes(i)) {
      share = score;
      letter = i;
    }
  }
  return [letter, share];
}
