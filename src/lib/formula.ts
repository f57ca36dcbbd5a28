/**
 * Text a spreadsheet would take for a formula (`=4次`, `+5%`, `-863.16万元`, `@…`, in full width too: `＝1+1`) gets a `'` in front; plain numbers
 * stay.
 */
export const withoutFormula = (text: string): string =>
  /^[=+\-@\t\r＝＋－＠]/u.test(text) && !/^-?\d+(\.\d+)?$/u.test(text) ? `'${text}` : text;
