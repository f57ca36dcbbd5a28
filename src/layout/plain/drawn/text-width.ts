/** Width of text in units of a full-width character. */
export function textWidth(text: string): number {
  let units = 0;
  for (const char of text) units += char.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return units;
}
