import { meaningKey } from "../../extractors/narrative/reading/meaning-key.ts";
import { BODY_END, OFFICE_ALONE } from "../../schemas/forms/bodies.ts";
import { squeeze } from "../lib/grid.ts";
import type { FactReading, Reading, UnreadNumber } from "../lib/reading.ts";
import type { Section } from "../lib/section.ts";

/** What a section of prose yielded. */
export interface Yielded {
  readonly section: Section;
  readonly items: readonly (Reading | UnreadNumber)[];
}

const NUMBER = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+)/u;
/** No name is longer. */
const LONGEST = 24;

/** The body whose name alone is a heading over a section: 二、某县某站, （一）局机关; null where none is. */
function bodyOver({ headings }: Section): string | null {
  for (const heading of [...headings].reverse()) {
    const name = squeeze(heading).normalize("NFKC").replace(NUMBER, "");
    if (OFFICE_ALONE.test(name)) return name;
    if (name.length >= 4 && name.length <= LONGEST && !/[\d，。；：]/u.test(name) && BODY_END.test(name)) return name;
  }
  return null;
}

const isOf = (body: string, entity: string | null): boolean =>
  entity !== null && !OFFICE_ALONE.test(body) && (entity.includes(body) || body.includes(entity));

const amountOf = ({ printed, unit, negative }: FactReading): string =>
  `${negative ? "-" : ""}${printed}${unit?.text ?? ""}`;

/** Whether two headings tell the same of different bodies: the page is parted by them. */
function isParted(all: readonly Yielded[]): boolean {
  const told = new Map<string, { readonly body: string; readonly amount: string }>();
  for (const { section, items } of all) {
    const body = bodyOver(section);
    if (body === null) continue;
    for (const item of items) {
      if (item.kind !== "fact") continue;
      const before = told.get(meaningKey(item));
      if (before !== undefined && before.body !== body && before.amount !== amountOf(item)) return true;
      if (before === undefined) told.set(meaningKey(item), { body, amount: amountOf(item) });
    }
  }
  return false;
}

/**
 * A page on several bodies, each under a heading that is its name: what stands below another than the reporting one is nobody's here and
 * is listed as not read.
 */
export function withoutOthers(all: readonly Yielded[], entity: string | null): readonly (Reading | UnreadNumber)[] {
  const ofProse = all.filter(({ section }) => section.kind === "prose");
  const parted = isParted(ofProse);
  return all.flatMap(({ section, items }) => {
    const body = parted && section.kind === "prose" ? bodyOver(section) : null;
    if (body === null || isOf(body, entity)) return items;
    return items.map((item): Reading | UnreadNumber =>
      item.kind !== "fact"
        ? item
        : {
            kind: "unread",
            page: item.place.page,
            box: item.place.box,
            printed: `${item.printed}${item.unit?.text ?? ""}`,
            sentence: item.place.quote ?? item.printed,
          },
    );
  });
}
