import { type PanelCoverage, type PanelValue, regionName, type Series } from "../store/index.ts";
import { bodyLabels } from "./body-labels.ts";
import { messages } from "./language.ts";

/** Marked: `≈` printed as approximate, `*` other values are stated elsewhere. */
function shown(value: PanelValue | undefined, marked: boolean): string {
  if (!value) return "";
  return marked ? `${value.approximate ? "≈" : ""}${value.value}${value.disagreeing > 0 ? "*" : ""}` : value.value;
}

const yearsOf = (values: readonly PanelValue[]): number[] =>
  [...new Set(values.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);

const bodyOf = ({ body }: PanelValue): string => String(body);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const grouped = (values: readonly PanelValue[], keyOf: (value: PanelValue) => string): [string, PanelValue[]][] => {
  const groups = new Map<string, PanelValue[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return [...groups];
};

/** One series: bodies as rows, years as columns. */
export function panelTable(values: readonly PanelValue[], corner: string, marked: boolean): string[][] {
  const years = yearsOf(values);
  const labels = bodyLabels(values, regionName);
  return [
    [corner, ...years.map(String)],
    ...grouped(values, bodyOf).map(([, row]) => [
      labels.get(row[0]!.body)!,
      ...years.map((year) =>
        shown(
          row.find(({ fiscalYear }) => fiscalYear === year),
          marked,
        ),
      ),
    ]),
  ];
}

/** Body and year as rows, series as columns; the last column says what to know of the numbers of the row. */
export function wideTable(values: readonly PanelValue[], series: readonly Series[], marked: boolean): string[][] {
  const { wideColumns, notes } = messages.panel;
  const labels = bodyLabels(values, regionName, "region");
  const sorted = grouped(values, (value) => `${bodyOf(value)}\n${value.fiscalYear}`).sort(
    ([, [a]], [, [b]]) => compare(a!.entity, b!.entity) || a!.body - b!.body || a!.fiscalYear - b!.fiscalYear,
  );
  return [
    [...wideColumns, ...series.map(({ concept, measure }) => `${concept} ${measure}`), notes],
    ...sorted.map(([, row]) => [
      labels.get(row[0]!.body)!,
      row[0]!.regionCode ?? "",
      String(row[0]!.fiscalYear),
      ...series.map(({ concept, measure }) =>
        shown(
          row.find((value) => value.concept === concept && value.measure === measure),
          marked,
        ),
      ),
      row
        .map((value) => [value.concept, notesOf(value)])
        .filter(([, note]) => note !== "")
        .map(([concept, note]) => `${concept}: ${note}`)
        .join("; "),
    ]),
  ];
}

function notesOf(value: PanelValue): string {
  const { note } = messages.panel;
  return [
    value.basis === "narrative" ? note.prose : "",
    value.approximate ? note.approximate : "",
    value.restated ? note.restated(value.restated.value, value.restated.sourceYear) : "",
    value.restated === null && value.disagreeing > 0 ? note.disagreeing(value.disagreeing) : "",
    value.findings > 0 ? note.findings(value.findings) : "",
    value.sourceYear !== null && value.sourceYear !== value.fiscalYear ? note.source(value.sourceYear) : "",
  ]
    .filter(Boolean)
    .join(messages.panel.note.between);
}

/** A row for every value, with all that is known of it. */
export function longTable(values: readonly PanelValue[]): string[][] {
  const labels = bodyLabels(values, regionName, "region");
  return [
    [...messages.panel.longColumns],
    ...values.map((value) => [
      labels.get(value.body)!,
      value.regionCode ?? "",
      String(value.fiscalYear),
      value.concept,
      value.measure,
      value.value,
      value.unit ?? "",
      value.basis,
      value.approximate ? "1" : "0",
      String(value.disagreeing),
      value.restated?.value ?? "",
      value.restated ? String(value.restated.sourceYear) : "",
      String(value.findings),
      value.sourceYear === null ? "" : String(value.sourceYear),
      value.path,
      String(value.page),
    ]),
  ];
}

/** Every place of the panel and how it is filled. */
export const coverageTable = (places: readonly PanelCoverage[]): string[][] => [
  [...messages.panel.coverageColumns],
  ...places.map((place) => [
    place.entity,
    place.regionCode ?? "",
    String(place.fiscalYear),
    place.concept,
    place.measure,
    messages.panel.status[place.status],
    String(place.findings),
    place.restated ? "1" : "0",
  ]),
];

/** Values of the bodies that have one in every year and series. */
export function balanced(
  values: readonly PanelValue[],
  series: readonly Series[],
  years: readonly number[],
): PanelValue[] {
  const wanted = series.length * years.length;
  return grouped(values, bodyOf).flatMap(([, row]) => (row.length === wanted ? row : []));
}
