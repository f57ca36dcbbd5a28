import type { ReadSymbol } from "./engine.ts";
import type { InkMask } from "./ink.ts";
import type { Region } from "./text-lines.ts";

/** White wider than this many line heights stands between two parts that are printed apart. */
const PRINTED_APART = 1.1;

/** How wide a character is set, in ems. */
const advance = (text: string): number => (/^[\p{Script=Latin}\p{N}.,:;'()%\-+=/|!\s]+$/u.test(text) ? 0.5 : 1);

/**
 * Gives every character its place on the line by the ink and by how wide characters are set. The boxes an engine gives are loose, often by
 * a whole character, but their order is right; so characters are spread over the ink, parts that stand apart each over their own.
 */
export function placed(symbols: readonly ReadSymbol[], mask: InkMask, region: Region): ReadSymbol[] {
  if (symbols.length === 0) return [];
  const parts = inkParts(mask, region);
  if (parts.length === 0) return [...symbols];
  const widths = symbols.map(({ text }) => advance(text));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const ink = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  const out: ReadSymbol[] = [];
  let next = 0;
  let set = 0;
  let covered = 0;
  for (const [k, [from, to]] of parts.entries()) {
    covered += to - from;
    const first = next;
    const start = set;
    const until = (covered / ink) * total;
    while (next < symbols.length && (k === parts.length - 1 || set + widths[next]! / 2 <= until))
      set += widths[next++]!;
    const scale = (to - from) / Math.max(set - start, 0.5);
    let x = from;
    for (let i = first; i < next; i++) {
      const end = x + widths[i]! * scale;
      out.push({ ...symbols[i]!, box: [x, region.y0, end, region.y1] });
      x = end;
    }
  }
  return out;
}

/** Where there is ink on a line, broken where the white is wide. */
function inkParts({ width, ink }: InkMask, { x0, x1, y0, y1 }: Region): [number, number][] {
  const apart = PRINTED_APART * (y1 - y0);
  const parts: [number, number][] = [];
  for (let x = x0; x < x1; x++) {
    let inked = false;
    for (let y = y0; y < y1 && !inked; y++) inked = ink[y * width + x] === 1;
    if (!inked) continue;
    const last = parts.at(-1);
    if (last && x - last[1] < apart) last[1] = x + 1;
    else parts.push([x, x + 1]);
  }
  // a comma or a speck of its own is no part
  return parts.filter(([from, to]) => parts.length === 1 || to - from > 2);
}
