import { largest } from "../../../../lib/long-lists.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import type { Drawn } from "./coded.ts";
import { type CodedRow, codedRows } from "./coded-rows.ts";
import type { LedgerHead } from "./head.ts";

const blank = (): PlainCell[] => [{ text: "" }, { text: "" }, { text: "" }];

/** 编码 | 名称 | 金额 two or three times beside each other: every code goes on in the lane whose last code it follows. */
export function readLanes(lines: readonly Line[], head: LedgerHead, lanes: number): Drawn | null {
  const amounts = head.words.filter(({ kind }) => kind === "amount").map(({ text }) => text);
  const rows = codedRows(lines, head.next);
  const coded = rows.filter(({ parts }) => parts.length > 0);
  if (coded.length < 2 || coded.some((row) => row.parts.length > 1 || row.amounts.length > 1)) return null;
  const amount = amounts.at(-1) ?? "金额";
  const code = head.words.find(({ kind }) => kind === "code")!.text;
  const name = head.words.find(({ kind }) => kind === "name")?.text ?? "科目名称";
  const columns: CodedRow[][] = Array.from({ length: lanes }, () => []);
  const body: PlainCell[][] = [];
  let line: (CodedRow | null)[] = [];
  const flush = (): void => {
    if (line.length > 0)
      body.push(Array.from({ length: lanes }, (_, i) => line[i]).flatMap((row) => (row ? cellsOf(row) : blank())));
    line = [];
  };
  for (const row of coded) {
    const lane = laneOf(row.parts[0]!, columns, line.length);
    if (lane < line.length) flush();
    while (line.length < lane) line.push(null);
    line.push(row);
    columns[lane]!.push(row);
  }
  flush();
  const sums = rows.filter(({ parts, amounts }) => parts.length === 0 && amounts.length === 1);
  if (sums.length > 0)
    body.push(
      sums.flatMap(({ label, amounts: [sum] }, i) => {
        // the last sum stands under the last lane
        const over = i === sums.length - 1 ? lanes - i : 1;
        return [{ text: label, cs: 3 * over - 1 }, { text: sum! }];
      }),
    );
  const header = Array.from({ length: lanes }, () => [code, name, amount].map((text) => ({ text }))).flat();
  // 人员经费 over the first lane, 公用经费 over the others
  const groups = head.words.flatMap(({ text }) => (/^(?:日常)?(?:人员|公用)经费$/u.test(text) ? [text] : []));
  const top = groups.map((text, i) => ({ text, cs: 3 * (i === groups.length - 1 ? lanes - i : 1) }));
  return {
    rows: [...(groups.length > 0 && groups.length <= lanes ? [top] : []), header, ...body],
    next: rows.at(-1)!.end + 1,
  };
}

const cellsOf = ({ parts, label, amounts }: CodedRow): PlainCell[] =>
  [parts[0]!, label, amounts[0] ?? ""].map((text) => ({ text }));

/** The lane whose last code is the nearest before a code; a lane still empty where none is, or where the code opens another class. */
function laneOf(code: string, columns: readonly (readonly CodedRow[])[], from: number): number {
  let best = -1;
  for (const [i, lane] of columns.entries()) {
    const last = lane.at(-1)?.parts[0];
    if (last === undefined || last.padEnd(5, "0") >= code.padEnd(5, "0")) continue;
    if (best < 0 || last.padEnd(5, "0") > columns[best]!.at(-1)!.parts[0]!.padEnd(5, "0")) best = i;
  }
  const empty = columns.findIndex((lane) => lane.length === 0);
  const rows = largest(columns.map((lane) => lane.length));
  // the first line of the table fills its lanes one after the other
  if (empty >= 0 && (best < 0 || (rows <= 1 && from > 0))) return empty;
  return Math.max(0, best);
}
