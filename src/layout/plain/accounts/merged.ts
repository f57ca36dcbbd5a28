import { TITLE_END } from "../../../../schemas/forms/captions.ts";
import { REMARK_HEAD } from "../../../../schemas/forms/heads.ts";
import {
  CAPTION_OF_ACCOUNTS as CAPTION,
  HEADS_OF_ACCOUNTS,
  HEADS_OF_OTHER_FORMS,
  MARK_OF_COLUMN,
  NAMES_HALF,
  PHASE_OF_HEADS,
  SUM_OF_HEADS,
} from "../../../../schemas/forms/text.ts";
import { append, largest } from "../../../lib/long-lists.ts";
import { isBody, isNumbering, squeezed } from "../account-rows.ts";
import type { PlainCell } from "../grid-block.ts";
import { joinTorn, type Tear } from "../torn-rows.ts";
import { type ColumnKind, type HeadNode, headTrees, kindOfHead, pathsOf } from "./head-tree.ts";
import { sumsHold } from "./sums.ts";

const AMOUNT = /^[-－−△▲+]?[（(]?[¥￥]?\d[\d,，]*(?:[.．]\d+)?[)）]?[%％]?$/u;
const HAN = /\p{Script=Han}/u;
/** The rows of a table with their merged cells, and whether the columns of its amounts are known. */
export interface Merged {
  /** Lines in rows of their own above the header: title, unit, body. */
  readonly above: readonly string[];
  readonly cells: readonly (readonly PlainCell[])[];
  readonly known: boolean;
}

/**
 * Rows of a table of accounts between tabs or bars. What was merged is printed once: either the cells behind and below it stay blank, or they
 * are left out and the row is filled up at its end. The header's cells are put back over the columns of the body, 合计 over the columns that
 * name lines. Null where the rows are no such table or nothing is merged; `known` is false where more than one reading of the header is left.
 */
export function readMerged(rows: readonly (readonly string[])[]): Merged | null {
  const width = largest(rows.map((row) => row.length));
  const whole = readColumns(rows, width);
  if (whole?.known) return whole;
  // a bar that closes every row is no column
  const filled = largest(rows.map((row) => row.findLastIndex((text) => text.trim() !== "") + 1));
  const narrow = filled < width ? readColumns(rows, filled) : null;
  return narrow?.known ? narrow : whole;
}

function readColumns(rows: readonly (readonly string[])[], width: number): Merged | null {
  const texts = rows.map((row) => Array.from({ length: width }, (_, c) => squeezed(row[c] ?? "")));
  const top = texts.findIndex((row, r) => isBody(row, r, AMOUNT));
  const titles = texts.slice(0, top).findIndex((row) => !standsAbove(row));
  if (titles < 0) return null;
  const heads = texts.slice(titles, top).filter((row) => !isNumbering(row));
  if (top < 1 || width < 3 || heads.length === 0) return null;
  const words = heads.flat().join("|");
  if (!HEADS_OF_ACCOUNTS.test(words) || HEADS_OF_OTHER_FORMS.test(words)) return null;
  const kinds = kindsByHeads(heads.at(-1)!) ?? kindsOf(texts.slice(top), width);
  const places = texts.slice(top).map((row) => alignedRow(row, kinds));
  const header = headerOf(heads, kinds, places);
  const lost = lanesOf(kinds).length > 1 && texts.slice(top).some((row) => namesAmongNumbers(row, kinds));
  if (lost && header === null) return null;
  const body = lost ? texts.slice(top).map((row) => laneRow(row, kinds, pathsOf(header!))) : places;
  const moved = body.some(({ cells }, r) => cells.some(({ text, cs }, c) => cs !== 1 || text !== texts[top + r]![c]));
  if (header === null && heads.every((row) => row.every((text) => text !== "")) && !moved) return null;
  const printed = (r: number, text: string): string => rows[r]!.find((cell) => squeezed(cell) === text) ?? text;
  const numbering = texts
    .slice(titles, top)
    .filter(isNumbering)
    .map((row) => numberingRow(row, kinds));
  const named: PlainCell[][] =
    header === null ? heads.map((row) => row.map((text) => ({ text }))) : headRows(header, depthOf(header));
  const asPrinted = new Map(rows.slice(0, top).flatMap((row) => row.map((text) => [squeezed(text), text] as const)));
  return {
    above: rows.slice(0, titles).flatMap((row) => row.filter((text) => text.trim() !== "")),
    cells: [
      ...named.map((row) => row.map((cell) => ({ ...cell, text: asPrinted.get(cell.text) ?? cell.text }))),
      ...numbering,
      ...body.map(({ cells }, r) => cells.map(({ text, cs }) => ({ text: printed(top + r, text), cs }))),
    ],
    known: header !== null || heads.every((row) => row.at(-1) !== ""),
  };
}

/** A row with one text that is no group of heads, or with captions: 某表, 单位：万元, 公开01表. */
const standsAbove = (row: readonly string[]): boolean => {
  const filled = row.filter((text) => text !== "");
  return (
    filled.length === 0 ||
    (filled.length === 1 &&
      (row.length === 1 || row[0] === "" || TITLE_END.test(filled[0]!) || CAPTION.test(filled[0]!))) ||
    filled.every((text) => CAPTION.test(text) || TITLE_END.test(text) || text === "?")
  );
};

/** What stands in each column, where the lowest row of heads names every one of them, names and numbers in two lanes. */
function kindsByHeads(heads: readonly string[]): ColumnKind[] | null {
  const kinds = heads.map((text) => {
    const is = kindOfHead(text);
    if (is === null && REMARK_HEAD.test(text)) return "label";
    return is === "name" || is === "code" ? "label" : is === "amount" || is === "group" ? "number" : null;
  });
  const known = kinds.filter((kind) => kind !== null);
  return known.length === heads.length && lanesOf(known).length > 1 ? known : null;
}

/** What stands in each column, by the rows that fill it to the end: words and the codes before them, or numbers. */
function kindsOf(body: readonly (readonly string[])[], width: number): ColumnKind[] {
  const full = body.filter((row) => row.at(-1) !== "");
  const rows = full.length > 1 ? full : body;
  const words = Array.from({ length: width }, (_, c) => {
    const filled = rows.filter((row) => row[c] !== "");
    return (
      filled.length > 0 && filled.filter((row) => HAN.test(row[c]!) && !AMOUNT.test(row[c]!)).length * 2 > filled.length
    );
  });
  const codes = Array.from({ length: width }, (_, c) => {
    const filled = rows.map((row) => row[c]!).filter((text) => text !== "" && !HAN.test(text));
    return filled.length > 0 && filled.every((text) => /^\d{1,7}$/u.test(text));
  });
  const kinds: ColumnKind[] = [];
  for (let c = 0; c < width; c++) {
    let named = c;
    while (named < width && !words[named] && codes[named]) named++;
    const before = codes[c] && words[named] === true && c + 3 >= named;
    // 204 | 06 | 01: the parts of a code stand in columns of their own
    const part = kinds.at(-1) === "label" && rows.every((row) => row[c] === "" || PART_OF_CODE.test(row[c]!));
    const whole = body.some((row) => /^\d{3,7}$/u.test(row[c]!));
    kinds.push(words[c] || (before && (whole || part)) ? "label" : "number");
  }
  return kinds;
}
const PART_OF_CODE = /^\d{2}$|^(?:[合总]计|\p{Script=Han}.*)$/u;

interface Aligned {
  readonly cells: readonly { readonly text: string; readonly cs: number }[];
}

/** A row under its columns: where a number would stand among the names of lines, the label before it reaches over all columns of names. */
function alignedRow(row: readonly string[], kinds: readonly ColumnKind[]): Aligned {
  const fits = row.every((text, c) => !isNumber(text, row, c, kinds) || kinds[c] === "number");
  if (fits) return { cells: row.map((text) => ({ text, cs: 1 })) };
  const own = row.slice(0, row.findLastIndex((text) => text !== "") + 1);
  const cells: { text: string; cs: number }[] = [];
  let column = 0;
  for (const text of own) {
    let cs = 1;
    if (HAN.test(text) && kinds[column] === "label") while (kinds[column + cs] === "label") cs++;
    cells.push({ text, cs });
    column += cs;
  }
  if (column > kinds.length) return { cells: row.map((text) => ({ text, cs: 1 })) };
  while (column < kinds.length) {
    cells.push({ text: "", cs: 1 });
    column++;
  }
  return { cells };
}

/** Columns that name lines, and the columns of numbers behind them. */
interface Lane {
  readonly names: readonly number[];
  readonly numbers: readonly number[];
}

function lanesOf(kinds: readonly ColumnKind[]): Lane[] {
  const lanes: { names: number[]; numbers: number[] }[] = [];
  for (const [c, kind] of kinds.entries()) {
    if (kind === "label" && (lanes.length === 0 || lanes.at(-1)!.numbers.length > 0))
      lanes.push({ names: [], numbers: [] });
    if (lanes.length > 0) lanes.at(-1)![kind === "label" ? "names" : "numbers"].push(c);
  }
  return lanes;
}

/** A name that stands where numbers do: a blank cell before it was left out. */
const namesAmongNumbers = (row: readonly string[], kinds: readonly ColumnKind[]): boolean =>
  row.some(
    (text, c) =>
      kinds[c] === "number" &&
      HAN.test(text) &&
      !AMOUNT.test(text) &&
      AMOUNT.test(row[c + 1] ?? "") &&
      LABEL_OF_ROW.test(text),
  );
/** 201一般公共服务支出, 三、其他收入, 总计. */
const LABEL_OF_ROW = /^\d{3}|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|支出|收入|[合总]计$|结[转余]/u;

const WHOLE_OF_LINE = new RegExp(`${PHASE_OF_HEADS.source}|${SUM_OF_HEADS.source}$|^金额$`, "u");

/**
 * A row of which blank cells were left out: a name for each lane, and the numbers behind it. Numbers that fill their lane stand under its heads,
 * one number alone under the head of the whole, which no line that prints a part leaves out; others stand apart from all heads, unread.
 */
function laneRow(row: readonly string[], kinds: readonly ColumnKind[], paths: readonly (readonly string[])[]): Aligned {
  const lanes = lanesOf(kinds);
  const cells = kinds.map(() => "");
  const apart: string[] = [];
  const parts: { name: string; numbers: string[] }[] = [];
  for (const text of row) {
    if (text === "") continue;
    if (AMOUNT.test(text) && parts.length > 0) parts.at(-1)!.numbers.push(text);
    else parts.push({ name: text, numbers: [] });
  }
  for (const [i, { name, numbers }] of parts.entries()) {
    const lane = parts.length === lanes.length ? lanes[i] : undefined;
    if (lane === undefined) {
      apart.push(name, ...numbers);
      continue;
    }
    cells[lane.names.at(-1)!] = name;
    const whole = WHOLE_OF_LINE.test(paths[lane.numbers[0]!]?.at(-1) ?? "");
    if (numbers.length === lane.numbers.length) for (const [k, c] of lane.numbers.entries()) cells[c] = numbers[k]!;
    else if (numbers.length === 1 && whole) cells[lane.numbers[0]!] = numbers[0]!;
    else append(apart, numbers);
  }
  return { cells: [...cells, ...(apart.length > 0 ? ["", ...apart] : [])].map((text) => ({ text, cs: 1 })) };
}

/** An amount; a code stands among the names of lines. */
const isNumber = (text: string, row: readonly string[], c: number, kinds: readonly ColumnKind[]): boolean =>
  AMOUNT.test(text) && !(/^\d{1,7}$/u.test(text) && kinds[c] === "label" && HAN.test(row.slice(c + 1).join("")));

/** The one tree of heads that the cells of a header make over the columns; null where none does or more than one is left. */
function headerOf(
  heads: readonly (readonly string[])[],
  kinds: readonly ColumnKind[],
  body: readonly Aligned[],
): readonly HeadNode[] | null {
  const own = heads.map((row) => row.slice(0, row.findLastIndex((text) => text !== "") + 1));
  const rows = own.filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  const halves = halvesOver(rows, kinds);
  if (halves !== null) return halves;
  if (rows.some((row) => row.includes(""))) return spreadOut(heads, kinds);
  const joined = joinTorn(rows, breaksHead);
  // where every joined head is declared and a part of one was not, the parts were never heads
  const torn = joined.length < rows.length && joined.flat().every(isHead) && !rows.flat().every(isHead);
  const readings = torn ? [joined, rows] : [rows, joined];
  const trees = firstTrees([...readings, joinTorn(rows, endsInHead)], kinds);
  const distinct = [...new Map(trees.map((tree) => [JSON.stringify(pathsOf(tree)), tree])).values()];
  if (distinct.length === 1) return distinct[0]!;
  const places = body.map(({ cells }) =>
    cells.flatMap(({ text, cs }) => [...new Array<string>(cs - 1).fill(""), text]),
  );
  const holding = distinct.filter((tree) => places.every((row) => sumsHold(pathsOf(tree), row)));
  return holding.length === 1 ? holding[0]! : null;
}

const isHead = (text: string): boolean => (kindOfHead(text) ?? "remark") !== "remark";
const depthOf = (nodes: readonly HeadNode[]): number =>
  nodes.length === 0 ? 0 : 1 + largest(nodes.map(({ below }) => depthOf(below)));

/** The trees of the first reading of a header that has any. */
function firstTrees(readings: readonly (readonly (readonly string[])[])[], kinds: readonly ColumnKind[]): HeadNode[][] {
  for (const reading of readings) {
    const trees = headTrees(reading, kinds);
    if (trees.length > 0) return trees;
  }
  return [];
}

/** Rows cut inside a head: `事业收入 | 事业单位` above `经营收入 | 其他收入`. */
const endsInHead: Tear = (above, below) => kindOfHead(above.at(-1)! + below[0]!) !== null;
/** The same where what is a head by itself is not the part of one: 功能分类 above 科目编码. */
const breaksHead: Tear = (above, below) => !(isHead(above.at(-1)!) && isHead(below[0]!)) && endsInHead(above, below);

/** 收入 and 支出 over heads that name every column: each stands over the lane that begins with its names. */
function halvesOver(rows: readonly (readonly string[])[], kinds: readonly ColumnKind[]): HeadNode[] | null {
  const [over = [], names = []] = rows;
  const lanes = lanesOf(kinds).filter(({ numbers }) => numbers.length > 0);
  if (rows.length !== 2 || names.length !== kinds.length || names.includes("")) return null;
  if (over.length < 2 || over.length !== lanes.length || !over.every((text) => NAMES_HALF.test(text))) return null;
  return over.map((text, i) => {
    const own = names.slice(lanes[i]!.names[0], lanes[i + 1]?.names[0] ?? kinds.length);
    return { text, cs: own.length, below: own.map((head) => ({ text: head, cs: 1, below: [] })) };
  });
}

/**
 * A header whose merged cells left blanks: a head reaches right over the blanks under which heads stand, if a head stands under itself too, and
 * down over the blanks below it.
 */
function spreadOut(heads: readonly (readonly string[])[], kinds: readonly ColumnKind[]): HeadNode[] | null {
  const isUnder = (level: number, c: number): boolean => heads.slice(level + 1).some((row) => row[c] !== "");
  const read = (level: number, from: number, to: number): HeadNode[] => {
    const nodes: HeadNode[] = [];
    for (let c = from; c < to; ) {
      const text = heads[level]![c]!;
      let end = c + 1;
      if (text !== "" && isUnder(level, c)) while (end < to && heads[level]![end] === "" && isUnder(level, end)) end++;
      // 项目 over codes and names of which no head is printed
      else if (text !== "" && kinds[c] === "label")
        while (end < to && heads[level]![end] === "" && kinds[end] === "label" && !isUnder(level, end)) end++;
      const below = level + 1 < heads.length && isUnder(level, c) ? read(level + 1, c, end) : [];
      append(nodes, text === "" && below.length > 0 ? below : [{ text, cs: end - c, below }]);
      c = end;
    }
    return nodes;
  };
  const nodes = read(0, 0, kinds.length);
  return nodes.some(({ below, cs }) => below.length > 0 || cs > 1) ? nodes : null;
}

/** The header as rows of cells. */
export function headRows(nodes: readonly HeadNode[], depth: number): PlainCell[][] {
  const rows: PlainCell[][] = Array.from({ length: depth }, () => []);
  const put = (node: HeadNode, level: number): void => {
    rows[level]!.push({ text: node.text, cs: node.cs, rs: node.below.length === 0 ? depth - level : 1 });
    for (const below of node.below) put(below, level + 1);
  };
  for (const node of nodes) put(node, 0);
  return rows;
}

/** 栏次 | 1 | 2 with its numbers over the columns of amounts. */
function numberingRow(row: readonly string[], kinds: readonly ColumnKind[]): PlainCell[] {
  const marks = row.filter((text) => MARK_OF_COLUMN.test(text));
  const others = row.filter((text) => text !== "" && !MARK_OF_COLUMN.test(text));
  const labels = kinds.indexOf("number");
  const as = row.every((text, c) => !MARK_OF_COLUMN.test(text) || kinds[c] === "number");
  if (as || marks.length !== kinds.length - labels || others.length > labels) return row.map((text) => ({ text }));
  return [
    ...others.map((text, i) => ({ text, cs: i === others.length - 1 ? labels - i : 1 })),
    ...marks.map((text) => ({ text })),
  ];
}
