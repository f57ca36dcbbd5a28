/** One record a line. Exact integers (bigint) leave as decimal strings. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value, (_, v) => (typeof v === "bigint" ? v.toString() : v))}\n`;
