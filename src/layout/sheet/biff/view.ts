import type { SheetView } from "../sheet-view.ts";
import type { BiffRecord } from "./records.ts";

const ROW = 0x208;
const DEFAULT_ROW_HEIGHT = 0x225;
const COLUMNS = 0x7d;
const WINDOW = 0x23e;
/** Columns a binary worksheet can have. */
const MOST_COLUMNS = 256;
const ROWS = 65_536;

/** What a binary worksheet says about what of it is shown (MS-XLS 2.4.87, 2.4.221, 2.4.53, 2.4.346). */
export function biffView(records: readonly BiffRecord[]): SheetView {
  const rowsGone = new Set<number>();
  const columnsGone = new Set<number>();
  let zerosHidden = false;
  const stated = new Set<number>();
  let lowByDefault = false;
  for (const { type, data } of records) {
    if (type === ROW && data.length >= 16) {
      const row = data.readUInt16LE(0);
      stated.add(row);
      // Without height of its own (bit 15) the default's stands there.
      const height = data.readUInt16LE(6);
      if ((data[12]! & 0x20) !== 0 || (height & 0x7fff) === 0) rowsGone.add(row);
    } else if (type === DEFAULT_ROW_HEIGHT && data.length >= 4) lowByDefault = (data.readUInt16LE(0) & 2) !== 0;
    else if (type === COLUMNS && data.length >= 10) {
      const isGone = data.readUInt16LE(4) === 0 || (data.readUInt16LE(8) & 1) !== 0;
      const last = Math.min(data.readUInt16LE(2), MOST_COLUMNS - 1);
      if (isGone) for (let column = data.readUInt16LE(0); column <= last; column++) columnsGone.add(column);
    } else if (type === WINDOW && data.length >= 2) zerosHidden = (data.readUInt16LE(0) & 0x10) === 0;
  }
  if (lowByDefault) for (let row = 0; row < ROWS; row++) if (!stated.has(row)) rowsGone.add(row);
  return { zerosHidden, rowsGone, columnsGone };
}
