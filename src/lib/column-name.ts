/** A field's name as columns are called in the store, the exports and every answer: `fiscalYear` → `fiscal_year`. */
export const columnName = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A value with every field in it named as a column; `names` says what else one is called. */
export const namedAsColumns = (value: unknown, names: Readonly<Record<string, string>> = {}): unknown => {
  if (Array.isArray(value)) return value.map((item) => namedAsColumns(item, names));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, of]) => [names[field] ?? columnName(field), namedAsColumns(of, names)]),
  );
};
