const SPACES = /[ \t\u00a0\u2000-\u200a\u3000]+/gu;
const WORDLIKE = /[\p{Script=Latin}\p{N}.,%]$/u;
const WORDLIKE_START = /^[\p{Script=Latin}\p{N}]/u;
const HAN = /^\p{Script=Han}$/u;

/** From this width in ems a run of spaces sets apart what stands on one line: 部门：…　　单位：万元. */
const APART_EM = 1.4;
/** A line on which more of the neighbouring Han characters than this are spaced is set wide: 因 公 出 国. */
const SET_WIDE = 0.4;

/**
 * The spaces of a typed line that a printed page shows, so that a document reads the same whatever it was saved as: between words and
 * numbers; outside tables also between Han characters and where parts of a line stand apart. Those typed between Han characters and
 * digits (`2024 年度`) cannot be told from the gap every typesetter leaves there.
 */
export function printedSpaces(line: string, insideCell: boolean): string {
  const text = line.trim();
  if (!/[ \t\u00a0\u2000-\u200a\u3000]/u.test(text)) return text;
  const wide = isSetWide(text);
  return text.replace(SPACES, (spaces, at: number) => {
    const before = text[at - 1] ?? "";
    const after = text[at + spaces.length] ?? "";
    if (WORDLIKE.test(before) && WORDLIKE_START.test(after)) return " ";
    if (insideCell || wide) return "";
    return widthOf(spaces) > APART_EM || (HAN.test(before) && HAN.test(after)) ? " " : "";
  });
}

/** In ems: an ideographic space is one, a tab counts as two, any other as half. */
const widthOf = (spaces: string): number =>
  [...spaces].reduce((width, space) => width + (space === "\u3000" ? 1 : space === "\t" ? 2 : 0.5), 0);

function isSetWide(text: string): boolean {
  const close = text.match(/\p{Script=Han}(?=\p{Script=Han})/gu)?.length ?? 0;
  const spaced = text.match(/\p{Script=Han}(?=[ \u00a0\u2000-\u200a\u3000]+\p{Script=Han})/gu)?.length ?? 0;
  return spaced > SET_WIDE * (close + spaced);
}
