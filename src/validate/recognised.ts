import type { Fact, Finding, FindingSide, Record_, Source } from "../../schemas/index.ts";
import { push } from "../lib/push.ts";

/** Said of every finding that rests on a number read from a picture and stated nowhere else. */
const DOUBT = "（数字由图像识别，可能是误读）";
const DOUBT_EN = " (the digits were read from a picture: it may be a misreading)";

const spot = ({ page, table, row, col, quote }: Source): string =>
  [page, table, row, col, row === null ? quote : ""].join("|");
const magnitude = (value: string): string => value.replace(/^-/, "");
const printing = (source: Source, value: string): string => `${spot(source)}|${magnitude(value)}`;
const amount = (fact: Fact): string => magnitude(fact.yuan ?? `${fact.value}${fact.unit ?? ""}`);
const meaning = ({ concept, code, item, measure, fiscalYear, scope }: Fact): string =>
  [
    concept,
    code === null && /^(function|economic|project)$/.test(concept) ? item : "",
    measure,
    fiscalYear,
    scope,
  ].join("|");

/**
 * Findings of a document with pages that were read from pictures (`pages`): what rests on such a reading alone accuses nobody of an
 * error, for a misread digit breaks a sum as well as a misprinted one. A second place that states the same amount of the same thing
 * confirms the reading.
 */
export function tempered(
  findings: readonly Finding[],
  records: readonly Record_[],
  pages: ReadonlySet<number>,
): readonly Finding[] {
  if (pages.size === 0) return findings;
  const read = new Map<string, Fact>();
  const stated = new Map<string, Fact[]>();
  for (const record of records) {
    if (record.kind !== "fact") continue;
    read.set(printing(record.source, record.value), record);
    push(stated, `${meaning(record)}|${amount(record)}`, record);
  }
  const confirmed = ({ value, source }: FindingSide): boolean => {
    const fact = value === null ? undefined : read.get(printing(source, value));
    if (!fact) return false;
    const places = stated.get(`${meaning(fact)}|${amount(fact)}`) ?? [];
    return places.some((other) => spot(other.source) !== spot(fact.source));
  };
  return findings.map((f) =>
    f.sides.every((side) => !pages.has(side.source.page) || confirmed(side))
      ? f
      : {
          ...f,
          severity: f.severity === "error" ? "warning" : f.severity,
          message: `${f.message}${DOUBT}`,
          ...(f.messageEn === undefined ? {} : { messageEn: `${f.messageEn}${DOUBT_EN}` }),
        },
  );
}
