import { z } from "zod";

/** What an address was asked for: rules for robots, a list of articles, an article, a file. */
export const COLLECTED_ROLES = ["robots", "list", "article", "attachment"] as const;

/** Where a date of publication is from, the surest first: the page's own tag, the address, the printed words, the list. */
export const DATE_ORIGINS = ["meta", "address", "printed", "list"] as const;

const Day = z.string().regex(/^\d{4}-\d\d-\d\d$/u);
const text = z.string().nullable();

/** One day on which something came out, by one origin, with the text that says so. */
export const CollectedDate = z.strictObject({ day: Day, from: z.enum(DATE_ORIGINS), text: z.string() });
export type CollectedDate = z.infer<typeof CollectedDate>;

/**
 * One address asked once: a line of `collected.jsonl`. Lines are only ever added. `outcome`: `stored` new bytes, `same` bytes that are
 * held already, `unchanged` the server's word that nothing changed, `again` it will be asked once more, `left` it was not taken.
 */
export const CollectedRequest = z.strictObject({
  line: z.literal("request"),
  round: z.int().min(1).meta({ description: "rounds count from 1; one that was cut short goes on under its number" }),
  address: z.string(),
  role: z.enum(COLLECTED_ROLES),
  hops: z
    .array(z.strictObject({ address: z.string(), status: z.int(), by: z.enum(["status", "refresh", "location"]) }))
    .meta({ description: "addresses that led on to another, in order; the first is the address that was asked" }),
  final: z.string().meta({ description: "the address that answered" }),
  foundOn: text.meta({ description: "the page with the link; null: named by a person" }),
  words: text.meta({ description: "words of the link" }),
  at: z.iso.datetime(),
  status: z.int().nullable(),
  headers: z.record(z.string(), z.string()),
  outcome: z.enum(["stored", "same", "unchanged", "again", "left"]),
  reason: text,
  sha256: text,
  bytes: z.int().nullable(),
  kind: text.meta({ description: "what the bytes are, by their first ones" }),
  file: text.meta({ description: "where the bytes stand, below the folder" }),
  name: text.meta({ description: "the file's name for people" }),
  title: text,
  publisher: text.meta({ description: "ContentSource of the page, or the body the list names" }),
  site: text.meta({ description: "SiteName, or the host" }),
  dates: z.array(CollectedDate),
});
export type CollectedRequest = z.infer<typeof CollectedRequest>;

/** A link that was seen and not asked for, with the reason. */
export const CollectedLeft = z.strictObject({
  line: z.literal("left"),
  round: z.int().min(1),
  address: z.string(),
  foundOn: text,
  words: text,
  reason: z.string(),
});
export type CollectedLeft = z.infer<typeof CollectedLeft>;

/** A round has come to its end: the next run begins another. */
export const CollectedEnd = z.strictObject({ line: z.literal("end"), round: z.int().min(1), at: z.iso.datetime() });

/** Any line of `collected.jsonl`. */
export const CollectedLine = z.discriminatedUnion("line", [CollectedRequest, CollectedLeft, CollectedEnd]);
export type CollectedLine = z.infer<typeof CollectedLine>;

/** The file's name in the folder that was collected into. */
export const COLLECTED = "collected.jsonl";

/** The date of the surest origin; null where none is known. */
export const publishedOn = (dates: readonly CollectedDate[]): CollectedDate | null =>
  [...dates].sort((a, b) => DATE_ORIGINS.indexOf(a.from) - DATE_ORIGINS.indexOf(b.from))[0] ?? null;
