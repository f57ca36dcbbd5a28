/** A field's name as columns are called in the store, the exports and every answer: `fiscalYear` → `fiscal_year`. */
export const writtenName = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A value with every field in it named as a column; `names` says what else one is called. */
export const asWrittenNames = (value: unknown, names: Readonly<Record<string, string>> = {}): unknown => {
  if (Array.isArray(value)) return value.map((item) => asWrittenNames(item, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, of]) => [names[field] ?? writtenName(field), asWrittenNames(of, names)]),
  );
};
