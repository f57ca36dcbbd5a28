import type { Source } from "../../schemas/index.ts";
import type { Place, Reading } from "../lib/reading.ts";
import { printedBox } from "../lib/table-record.ts";

/** Quotes are verbatim and at most this long. */
const QUOTE_LENGTH = 120;

/** A record's source from the reading's place; the quote cut at 120 characters, never inside a surrogate pair. */
export function sourceOf(place: Place): Source {
  const quote = place.quote === null ? null : cut(place.quote.normalize("NFC").trim());
  return {
    page: Math.max(1, place.page),
    bbox: printedBox(place.box),
    table: place.table,
    row: place.row,
    col: place.col,
    quote: quote === "" ? null : quote,
    ...(place.confidence === undefined ? {} : { confidence: Math.round(place.confidence) }),
    ...(place.address ? { address: place.address } : {}),
  };
}

const cut = (text: string): string => {
  if (text.length <= QUOTE_LENGTH) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(QUOTE_LENGTH - 1)) ? QUOTE_LENGTH - 1 : QUOTE_LENGTH;
  return text.slice(0, end);
};

/** What a person can follow to the place: `第7页 表2 行3 列1`. */
export function whereOf({ place }: Pick<Reading, "place">): string {
  const parts = [`第${place.page}页`];
  if (place.table !== null) parts.push(`表${place.table}`);
  if (place.row !== null) parts.push(`行${place.row + 1}`);
  if (place.col !== null) parts.push(`列${place.col + 1}`);
  return place.address ? place.address : parts.join(" ");
}
