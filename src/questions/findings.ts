import { z } from "zod";
import { findingRows } from "../store/index.ts";
import { box, count, pageOf, paging, param, text } from "./fields.ts";
import { question } from "./question.ts";

const STATUSES = ["open", "accepted", "ignored", "asked"] as const;
const side = z.strictObject({
  sha256: z.string(),
  file: z.string(),
  slot: text,
  label: text,
  value: text,
  unit: text,
  page: count,
  box,
  quote: text,
});

/** What does not fit together, and what people decided about it. */
export const findings = question({
  name: "findings",
  path: "findings",
  title: ["疑点", "Findings"],
  params: z.strictObject({
    ...paging,
    sha256: param.sha256.optional(),
    entity: param.words.optional(),
    entity_id: param.entityId.optional(),
    fiscal_year: param.year.optional(),
    rule: z.string().max(80).optional(),
    severity: z.enum(["error", "warning", "info"]).optional(),
    status: z.enum([...STATUSES, "decided"]).optional(),
    key: z
      .string()
      .regex(/^[0-9a-f]{24}$/u)
      .optional(),
  }),
  answer: pageOf(
    z.strictObject({
      key: z.string(),
      sha256: z.string(),
      file: z.string(),
      entity: text,
      fiscalYear: count.nullable(),
      rule: z.string(),
      severity: z.string(),
      message: z.string(),
      scope: text,
      expected: text,
      difference: text,
      tolerance: text,
      equation: text,
      cause: text,
      across: z.boolean(),
      sides: z.array(side),
      status: z.enum(STATUSES),
      decisions: z.array(
        z.strictObject({ action: z.enum(STATUSES), reason: z.string(), author: text, on: z.string() }),
      ),
      reopened: text,
    }),
  ),
  ask: (store, { fiscal_year: fiscalYear, entity_id: entityId, ...asked }) =>
    findingRows(store, { ...asked, fiscalYear, entityId }),
});
