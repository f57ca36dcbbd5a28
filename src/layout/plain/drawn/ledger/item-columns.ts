import { SANGONG, SANGONG_SUMS } from "../../../../../schemas/forms/sangong.ts";
import { OVER_VEHICLES, PHASE_OF_HEADS, SUM_OF_HEADS } from "../../../../../schemas/forms/text.ts";
import { meaningOf } from "../../../../lib/words.ts";
import type { ColumnSum } from "../../accounts/sums.ts";
import type { HeadPath } from "./columns.ts";

/** A column of a table of “三公”经费: its heads, the phase among them, the other heads, and what they mean. */
export interface ItemColumn {
  readonly path: HeadPath;
  readonly phase: string;
  readonly item: string;
  readonly concept: string | null;
  /** One of 小计, 购置费 and 运行费 under 公务用车购置及运行费. */
  readonly vehicle: boolean;
}

/** What a column's heads say. */
export function itemColumn(path: HeadPath): ItemColumn {
  const own = path.filter((text) => !PHASE_OF_HEADS.test(text));
  const vehicle = OVER_VEHICLES.test(own.at(-2) ?? "");
  const sums = vehicle && SUM_OF_HEADS.test(own.at(-1)!);
  const concept = own.reduceRight<string | null>(
    (found, text) => found ?? meaningOf(text, SANGONG)?.concept ?? null,
    null,
  );
  return {
    path,
    phase: path.find((text) => PHASE_OF_HEADS.test(text)) ?? "",
    item: own.join("/"),
    concept: sums ? "sangong.vehicle" : concept,
    vehicle,
  };
}

/**
 * The sums of the form, in each phase that prints the whole and its parts once each; cars count with what was bought and run where their sum is not
 * printed. Null where a phase lacks the sum of the whole.
 */
export function itemSums(columns: readonly ItemColumn[]): ColumnSum[] | null {
  const sums: ColumnSum[] = [];
  for (const phase of new Set(columns.map((column) => column.phase))) {
    const only = (concept: string): number[] | null => {
      const at = columns.flatMap((column, i) => (column.phase === phase && column.concept === concept ? [i] : []));
      return at.length === 1 ? at : null;
    };
    let whole = false;
    for (const identity of SANGONG_SUMS) {
      const [at, parts] = [only(identity.whole), identity.parts.map((part) => only(part) ?? partsOf(part, only))];
      if (at === null || parts.some((part) => part === null)) continue;
      whole ||= identity.whole === "sangong.total";
      sums.push({ whole: at[0]!, parts: parts.flatMap((part) => part!) });
    }
    if (!whole) return null;
  }
  return sums;
}

function partsOf(concept: string, only: (concept: string) => number[] | null): number[] | null {
  const parts = SANGONG_SUMS.find(({ whole }) => whole === concept)?.parts.map(only);
  return parts === undefined || parts.includes(null) ? null : parts.flatMap((part) => part!);
}

/** The columns with those of the cars anywhere among the others, and a column of another item before or behind all. */
export function movedOrders(columns: readonly ItemColumn[]): (readonly ItemColumn[])[] {
  return inItems(columns, (items) => {
    const cars = items.filter(({ vehicle }) => vehicle);
    const rest = items.filter(({ vehicle }) => !vehicle);
    const other = rest.filter(({ concept }) => concept === null);
    const own = rest.filter(({ concept }) => concept !== null);
    if (cars.length < 2 || other.length > 1) return [];
    return own.flatMap((_, i) => {
      const order = own.toSpliced(i + 1, 0, ...cars);
      return other.length === 0
        ? [order]
        : [
            [...order, ...other],
            [...other, ...order],
          ];
    });
  });
}

/** Orders of the items of one phase → orders of all columns: the items of every phase stand in one order. */
function inItems(
  columns: readonly ItemColumn[],
  orders: (items: readonly ItemColumn[]) => (readonly ItemColumn[])[],
): (readonly ItemColumn[])[] {
  const phases = [...new Set(columns.map(({ phase }) => phase))];
  const items = columns.filter(({ phase }) => phase === phases[0]);
  const find = (phase: string, item: string): ItemColumn | undefined =>
    columns.find((column) => column.phase === phase && column.item === item);
  const inner = phases.length > 1 && columns[1]!.phase !== columns[0]!.phase;
  return orders(items).flatMap((order) => {
    const all = inner
      ? order.flatMap(({ item }) => phases.map((phase) => find(phase, item)))
      : phases.flatMap((phase) => order.map(({ item }) => find(phase, item)));
    const known = all.filter((column) => column !== undefined);
    return new Set(known).size === columns.length ? [known] : [];
  });
}
