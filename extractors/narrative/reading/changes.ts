import { type YearRef, yearNumber } from "../../../src/lib/reading.ts";
import type { Subject } from "../text/token.ts";
import { type Context, earlier, phaseHere } from "./context.ts";
import { type ChangeToken, changeMeasure, type NumberToken } from "./meaning.ts";
import { told } from "./telling.ts";

const isYearBefore = (base: Context["base"]): boolean =>
  base?.year != null && "offset" in base.year && base.year.offset === -1;

/** 比2019年减少, in the accounts of 2023: no change against the year before. */
function isYearOrYearBefore(base: Context["base"], own: YearRef, setting: Context["setting"]): boolean {
  const at = yearNumber(own ?? { offset: 0 }, setting.year);
  if (base?.year == null || at === null) return true;
  const against = yearNumber(base.year, at);
  // 与2017年执行数相比，决算数增加: the same year's, reported twice
  return (against === at && base.kind !== "actual") || against === at - 1;
}

/** The year whose figure is compared. */
function ownYear({ said, setting, time, base, told: before }: Context, concepts: readonly string[]): YearRef {
  const named = said.compares || said.year === null || earlier(said.year, setting) ? time.main : said.year;
  // 2013年执行数中，公务接待费较2013年预算数减少: of the year the sentence opened with
  const { opened } = time;
  const same =
    base?.kind === "budget" && base.year !== null && "stated" in base.year && opened !== null && "stated" in opened;
  const inOpened = same && named === null && opened.stated === (base.year as { stated: number }).stated ? opened : null;
  const own = said.own ?? named ?? inOpened;
  // 2016年预算33万元，2015年预算57.55万元，与上年对比减少: what is compared is the report's own year
  const both =
    earlier(own, setting) &&
    isYearBefore(base) &&
    before.some((o) => concepts.includes(o.concept) && !earlier(o.year, setting));
  return both ? null : own;
}

/** A change in money or in percent, with its sign; saved without a comparison it is a saving. */
export function changed(
  c: Context,
  subject: Subject,
  concepts: readonly string[],
  number: NumberToken,
  relation: ChangeToken,
): Context {
  const percent = number.of !== "money";
  const own = ownYear(c, concepts);
  if (!isYearOrYearBefore(c.base, own, c.setting)) return c;
  if (relation.saving && c.base === null)
    return told(c, { subject, concepts, measure: percent ? "saving_rate" : "saving", number, year: own });
  // 由690万元调整为701万元，调增11万元
  const last = c.told.at(-1);
  if (
    c.base === null &&
    /^(?:final_budget|adjustment)$/.test(last?.measure ?? "") &&
    concepts.includes(last?.concept ?? "")
  ) {
    const less = relation.sign < 0 ? { negative: true } : {};
    return percent
      ? c
      : told(c, { subject, concepts, measure: "adjustment", number, year: last?.year ?? own, more: less });
  }
  // 支出22万元，年初预算25万元，比年初预算少3万元: what was spent is compared
  const spent = c.base?.kind === "budget" && c.phase.seen.includes("actual");
  const found = changeMeasure(c.base, percent, c.setting, spent ? "actual" : phaseHere(c), own);
  const negative = relation.sign < 0 && !number.printed.startsWith("-") && /[1-9]/.test(number.printed);
  const more = {
    ...(negative ? { negative } : {}),
    ...(found.changeOf ? { changeOf: found.changeOf } : {}),
    ...(number.unit === null ? { unit: { text: "%", from: "form" } as const } : {}),
  };
  return told(c, { subject, concepts, measure: found.measure, number, year: found.year, more });
}
