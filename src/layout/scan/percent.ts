import type { Piece } from "./piece.ts";

const DIGIT = /\d/;
/** What follows a number where its per cent sign was read as something else, or twice. */
const SIGN = /^[%％$#&‰]$/u;
/** After a number in running text these say that it had no unit but a per cent sign. */
const ENDS = /^[，。；、,;）)]$/u;

/**
 * Per cent signs engines take for a digit (`29.08%` as 29.088, `0%` as 08, `100%` as 1008 or 100): in running text, where an
 * amount has its unit behind it, a mark behind the figure gives them away (`prose`); elsewhere only a tail on which the readings disagree.
 */
export function percents(line: readonly Piece[], prose: boolean): Piece[] {
  const out: Piece[] = [];
  for (const [i, whole] of line.entries()) {
    const before = out.at(-1);
    // 20.00% as 20.0096, or as 20.00%6
    const piece = prose && /^\d+\.\d{2}[09]6$/.test(whole.text) ? { ...whole, text: whole.text.slice(0, -1) } : whole;
    if (before?.text === "%" && /^\d$/.test(piece.text) && ENDS.test(line[i + 1]?.text ?? "，")) continue;
    if (SIGN.test(piece.text) && before) {
      if (before.text === "%") continue;
      if (DIGIT.test(before.text)) {
        out.push({ ...piece, text: "%" });
        continue;
      }
    }
    const next = line[i + 1]?.text;
    if (DIGIT.test(piece.text) && next !== undefined && SIGN.test(next)) out.push(piece);
    else if (isMisread(piece, prose && next !== undefined && ENDS.test(next))) {
      const number = cut(piece);
      const [x0, y0, x1, y1] = piece.box;
      const at = x1 - (x1 - x0) / piece.text.length;
      out.push(
        { ...number, box: [x0, y0, at, y1] },
        { text: "%", box: [at, y0, x1, y1], confidence: piece.confidence },
      );
    } else out.push(piece);
  }
  return out;
}

/** Whether the last digit of a number is its per cent sign. */
function isMisread({ text, alternatives = [] }: Piece, unitless: boolean): boolean {
  if (!/^\d[\d.]*[4689]$/.test(text)) return false;
  // a cell may hold an amount of three decimals: there only the readings' disagreement tells
  if (unitless && (/^0\d$/.test(text) || /^\d{1,3}\.\d{1,2}8$/.test(text))) return true;
  const without = text.slice(0, -1);
  const tails = new Set(
    [text, ...alternatives].filter((other) => other.length === text.length && other.startsWith(without)),
  );
  const bare = alternatives.includes(without);
  return bare && (tails.size > 1 || (/^\d+$/.test(without) && Number(without) <= 100 && Number(text) > 100));
}

/** A number without the digit its per cent sign was read as. Where readings differed it stays in doubt, with what was read. */
function cut(piece: Piece): Piece {
  const text = piece.text.slice(0, -1);
  if (!piece.alternatives) return { ...piece, text };
  return { ...piece, text, alternatives: [piece.text, ...piece.alternatives.filter((other) => other !== text)] };
}

/** Whether a number, read alike twice, ends in a digit that is its sign: one reading has the sign behind it, the other has not. */
export const signReadAsDigit = (text: string, next: string | undefined, otherNext: string | undefined): boolean =>
  /\d8$/.test(text) && isSign(next) !== isSign(otherNext);

const isSign = (text: string | undefined): boolean => text !== undefined && SIGN.test(text);
