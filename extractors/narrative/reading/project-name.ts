import { EVALUATED, GENERIC, LEAD, NO_PROJECT, POINT, REPORT, TITLE } from "../vocabulary/evaluated-projects.ts";

function clean(name: string): string | null {
  const bare = name
    .replace(LEAD, "")
    .replace(/^[）、的\d.]+/, "")
    .replace(POINT, "");
  if (bare.length < 4 || GENERIC.test(bare) || NO_PROJECT.test(bare)) return null;
  return bare;
}

/** The project a text names last before its evaluation; null where it names none. Canonical text. */
export function projectBefore(text: string): string | null {
  const clauses = text.split(/[，。；：]/);
  for (const clause of clauses.reverse())
    for (const m of [...clause.matchAll(EVALUATED)].reverse()) {
      const name = clean(m[1] as string);
      if (name !== null) return name;
    }
  return null;
}

/** The project of a report's own title: 2022年度XX项目绩效自评报告. */
export function projectOfTitle(headings: readonly string[]): string | null {
  for (const heading of [...headings].reverse()) {
    if (!REPORT.test(heading)) continue;
    const m = TITLE.exec(heading);
    const name = m === null ? null : clean(m[1] as string);
    if (name !== null) return name;
  }
  return null;
}
