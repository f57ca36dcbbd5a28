import type { Page } from "../page.ts";
import { catalogueTable } from "./catalogue.ts";
import type { Entry, ListForm, ListReading } from "./form.ts";
import { hanwebList } from "./hanweb.ts";
import { plainList } from "./plain.ts";
import { trsPages } from "./trs.ts";

export type { ListReading } from "./form.ts";

/** What says more of an entry comes first. */
const FORMS: readonly ListForm[] = [hanwebList, catalogueTable, trsPages, plainList];

/** All that the forms find on a page of a list, each address once, as the form that says most of it found it. */
export function readList(page: Page): Required<ListReading> {
  const entries = new Map<string, Entry>();
  const more = new Map<string, URL>();
  const scripted: string[] = [];
  for (const form of FORMS) {
    const found = form(page);
    for (const entry of found.entries) if (!entries.has(entry.address.href)) entries.set(entry.address.href, entry);
    for (const address of found.more) more.set(address.href, address);
    scripted.push(...(found.scripted ?? []));
  }
  more.delete(page.address.href);
  for (const address of more.keys()) entries.delete(address);
  return { entries: [...entries.values()], more: [...more.values()], scripted };
}
