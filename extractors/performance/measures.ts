import {
  FUNDING_LINES,
  LONG_TERM,
  MEASURE_HEADS,
  NO_MONEY,
  UNIT_BEHIND,
} from "../../schemas/forms/performance/funding.ts";
import type { Measure } from "../../schemas/index.ts";
import { conceptNamed } from "../../src/lib/concept.ts";
import type { Cell } from "../../src/lib/layout.ts";
import type { FactReading, YearRef } from "../../src/lib/reading.ts";
import type { PrintedUnit } from "../../src/lib/section.ts";
import { bareNumber, doubtsOf, type Form, itemOf, label, placeOf, unitIn } from "./form.ts";

const MAX_HEAD = 30;
/** Measure a head names; `null` where it names something that is no fact (分值, 得分), `undefined` where it names none. */
export function measureIn(printed: string): Measure | null | undefined {
  const text = label(printed);
  if (text === "" || text.length > MAX_HEAD) return undefined;
  return MEASURE_HEADS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** Concept of a line of the 资金 block, `null` for a line that is none. */
export function fundingConcept(printed: string): string | null {
  const text = label(printed);
  return LONG_TERM.test(text) || NO_MONEY.test(text)
    ? null
    : (FUNDING_LINES.find(([, pattern]) => pattern.test(text))?.[0] ?? null);
}

const RATES: ReadonlySet<Measure> = new Set(["execution_rate", "saving_rate", "share"]);

/** Unit of a number: printed with it, named by its head, the form's money unit, or % for a rate. */
export function unitOf(measure: Measure, cell: Cell, head: string, money: PrintedUnit): PrintedUnit {
  if (/[%％]/.test(cell.text)) return { text: "%", from: "cell" };
  if (RATES.has(measure)) return { text: "%", from: /[%％]/.test(head) ? "column" : "form" };
  const beside = UNIT_BEHIND.exec(cell.text)?.[1];
  if (beside) return { text: beside, from: "cell" };
  const above = unitIn(head);
  return above ? { text: above, from: "column" } : money;
}

/** A number of a form with its meaning. */
export interface Meaning {
  readonly extractor: string;
  readonly concept: string;
  readonly measure: Measure;
  readonly scope: string | null;
  readonly year: YearRef;
  readonly unit: PrintedUnit;
  /** The row's label, cleaned by `itemOf`. */
  readonly label: string;
}

/** The reading of one cell; `printed` where only a part of the cell is the number. */
export function factOf(form: Form, r: number, cell: Cell, meaning: Meaning, printed: string = cell.text): FactReading {
  const item = itemOf(meaning.label);
  return {
    kind: "fact",
    extractor: meaning.extractor,
    place: placeOf(form, r, cell),
    concept: conceptNamed(meaning.concept),
    item: item === "" ? null : item,
    code: null,
    measure: meaning.measure,
    year: meaning.year,
    scope: meaning.scope,
    fund: null,
    basis: "table",
    printed: bareNumber(printed).trim(),
    unit: meaning.unit,
    ...doubtsOf([cell]),
  };
}
