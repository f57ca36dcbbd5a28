import { columnName } from "../column-name.ts";
import { CellLooks, type Run } from "../printed-runs.ts";
import { ruledBy } from "../ruled-looks.ts";
import type { SheetExtras } from "../sheet-extras.ts";
import { biffDrawn } from "./drawn.ts";
import { type BiffLooks, biffLooks } from "./looks.ts";
import { type BiffRecord, biffRecords } from "./records.ts";
import { biffRules } from "./rules.ts";
import { characters, inRuns, sharedRuns } from "./texts.ts";
import { biffView } from "./view.ts";

const BOF = 0x809;
const EOF = 0x0a;
const SST = 0xfc;
const BOUNDSHEET = 0x85;
const CODEPAGE = 0x42;
const MULRK = 0xbd;
const LABELSST = 0xfd;
const RSTRING = 0xd6;
/** Cells of one value, each with row, column and format in front: FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING. */
const CELLS = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, LABELSST, RSTRING]);
const BIFF8 = 0x600;

/**
 * What the reader behind does not hand over of a binary workbook (MS-XLS): struck-out and white cells and runs, raised digits, rows and columns
 * without size, rules, zeros not shown. One of every sheet, in the workbook's order; none for any other file.
 */
export function biffExtras(bytes: Uint8Array): SheetExtras[] {
  const records = biffRecords(bytes);
  if (records === null || records[0]?.type !== BOF) return [];
  const isBiff8 = records[0].data.readUInt16LE(0) === BIFF8;
  const end = records.findIndex(({ type }) => type === EOF);
  const globals = records.slice(0, end < 0 ? records.length : end);
  const looks = biffLooks(globals, isBiff8);
  const shared = sharedRuns(
    globals.find(({ type }) => type === SST),
    looks,
  );
  const page = globals.find(({ type }) => type === CODEPAGE)?.data.readUInt16LE(0) ?? 1252;
  return globals
    .filter(({ type, data }) => type === BOUNDSHEET && data.length >= 8)
    .map(({ data }) => {
      const from = records.findIndex(({ at }) => at === data.readUInt32LE(0));
      return extrasOf(from < 0 ? [] : ofSheet(records, from), { looks, shared, isBiff8, page });
    });
}

/** The records of one sheet; charts and the like inside it have beginnings and ends of their own. */
function ofSheet(records: readonly BiffRecord[], from: number): BiffRecord[] {
  const own: BiffRecord[] = [];
  let depth = 0;
  for (let i = from; i < records.length; i++) {
    const record = records[i]!;
    if (record.type === BOF) depth++;
    if (depth === 1) own.push(record);
    if (record.type === EOF && --depth === 0) break;
  }
  return own;
}

interface Book {
  readonly looks: BiffLooks;
  readonly shared: ReadonlyMap<number, readonly Run[]>;
  readonly isBiff8: boolean;
  readonly page: number;
}

function extrasOf(records: readonly BiffRecord[], book: Book): SheetExtras {
  const rules = biffRules(records, book.looks);
  const cells = new CellLooks(rules.length > 0);
  const add = (row: number, column: number, format: number, runs: readonly Run[]): void =>
    cells.add(`${columnName(column)}${row + 1}`, book.looks.cell(format), book.looks.isFilled(format), runs);
  for (const { type, data } of records) {
    if (type === MULRK && data.length >= 12)
      for (let k = 0; 6 * k + 10 <= data.length - 2; k++)
        add(data.readUInt16LE(0), data.readUInt16LE(2) + k, data.readUInt16LE(4 + 6 * k), []);
    if (!CELLS.has(type) || data.length < 6) continue;
    const shared = type === LABELSST && data.length >= 10 ? book.shared.get(data.readUInt32LE(6)) : undefined;
    const runs = type === RSTRING ? richString(data, book) : (shared ?? []);
    add(data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4), runs);
  }
  return {
    ...cells.found,
    formats: new Map(),
    unsolved: false,
    view: biffView(records),
    rules: ruledBy(rules),
    ...biffDrawn(records, book.isBiff8, decoderOf(book.page)),
  };
}

/** A cell that holds its own text in runs, as BIFF5 writes them and BIFF8 on a clipboard; BIFF5 counts bytes of the code page. */
function richString(data: Buffer, { looks, isBiff8, page }: Book): Run[] {
  if (data.length < 9) return [];
  const length = data.readUInt16LE(6);
  if (isBiff8) {
    const wide = (data[8]! & 1) === 1;
    const end = 9 + length * (wide ? 2 : 1);
    const text = characters(data.subarray(9), wide, length);
    const count = end + 2 <= data.length ? data.readUInt16LE(end) : 0;
    const runs = Array.from({ length: Math.min(count, Math.floor((data.length - end - 2) / 4)) }, (_, i) => ({
      from: data.readUInt16LE(end + 2 + 4 * i),
      font: data.readUInt16LE(end + 4 + 4 * i),
    }));
    return runs.length === 0 ? [] : inRuns(text, runs, looks);
  }
  const bytes = data.subarray(8, 8 + length);
  const count = data[8 + length] ?? 0;
  const decoder = decoderOf(page);
  const runs = Array.from({ length: Math.min(count, Math.floor((data.length - 9 - length) / 2)) }, (_, i) => ({
    from: decoder.decode(bytes.subarray(0, data[9 + length + 2 * i]!)).length,
    font: data[10 + length + 2 * i]!,
  }));
  return runs.length === 0 ? [] : inRuns(decoder.decode(bytes), runs, looks);
}

/** Simplified and traditional Chinese as Windows numbers their code pages; any other as Western European. */
const decoderOf = (page: number) =>
  new TextDecoder(page === 936 || page === 54936 ? "gb18030" : page === 950 ? "big5" : "windows-1252");
