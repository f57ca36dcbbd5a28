import { z } from "zod";
import { BASES, FUNDS } from "./vocabulary.ts";

/** A decimal number as a string: `"4873.59"`, `"-863.16"`. Never a float. */
export const DecimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: "十进制数 decimal as text, as printed, without thousands separators" });

/** `[x0, y0, x1, y1]` in PDF points, origin at the top left of the page. */
export const Box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: "位置框 bounding box in points, origin top left" });
export type Box = z.infer<typeof Box>;

/**
 * Where a record stands. Pages count from 1 (a document without pages is page 1); tables from 1; rows and columns from 0.
 * `quote` is verbatim, at most 120 characters. `address` is what a person can follow where there are no pages:
 * `三公!B7`, `block 12 table 3`, `container.zip/member.pdf`.
 */
export const Source = z
  .strictObject({
    page: z.int().min(1).meta({ description: "页码 page, from 1" }),
    bbox: Box.nullable(),
    table: z.int().min(1).nullable().meta({ description: "表序 number of the table in the document, from 1" }),
    row: z.int().min(0).nullable(),
    col: z.int().min(0).nullable(),
    quote: z.string().max(120).nullable().meta({ description: "原文 verbatim text" }),
    confidence: z
      .int()
      .min(0)
      .max(100)
      .optional()
      .meta({ description: "识别把握 read from a picture: how sure the reader is, 0–100; absent where it was not" }),
    address: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "地址 an address to follow where there are no pages" }),
  })
  .meta({ id: "source", title: "出处" });
export type Source = z.infer<typeof Source>;

/** Where a record was read: in a table or in the prose. */
export const Basis = z.enum(BASES).meta({ description: "依据 table 表格 or narrative 文字说明" });
export type Basis = z.infer<typeof Basis>;

/** Whose money a line counts (资金性质). */
export const Fund = z.enum(FUNDS).meta({
  description:
    "资金性质 appropriation 财政拨款, general_public 一般公共预算, government_fund 政府性基金, state_capital 国有资本经营",
});
export type Fund = z.infer<typeof Fund>;
