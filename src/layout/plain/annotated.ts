/** A character's reading behind it: 單(dān), 費(fèi). */
const READING = /(?<=\p{Script=Han})\([a-zü\u00e0-\u01dc\u1e3f]{1,6}\)/gu;
/** Fewer readings are words of the text. */
const FEWEST = 8;

/**
 * Pages that were put through a converter print traditional characters, many with their reading behind them: 財政撥款“三公”經(jīng)費(fèi). The
 * readings are no part of the text; the characters stay as they are printed.
 */
export function withoutReadings(text: string): string {
  if ((text.match(READING) ?? []).length < FEWEST) return text;
  return text.replace(READING, "");
}
