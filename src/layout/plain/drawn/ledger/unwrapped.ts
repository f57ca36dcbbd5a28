import type { Line } from "../../lines.ts";
import { AMOUNT, CODE_OF_LINE, isBelow } from "./tokens.ts";

const HAN = /\p{Script=Han}/u;
/** A line of a name is no longer. */
const LONGEST = 24;
/** Fewer lines that print a code and its amounts together are no lines as they were printed. */
const FEWEST = 3;

type Kind = "named" | "nameless" | "rest" | "other";

/**
 * Lines as they were printed, a name broken above and below its code: `机关事业单位基本⏎30108 6.18⏎养老保险缴费` → one line with the name behind
 * its code, and blank ones. As many lines of a name stand above a code as below it; where that does not come out nothing is changed.
 */
export function unwrapped(lines: readonly Line[], from: number): readonly Line[] {
  let to = from;
  while (to < lines.length && !isBelow(lines[to]!)) to++;
  const words = lines.slice(from, to).map(({ text }) => text.split(/[\s\u3000]+/u).filter((word) => word !== ""));
  const kinds = words.map(kindOf);
  if (kinds.filter((kind) => kind === "named").length < FEWEST || !kinds.includes("nameless")) return lines;
  const out = words.map((line) => [...line]);
  let due = 0;
  // from below: what stands under a code says how much of its name stands above it
  for (let i = kinds.length - 1; i >= 0; i--) {
    if (kinds[i] !== "nameless") continue;
    let below = 0;
    while (kinds[i + 1 + below] === "rest") below++;
    const own = below - due;
    due = 0;
    let above = 0;
    while (kinds[i - 1 - above] === "rest") above++;
    if (own < 1 || above < own) continue;
    const name = [...words.slice(i - own, i), ...words.slice(i + 1, i + 1 + own)].flat().join("");
    const at = namelessCode(words[i]!);
    out[i]!.splice(at + 1, 0, name);
    for (let k = 1; k <= own; k++) [out[i - k], out[i + k]] = [[], []];
    // lines that the code above shares with this one
    let before = i - 1;
    while (kinds[before] === "rest") before--;
    if (kinds[before] === "nameless") due = own;
  }
  return lines.map((line, k) => (k < from || k >= to ? line : { ...line, text: out[k - from]!.join(" ") }));
}

/** What a line holds: codes with their names, one code without its name, a part of a name, or anything else. */
function kindOf(words: readonly string[]): Kind {
  const codes = words.filter((word) => CODE_OF_LINE.test(word)).length;
  if (codes > 0 && words.some((word) => AMOUNT.test(word) && !CODE_OF_LINE.test(word)))
    return namelessCode(words) >= 0 ? "nameless" : "named";
  return words.length === 1 && HAN.test(words[0]!) && words[0]!.length <= LONGEST && !/\d/u.test(words[0]!)
    ? "rest"
    : "other";
}

/** The one code of a line that an amount follows, another code or the end; -1 where none or more than one is. */
function namelessCode(words: readonly string[]): number {
  const at = words.flatMap((word, i) => {
    const next = words[i + 1];
    const bare =
      next === undefined ||
      (AMOUNT.test(next) && /[.,]/u.test(next)) ||
      (CODE_OF_LINE.test(next) && !next.startsWith(word));
    return CODE_OF_LINE.test(word) && bare ? [i] : [];
  });
  return at.length === 1 ? at[0]! : -1;
}
