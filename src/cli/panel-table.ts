import type { PanelValue } from "../store/index.ts";

/** Bodies as rows, years as columns. Marked: `≈` printed as approximate, `*` other values are stated elsewhere. */
export function panelTable(values: readonly PanelValue[], corner: string, marked: boolean): string[][] {
  const years = [...new Set(values.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  const bodies = new Map<string, Map<number, PanelValue>>();
  for (const value of values) {
    const row = bodies.get(value.entity) ?? new Map<number, PanelValue>();
    bodies.set(value.entity, row.set(value.fiscalYear, value));
  }
  const shown = (value: PanelValue | undefined): string => {
    if (!value) return "";
    return marked ? `${value.approximate ? "≈" : ""}${value.value}${value.disagreeing > 0 ? "*" : ""}` : value.value;
  };
  return [
    [corner, ...years.map(String)],
    ...[...bodies].map(([entity, row]) => [entity, ...years.map((year) => shown(row.get(year)))]),
  ];
}
