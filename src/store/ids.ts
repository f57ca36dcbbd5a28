import { createHash } from "node:crypto";
import { placeOf } from "./entities/regions.ts";

const digits = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

/**
 * Id of a body by the name it was first found by (as names are compared) and its place: the same in every store that reads the same
 * files, whatever came first; a place that took over another's whole territory is that place.
 */
export const bodyId = (key: string, region: string | null): string =>
  digits(`${key}|${region === null ? "" : placeOf(region)}`, 12);

/** What a report's id is made of. */
export interface ReportIdParts {
  readonly body: string;
  readonly fiscalYear: number | bigint | null;
  readonly kind: string;
  readonly scope: string;
  readonly project: string;
  readonly part: number | bigint;
}

/** Id of a report: `3f09c1d2ab77-2024-final_accounts-department`, behind it the projects (hashed) and the part from the second on. */
export const reportId = ({ body, fiscalYear, kind, scope, project, part }: ReportIdParts): string =>
  [
    body,
    fiscalYear === null ? "unstated" : String(fiscalYear),
    kind,
    scope,
    ...(project === "" ? [] : [digits(project, 8)]),
    ...(Number(part) === 1 ? [] : [`p${part}`]),
  ].join("-");
