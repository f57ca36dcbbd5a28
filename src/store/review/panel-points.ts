import { type PanelQuestion, type PanelValue, panel } from "../panel.ts";
import { statement } from "../statements.ts";
import type { Store } from "../store.ts";

/** Whose numbers of which years are drawn, and in what unit. */
export interface PointsQuestion extends Omit<PanelQuestion, "bodies"> {
  /** Digits of a place. */
  readonly place?: string;
}

/** A seek in the index. */
const LAST_YEAR = `
SELECT max(fiscal_year) FROM observation WHERE concept = :concept AND measure = :measure AND fiscal_year BETWEEN :from AND :to`;
const EARLIEST = 0;
const LATEST = 9999;

/** What every body says of the last year of which any of those asked for says something: that year of the panel. */
export function panelPoints(
  store: Store,
  { place = "", from = EARLIEST, to = LATEST, ...question }: PointsQuestion,
): PanelValue[] {
  const { concept } = question;
  const measure = question.measure === "estimated" ? "actual" : question.measure;
  for (let last = to; ; ) {
    const year = statement(store.db, LAST_YEAR).pluck().get({ concept, measure, from, to: last }) as bigint | null;
    if (year === null) return [];
    const of = Number(year);
    const values = panel(store, { ...question, from: of, to: of }).filter(({ regionCode }) =>
      (regionCode ?? "").startsWith(place),
    );
    if (values.length > 0) return values;
    last = of - 1;
  }
}
