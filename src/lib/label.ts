import { MARKS_OF_ORDER } from "../../schemas/forms/labels.ts";
import { squeeze } from "./grid.ts";
import { withoutMarkBehind } from "./note-marks.ts";
import { remembered } from "./remembered.ts";

/** A row label as printed without its order marks and without 其中：. `（1）公务用车购置费` → `公务用车购置费`. */
export function stripNumbering(label: string): string {
  let text = label.trim();
  for (let round = 0; round < 4; round++) {
    const mark = MARKS_OF_ORDER.find((m) => m.test(text));
    if (!mark) break;
    const rest = text.replace(mark, "").trimStart();
    if (rest === "") break;
    text = rest;
  }
  return text;
}

/** A label for comparing: no white space, no numbering, brackets and colons in one width. */
export const labelKey = remembered((label) =>
  stripNumbering(withoutMarkBehind(squeeze(label)))
    .normalize("NFKC")
    .replace(/[“”"'‘’《》]/gu, "")
    .replace(/[:：,，、。]+$/u, ""),
);

/** Text of a cell whose line breaks are layout only: joined without a space between Han characters. */
export function joinLines(text: string): string {
  return text
    .replace(/[\u200b\ufeff]/gu, "")
    .split(/[\r\n\v\f\u2028]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .reduce(
      (whole, line) => (/[A-Za-z0-9]$/.test(whole) && /^[A-Za-z]/.test(line) ? `${whole} ${line}` : whole + line),
      "",
    );
}
