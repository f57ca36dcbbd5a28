import type { PrintedLine } from "./printed-lines.ts";
import type { Rule } from "./rules.ts";

/** So many dashes in a row rule something. */
const FEWEST_DASHES = 10;
const DASH = /^[-=_–—─━]+$/u;

/** A line typed of dashes as the rules it stands for; none where it holds anything else. */
export function typedRules(line: PrintedLine): { line: PrintedLine; rule: Rule }[] {
  const { glyphs } = line;
  const dashes = glyphs.reduce((sum, { text }) => sum + text.length, 0);
  if (dashes < FEWEST_DASHES || !glyphs.every(({ text }) => DASH.test(text))) return [];
  const at = (line.box[1] + line.box[3]) / 2;
  const out: { line: PrintedLine; rule: Rule }[] = [];
  let start = 0;
  for (let i = 1; i <= glyphs.length; i++) {
    if (i < glyphs.length && glyphs[i]!.box[0] - glyphs[i - 1]!.box[2] < 0.6 * line.size) continue;
    out.push({ line, rule: { at, from: glyphs[start]!.box[0], to: glyphs[i - 1]!.box[2] } });
    start = i;
  }
  return out;
}
