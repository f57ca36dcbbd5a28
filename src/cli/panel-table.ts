import { type PanelCoverage, type PanelValue, regionName, type Series } from "../store/index.ts";
import { bodyLabels } from "./body-labels.ts";
import { messages } from "./language.ts";

/** What stands before and behind a number: `≈` printed as approximate, `*` disputed, `†` corrected or added by a person. */
const marksOf = ({ approximate, disputed, status }: PanelValue): string =>
  `${approximate ? "≈" : ""}${disputed ? "*" : ""}${status === "corrected" || status === "added" ? "†" : ""}`;

/** A number is never shown without what is known against it. */
function shown(value: PanelValue | undefined): string {
  if (!value) return "";
  const marks = marksOf(value);
  return marks.startsWith("≈") ? `≈${value.value}${marks.slice(1)}` : `${value.value}${marks}`;
}

/** A body as far as its numbers reach: 部门, 本级 and 单位 have rows of their own. */
const rowKey = ({ entityId, scope }: PanelValue): string => `${entityId}\n${scope}`;

const grouped = (values: readonly PanelValue[], keyOf: (value: PanelValue) => string): [string, PanelValue[]][] => {
  const groups = new Map<string, PanelValue[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups];
};

/** The names of the rows: with the scope where a body has several. */
function rowLabels(values: readonly PanelValue[], beside: "nothing" | "region"): (value: PanelValue) => string {
  const labels = bodyLabels(values, regionName, beside);
  const scopes = new Map<string, Set<string>>();
  for (const { entityId, scope } of values) scopes.set(entityId, (scopes.get(entityId) ?? new Set()).add(scope));
  return (value) => {
    const label = labels.get(value.entityId)!;
    if (value.summed !== null) return messages.panel.told(label, messages.panel.summed(value.summed));
    const several = scopes.get(value.entityId)!.size > 1;
    return several ? messages.panel.told(label, messages.scopeNames[value.scope]) : label;
  };
}

/** One series: bodies as rows, the years asked for as columns; a year without a value is a gap. */
export function panelTable(values: readonly PanelValue[], years: readonly number[], corner: string): string[][] {
  const labelOf = rowLabels(values, "nothing");
  return [
    [corner, ...years.map(String)],
    ...grouped(values, rowKey).map(([, row]) => [
      labelOf(row[0]!),
      ...years.map((year) => shown(row.find(({ fiscalYear }) => fiscalYear === year))),
    ]),
  ];
}

const seriesName = ({ concept, measure }: Series): string => `${concept}:${measure}`;

/** Body, scope and year as rows, series as columns; the last column says what to know of the numbers of the row. */
export function wideTable(values: readonly PanelValue[], series: readonly Series[]): string[][] {
  const labelOf = rowLabels(values, "region");
  return [
    ["entity", "region_code", "scope", "fiscal_year", ...series.map(seriesName), "notes"],
    ...wideRows(values).map((row) => [
      labelOf(row[0]!),
      row[0]!.regionCode ?? "",
      row[0]!.scope,
      String(row[0]!.fiscalYear),
      ...series.map((one) => shown(ofSeries(row, one))),
      notesOfRow(row),
    ]),
  ];
}

/** The same for programs: plain numbers, each with its unit and its marks beside it. */
export function wideCsv(values: readonly PanelValue[], series: readonly Series[]): string[][] {
  const parts = series.flatMap((one) => [seriesName(one), `${seriesName(one)}:unit`, `${seriesName(one)}:marks`]);
  return [
    ["entity_id", "entity", "region_code", "scope", "fiscal_year", ...parts, "notes"],
    ...wideRows(values).map((row) => [
      row[0]!.entityId,
      row[0]!.entity,
      row[0]!.regionCode ?? "",
      row[0]!.scope,
      String(row[0]!.fiscalYear),
      ...series.flatMap((one) => {
        const value = ofSeries(row, one);
        return value ? [value.value, value.unit ?? "", marksOf(value)] : ["", "", ""];
      }),
      notesOfRow(row),
    ]),
  ];
}

const ofSeries = (row: readonly PanelValue[], { concept, measure }: Series): PanelValue | undefined =>
  row.find((value) => value.concept === concept && value.measure === measure);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const wideRows = (values: readonly PanelValue[]): PanelValue[][] =>
  grouped(values, (value) => `${rowKey(value)}\n${value.fiscalYear}`)
    .map(([, row]) => row)
    .sort(
      ([a], [b]) => compare(a!.entity, b!.entity) || compare(rowKey(a!), rowKey(b!)) || a!.fiscalYear - b!.fiscalYear,
    );

const notesOfRow = (row: readonly PanelValue[]): string =>
  row
    .map((value) => [value.concept, notesOf(value)])
    .filter(([, note]) => note !== "")
    .map(([concept, note]) => `${concept}: ${note}`)
    .join("; ");

function notesOf(value: PanelValue): string {
  const { note } = messages.panel;
  return [
    value.summed === null ? "" : messages.panel.summed(value.summed),
    value.basis === "narrative" ? note.prose : "",
    value.approximate ? note.approximate : "",
    value.status === "corrected" || value.status === "added" ? note.corrected : "",
    value.restated ? note.restated(value.restated.value, value.restated.sourceYear) : "",
    value.restated === null && value.disagreeing > 0 ? note.disagreeing(value.disagreeing) : "",
    value.findings > 0 ? note.findings(value.findings) : "",
    value.sourceYear !== null && value.sourceYear !== value.fiscalYear ? note.source(value.sourceYear) : "",
  ]
    .filter(Boolean)
    .join(note.between);
}

/** A value under the names that exports and the store's views have: one line of JSON, one row of the long table. */
export const recordOf = (value: PanelValue) => ({
  entity_id: value.entityId,
  entity: value.entity,
  region_code: value.regionCode,
  scope: value.scope,
  fiscal_year: value.fiscalYear,
  concept: value.concept,
  measure: value.measure,
  value: value.value,
  unit: value.unit,
  basis: value.basis,
  status: value.status,
  approximate: value.approximate,
  disputed: value.disputed,
  disagreeing: value.disagreeing,
  findings: value.findings,
  restated_value: value.restated?.value ?? null,
  restated_year: value.restated?.sourceYear ?? null,
  summed: value.summed,
  source_year: value.sourceYear,
  document: value.summed === null ? value.document : null,
  file: value.summed === null ? value.path : null,
  page: value.summed === null ? value.page : null,
  record: value.summed === null ? value.record : null,
});

/** A place of the panel under the same names. */
export const placeOf = (place: PanelCoverage) => ({
  entity_id: place.entityId,
  entity: place.entity,
  region_code: place.regionCode,
  scope: place.scope,
  fiscal_year: place.fiscalYear,
  concept: place.concept,
  measure: place.measure,
  coverage: place.status,
  disputed: place.disputed,
  findings: place.findings,
  restated: place.restated,
});

const field = (value: string | number | boolean | null): string =>
  value === null ? "" : typeof value === "boolean" ? (value ? "1" : "0") : String(value);

/** Records as rows below their names. */
export const tableOf = (records: readonly Readonly<Record<string, string | number | boolean | null>>[]): string[][] =>
  records.length === 0 ? [] : [Object.keys(records[0]!), ...records.map((record) => Object.values(record).map(field))];

/** Values of the rows that have one in every year and series. */
export function balanced(
  values: readonly PanelValue[],
  series: readonly Series[],
  years: readonly number[],
): PanelValue[] {
  const wanted = series.length * years.length;
  return grouped(values, rowKey).flatMap(([, row]) => (row.length === wanted ? row : []));
}
