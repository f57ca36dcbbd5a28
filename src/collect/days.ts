import type { CollectedDate } from "../../schemas/collected.ts";
import type { PageTags } from "./tags.ts";

/** `2023-8-15`, `2023/08/15`, `2023.8.15`, and with the signs for year, month and day between them. */
const DAY = /(?<!\d)((?:19|20)\d\d)[^\d\s]\s?(\d{1,2})[^\d\s]\s?(\d{1,2})(?!\d)/u;
/** How far behind its label a printed date stands. */
const REACH = 16;

/** Words before the day on which a page came out, the surest first; 时间 or 日期 alone may be of anything. */
const LABELS = ["发布时间", "发布日期", "公开时间", "公开日期", "发布于"];

/** A day that the calendar has, as ISO; null for 2023-02-30. */
export function isoDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** The first day a text names, with its words; null where it names none. */
export function dayIn(text: string): { readonly day: string; readonly text: string } | null {
  const found = DAY.exec(text);
  const day = found && isoDay(found[1]!, found[2]!, found[3]!);
  return day ? { day, text: found[0] } : null;
}

/** Days in addresses: `/art/2023/8/15/`, `/202308/t20230815_12.shtml`, `P020230815….pdf`, `/20230815/`, `/2023-08/15/`. */
const IN_ADDRESS = [
  /\/t(20\d\d)(\d\d)(\d\d)_\d+/u,
  /\/[PW]0(20\d\d)(\d\d)(\d\d)\d{6,}/u,
  /\/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})\//u,
  /\/(20\d\d)(\d\d)(\d\d)\//u,
];

/** The day an address carries. */
export function dayOfAddress(address: URL): CollectedDate | null {
  for (const pattern of IN_ADDRESS) {
    const found = pattern.exec(address.pathname);
    const day = found && isoDay(found[1]!, found[2]!, found[3]!);
    if (day) return { day, from: "address", text: found[0] };
  }
  return null;
}

function printedDay(shown: string): CollectedDate | null {
  for (const label of LABELS)
    for (let at = shown.indexOf(label); at >= 0; at = shown.indexOf(label, at + 1)) {
      const found = dayIn(shown.slice(at + label.length, at + label.length + REACH));
      if (found) return { day: found.day, from: "printed", text: `${label} ${found.text}` };
    }
  return null;
}

/** Every day on which a page says, or its address or its list says, that it came out; one an origin. */
export function daysOf(address: URL, tags: PageTags | null, shown: string, listed: string | null): CollectedDate[] {
  const meta = tags?.pubDate ? dayIn(tags.pubDate) : null;
  const list = listed === null ? null : dayIn(listed);
  return [
    meta && tags ? { day: meta.day, from: "meta" as const, text: tags.pubDate! } : null,
    dayOfAddress(address),
    printedDay(shown),
    list && { day: list.day, from: "list" as const, text: list.text },
  ].filter((date) => date !== null);
}
