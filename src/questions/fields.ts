import { z } from "zod";

/** Rows of a page: 100, at most 1,000. */
const ROWS = 100;
const MOST_ROWS = 1000;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

/** Parameters that several questions take. Addresses carry texts: numbers are read here. */
export const param = {
  cursor: z.string().max(400).optional().meta({ description: "next of the page before" }),
  limit: whole(1, MOST_ROWS).default(ROWS).meta({ description: "rows at most" }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .meta({ description: "the document's SHA-256" }),
  words: z.string().min(1).max(200),
  year: whole(1949, 2200),
  page: whole(1, 1_000_000),
  entityId: z
    .string()
    .regex(/^[0-9a-f]{12}(?:-\d+)?$/u)
    .meta({ description: "stable id of a body" }),
  place: z
    .string()
    .regex(/^\d{2}(?:\d{2}){0,2}$/u)
    .meta({ description: "2, 4 or 6 digits of a GB/T 2260 code" }),
  flag: z.enum(["0", "1"]).transform((v) => v === "1"),
};

export const paging = { cursor: param.cursor, limit: param.limit };

/** A decimal as text: money is never a float. */
export const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/u);
export const text = z.string().nullable();
export const count = z.number().int();
export const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .nullable()
  .meta({ description: "left, top, right, bottom in points, origin top left" });

/** A page of rows. */
export const pageOf = <R extends z.ZodObject>(row: R) =>
  z.strictObject({ rows: z.array(row), next: z.string().nullable().meta({ description: "cursor of the next page" }) });
