import type { SearchHit } from "../store/index.ts";
import { messages } from "./language.ts";

const BOLD = "\u001b[1;31m";
const PLAIN = "\u001b[0m";

/** A hit for people: where, then the line with the words marked (in colour on a terminal, in 【】 elsewhere). */
export function searchText({ path, page, table, snippet, marks }: SearchHit, colour: boolean): string {
  const [open, close] = colour ? [BOLD, PLAIN] : ["【", "】"];
  let line = "";
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    line += `${snippet.slice(at, from)}${open}${snippet.slice(from, to)}${close}`;
    at = to;
  }
  const place = table === null ? "" : ` ${messages.show.table(table)}`;
  return `${path} ${messages.page(page)}${place}\n    ${line}${snippet.slice(at)}`;
}
