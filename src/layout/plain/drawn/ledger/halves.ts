import {
  CLOSES_SUM,
  CLOSES_TABLE,
  GRAND_TOTAL,
  LINE_NUMBER,
  NUMBERED_LABEL,
  PROJECT_HEAD,
  REVENUE_LABEL,
  SPEAKS_OF_EXPENDITURE,
  TOTAL_OF_HALF,
  UNNUMBERED_LABEL,
} from "../../../../../schemas/forms/text.ts";
import { largest } from "../../../../lib/long-lists.ts";
import type { PlainCell } from "../../grid-block.ts";
import type { Line } from "../../lines.ts";
import type { Drawn } from "./coded.ts";
import type { LedgerHead } from "./head.ts";
import { placeAmounts } from "./missing-cells.ts";
import { AMOUNT, bodyTokens, type Token } from "./tokens.ts";

/** A line of one half: its label, its number in 行次, its amounts. */
interface Entry {
  label: string;
  order: number | null;
  readonly amounts: string[];
  end: number;
}

const LONGEST_LABEL = 40;

/** 收入 beside 支出: each line of a half is a label, its number in 行次 and its amounts; blank cells are lost. */
export function readHalves(lines: readonly Line[], head: LedgerHead): Drawn | null {
  const naming = head.words.flatMap(({ kind, text }, i) => (kind === "name" && PROJECT_HEAD.test(text) ? [i] : []));
  const [left, right] = naming;
  if (left === undefined || right === undefined || naming.length > 2) return null;
  const amounts = (from: number, to: number): string[] =>
    head.words.slice(from, to).flatMap(({ kind, text }) => (kind === "amount" ? [text] : []));
  const [leftHeads, rightHeads] = [amounts(left, right), amounts(right, head.words.length)];
  if (leftHeads.length === 0 || rightHeads.length === 0) return null;
  const ordered = head.words.some(({ kind, text }) => kind === "order" && LINE_NUMBER.test(text));
  const entries = entriesOf(bodyTokens(lines, head.next), ordered);
  const halves = ordered ? byOrder(entries) : byMeaning(entries);
  if (halves === null || halves.some((half) => half.length < 2)) return null;
  const sides = [
    { heads: leftHeads, entries: halves[0]! },
    { heads: rightHeads, entries: halves[1]! },
  ];
  if (sides.some(({ heads, entries }) => entries.some((entry) => entry.amounts.length > heads.length))) return null;
  const bodies = sides.map(({ heads, entries }) => {
    // the sums stand last: they hold what every line above them adds up to
    const placed = placeAmounts(
      entries.map(({ amounts, label }, i) => ({
        code: TOTAL_OF_HALF.test(label) || CLOSES_SUM.test(label) ? null : `2${String(i).padStart(2, "0")}`,
        amounts,
      })),
      heads.map((head) => [head]),
    );
    return entries.map(({ label, order }, i): PlainCell[] => [
      { text: label },
      ...(ordered ? [{ text: order === null ? "" : String(order) }] : []),
      ...placed[i]!.cells.map((text) => ({ text })),
    ]);
  });
  const height = largest(bodies.map((body) => body.length));
  const rows = Array.from({ length: height }, (_, r) =>
    sides.flatMap(
      ({ heads }, s) => bodies[s]![r] ?? Array.from({ length: heads.length + (ordered ? 2 : 1) }, () => ({ text: "" })),
    ),
  );
  const group = (text: string, heads: readonly string[]): PlainCell => ({ text, cs: heads.length + (ordered ? 2 : 1) });
  const names = (at: number, heads: readonly string[]): PlainCell[] =>
    [head.words[at]!.text, ...(ordered ? ["行次"] : []), ...heads].map((text) => ({ text }));
  const marks = (from: number, heads: readonly string[]): PlainCell[] =>
    ["栏次", ...(ordered ? [""] : []), ...heads.map((_, i) => String(from + i))].map((text) => ({ text }));
  const header = [
    [group("收入", leftHeads), group("支出", rightHeads)],
    [...names(left, leftHeads), ...names(right, rightHeads)],
    ...(head.numbered === null ? [] : [[...marks(1, leftHeads), ...marks(1 + leftHeads.length, rightHeads)]]),
  ];
  return { rows: [...header, ...rows], next: largest(entries.map(({ end }) => end)) + 1 };
}

/** The lines of both halves in the order of the text. A number that goes on with 行次 and has no label is a line left blank. */
function entriesOf(tokens: readonly Token[], ordered: boolean): Entry[] {
  const entries: Entry[] = [];
  let [leftOrder, rightOrder, firstRight] = [0, 0, 0];
  const isOrder = (n: number): boolean =>
    n === leftOrder + 1 || (firstRight > 0 ? n === rightOrder + 1 : n > leftOrder + 3);
  for (const [i, { text, line }] of tokens.entries()) {
    const last = entries.at(-1);
    const begin = (label: string): Entry => {
      const entry = { label, order: null, amounts: [], end: line };
      entries.push(entry);
      return entry;
    };
    if (ordered && /^\d{1,2}$/u.test(text) && isOrder(Number(text))) {
      const open = last !== undefined && last.order === null && last.amounts.length === 0;
      const n = Number(text);
      // 12 behind a numbered label without amounts may be its amount; a line of its own needs the other half's number before it
      const entry = open ? last : begin("");
      entry.order = n;
      entry.end = line;
      if (n === leftOrder + 1) leftOrder = n;
      else {
        if (firstRight === 0) firstRight = n;
        rightOrder = n;
      }
    } else if (AMOUNT.test(text)) {
      if (last === undefined) return entries;
      last.amounts.push(text);
      last.end = line;
    } else {
      const fresh =
        last === undefined ||
        last.order !== null ||
        last.amounts.length > 0 ||
        NUMBERED_LABEL.test(text) ||
        UNNUMBERED_LABEL.test(text);
      if (fresh && closes(entries, text, tokens[i + 1]?.text ?? "")) return entries;
      if (fresh) begin(text);
      else {
        if (last.label.length + text.length > LONGEST_LABEL) return entries;
        last.label += text;
        last.end = line;
      }
    }
  }
  return entries;
}

/** Both totals have been read, and what follows is no line of the table. */
const closes = (entries: readonly Entry[], text: string, next: string): boolean =>
  entries.filter(({ label, amounts }) => CLOSES_TABLE.test(label) && amounts.length > 0).length >= 2 &&
  !GRAND_TOTAL.test(text) &&
  !AMOUNT.test(next);

/** The half whose lines are numbered from 1, and the one that goes on where it ends. */
function byOrder(entries: readonly Entry[]): [Entry[], Entry[]] | null {
  const orders = entries.flatMap(({ order }) => (order === null ? [] : [order]));
  const second = entries.find(
    ({ order }, i) => i > 0 && order !== null && order > 1 && entries[i - 1]!.order === 1,
  )?.order;
  if (second === undefined || second === null || orders.length < entries.length * 0.8) return null;
  const halves: [Entry[], Entry[]] = [[], []];
  for (const entry of entries) {
    if (entry.order === null) continue;
    const [half, row] = entry.order < second ? [halves[0], entry.order - 1] : [halves[1], entry.order - second];
    half[row] = entry;
  }
  return halves.map((half) =>
    Array.from(half, (entry) => entry ?? { label: "", order: null, amounts: [], end: 0 }),
  ) as [Entry[], Entry[]];
}

/** Without 行次: told by what the labels say; of two 总计 the first belongs to the income. Both halves end in the same row. */
function byMeaning(entries: readonly Entry[]): [Entry[], Entry[]] {
  const left: Entry[] = [];
  const right: Entry[] = [];
  for (const entry of entries) {
    const { label } = entry;
    const total = TOTAL_OF_HALF.test(label);
    const isLeft = total
      ? !left.some((other) => TOTAL_OF_HALF.test(other.label))
      : REVENUE_LABEL.test(label) && !SPEAKS_OF_EXPENDITURE.test(label);
    (isLeft ? left : right).push(entry);
  }
  const shorter = left.length < right.length ? left : right;
  const sums = shorter.findIndex(({ label }) => CLOSES_SUM.test(label));
  const gap = Math.abs(left.length - right.length);
  if (sums >= 0)
    shorter.splice(sums, 0, ...Array.from({ length: gap }, () => ({ label: "", order: null, amounts: [], end: 0 })));
  return [left, right];
}
