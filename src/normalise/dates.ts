const DATE = /(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?/u;

/** The first full date of a text as YYYY-MM-DD: `2024年4月30日`, `2024.4.30`; null where there is none or no such day. */
export function dateIn(text: string): string | null {
  const [, year, month, day] = DATE.exec(text.normalize("NFKC")) ?? [];
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const date = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const [y, m, d] = date.split("-").map(Number);
  return d! <= new Date(Date.UTC(y!, m!, 0)).getUTCDate() ? date : null;
}
