import { joinLines } from "../lib/label.ts";

/** Printed text for a record: NFC, line breaks inside a cell removed; null where nothing but dashes stands there. */
export function tidyText(text: string | null): string | null {
  if (text === null) return null;
  const tidy = joinLines(text.normalize("NFC"));
  return tidy === "" || /^[-—–―─/]+$/u.test(tidy) ? null : tidy;
}

/** A label: line breaks removed, the spaces of justified printing (合　计, 因 公 出 国) too. */
export const tidyLabel = (label: string): string =>
  joinLines(label.normalize("NFC")).replace(
    /(?<=[\p{Script=Han}（）“”、：]) +(?=[\p{Script=Han}（）“”、：])|\u3000+/gu,
    "",
  );
