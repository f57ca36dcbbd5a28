/** One sentence of a canonical paragraph, with the place it begins at. */
export interface Sentence {
  readonly start: number;
  readonly text: string;
}

const LONGEST = 1500;
/** How far a bracket may reach: one that is never closed ends with its sentence. */
const BRACKET = 200;

/** Ends at 。！？ outside brackets: 运行费500万元（购置费100万元。运行费400万元。）比上年增加10万元 is one sentence. */
export function sentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  let start = 0;
  let closes = -1;
  let end = text.indexOf("）");
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === "（" && i > closes) {
      // The next closing bracket is looked for once, however many open before it.
      if (end >= 0 && end < i) end = text.indexOf("）", i);
      closes = end >= 0 && end - i <= BRACKET ? end : -1;
    }
    const ends = /[。！？]/.test(char) && i > closes;
    if (!ends && i - start + 1 < LONGEST) continue;
    if (i > start) out.push({ start, text: text.slice(start, i + 1) });
    start = i + 1;
  }
  if (start < text.length) out.push({ start, text: text.slice(start) });
  return out;
}
