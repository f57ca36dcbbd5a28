import type { PanelValue } from "../store/index.ts";
import { messages } from "./language.ts";

type Body = Pick<PanelValue, "entityId" | "entity" | "regionCode" | "parent" | "fiscalYear">;

/**
 * The name each body is shown by. Where several bodies have one name, what tells them apart stands behind it: the place, else the body
 * above it, else its id. `beside` says what the table shows beside the name anyway.
 */
export function bodyLabels(
  bodies: readonly Body[],
  placeOf: (code: string, year: number) => string,
  beside: "nothing" | "region" = "nothing",
): ReadonlyMap<string, string> {
  const namesakes = new Map<string, Map<string, Body>>();
  for (const body of bodies) {
    const group = namesakes.get(body.entity) ?? new Map<string, Body>();
    namesakes.set(body.entity, group.set(body.entityId, body));
  }
  const labels = new Map<string, string>();
  for (const group of namesakes.values())
    for (const body of group.values()) labels.set(body.entityId, labelOf(body, [...group.values()], placeOf, beside));
  return labels;
}

function labelOf(
  body: Body,
  group: readonly Body[],
  placeOf: (code: string, year: number) => string,
  beside: "nothing" | "region",
): string {
  const { entity, regionCode, parent, fiscalYear } = body;
  const alone = (of: (other: Body) => string | null): boolean =>
    of(body) !== null && group.filter((other) => of(other) === of(body)).length === 1;
  if (group.length === 1 || (beside === "region" && alone((other) => other.regionCode ?? ""))) return entity;
  const { told } = messages.panel;
  if (regionCode !== null && alone((other) => other.regionCode)) return told(entity, placeOf(regionCode, fiscalYear));
  if (parent !== null && alone((other) => other.parent)) return told(entity, parent);
  return told(entity, messages.panel.number(body.entityId));
}
