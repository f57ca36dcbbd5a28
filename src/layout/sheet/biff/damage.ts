import { type BiffRecord, biffRecords } from "./records.ts";

const BEGIN = 0x809;
const END = 0x0a;
const SHEET = 0x85;
/** No record is longer (MS-XLS 2.1.4; shorter in BIFF5). */
const LONGEST = 8224;
/** Some writers leave a few empty records between others; a stretch that was lost is read as many. */
const SOME = 8;

/**
 * What does not agree in a binary workbook with itself, one line each: sheets that do not begin where the workbook says, parts that do not end,
 * bytes that are no records. None where it is whole, and for any other file.
 */
export function biffDamage(bytes: Uint8Array): string[] {
  const records = biffRecords(bytes);
  return records === null || records[0]?.type !== BEGIN ? [] : [...sheetsAstray(records), ...brokenParts(records)];
}

function sheetsAstray(records: readonly BiffRecord[]): string[] {
  const begins = new Set(records.filter(({ type }) => type === BEGIN).map(({ at }) => at));
  const sheets = records.filter(({ type, data }) => type === SHEET && data.length >= 4);
  const astray = sheets.filter(({ data }) => !begins.has(data.readUInt32LE(0))).length;
  return astray > 0 ? [`${astray} of ${sheets.length} sheets do not begin where the workbook says`] : [];
}

/** Charts stand as parts within their sheets; behind the last part a stream may be filled up. */
function brokenParts(records: readonly BiffRecord[]): string[] {
  let open = 0;
  let foreign = 0;
  for (const { type, data } of records) {
    if (type === BEGIN) open++;
    else if (open === 0) continue;
    else if (type === END) open--;
    else if (data.length > LONGEST || (type === 0 && data.length === 0)) foreign++;
  }
  return [
    ...(foreign > SOME ? [`${foreign} records are none`] : []),
    ...(open > 0 ? ["a sheet does not end: what follows is missing"] : []),
  ];
}
