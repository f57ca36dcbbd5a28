import type { CollectedRequest } from "../../schemas/collected.ts";
import type { Exchange } from "./exchange.ts";
import type { Page } from "./page.ts";

/** An address to ask for, with what is known of it where it was found. */
export interface Task {
  readonly address: URL;
  readonly role: CollectedRequest["role"];
  readonly foundOn: string | null;
  readonly words: string | null;
  /** The day the list prints. */
  readonly listed: string | null;
  readonly publisher: string | null;
  /** What is known of a file from its article. */
  readonly article?: Pick<CollectedRequest, "title" | "publisher" | "site" | "dates">;
}

/** What became of an address; `page` where it is one. */
export interface Answer {
  readonly line: CollectedRequest;
  readonly page: Page | null;
}

/** What an attempt found: its outcome, and what else is known. */
export type Found = Pick<CollectedRequest, "outcome" | "reason"> & Partial<CollectedRequest>;

/** Headers that are written down. */
const KEPT = [
  "content-type",
  "content-length",
  "content-encoding",
  "content-disposition",
  "etag",
  "last-modified",
  "location",
  "retry-after",
  "server",
] as const;

/** The headers of an answer that are written down. */
export function keptHeaders(exchanged: Exchange | null): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of KEPT) if (exchanged?.headers[name] !== undefined) headers[name] = exchanged.headers[name];
  return headers;
}

/** The line of an attempt: what was asked and where it led, with what was found. */
export function lineOf(
  { address, role, foundOn, words, publisher }: Task,
  way: Pick<CollectedRequest, "round" | "hops" | "final" | "at">,
  exchanged: Exchange | null,
  found: Found,
): CollectedRequest {
  return {
    line: "request",
    round: way.round,
    address: address.href,
    role,
    hops: way.hops,
    final: way.final,
    foundOn,
    words,
    at: way.at,
    status: exchanged?.status ?? null,
    headers: keptHeaders(exchanged),
    sha256: null,
    bytes: null,
    kind: null,
    file: null,
    name: null,
    title: null,
    publisher,
    site: null,
    dates: [],
    ...found,
  };
}
