import { reworded } from "./lexicon.ts";
import type { Piece } from "./piece.ts";

const HAN = /^\p{Script=Han}$/u;
const DIGIT = /\d/;
/** Marks engines give in their narrow form, as Chinese text prints them. */
const WIDE: Record<string, string> = { ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！" };
/** What engines read brackets as. */
const BRACKETS: Record<string, string> = {
  "〈": "（",
  "《": "（",
  "〔": "（",
  "【": "（",
  "〖": "（",
  "[": "（",
  "{": "（",
};
const CLOSING: Record<string, string> = {
  "〉": "）",
  "》": "）",
  "〕": "）",
  "】": "）",
  "〗": "）",
  "]": "）",
  "}": "）",
};
/** Characters a misread 元, 万 and 亿 come as: only where a unit of money must stand are they meant. */
const YUAN = new Set(["元", "兀", "无", "亓", "儿", "几", "天"]);
export const LIKE_WAN = new Set(["万", "方", "门", "刀", "力", "厂", "月", "丁", "亏", "为", "历", "五"]);
const YI = new Set(["亿", "仁", "亻", "代", "忆", "伦", "佃"]);
const UNITS = [
  ["万", LIKE_WAN],
  ["亿", YI],
] as const;

/**
 * Spells one line of print as it was printed: marks between Chinese characters are wide ones, quotation marks come in pairs, a bracket is
 * closed by its like, 万元 after a number is 万元. Numbers stay as they were read.
 */
export function spelled(line: readonly Piece[]): Piece[] {
  const out = line
    .filter(({ text }, i) => text !== "_" && !(COLON.test(text) && COLON.test(line[i - 1]?.text ?? "")))
    .map((piece) => ({ ...piece }));
  units(out);
  captionUnit(out);
  brackets(out);
  quotes(out);
  marks(out);
  return out;
}

const COLON = /^[：:]$/u;

type Writable = { -readonly [K in keyof Piece]: Piece[K] };

/** 万兀, 门元 after a number are 万元; 1亿元 likewise. */
function units(line: Piece[]): void {
  for (let i = 1; i + 1 < line.length; i++) {
    if (!DIGIT.test(line[i - 1]!.text)) continue;
    const [first, second] = [line[i]!, line[i + 1]!];
    if (!YUAN.has(second.text)) continue;
    // one of the two is sure, the other follows from it
    const unit = UNITS.find(([sign, like]) => like.has(first.text) && (first.text === sign || second.text === "元"));
    if (unit) [line[i], line[i + 1]] = [reworded(first, unit[0]), reworded(second, "元")];
  }
}

/** 单位：万兀 at the end of a line is 单位：万元, whatever its last character was read as. */
function captionUnit(line: Piece[]): void {
  const [noun, colon, wan, last] = line.slice(-4);
  if (!last || noun!.text !== "位" || !COLON.test(colon!.text) || wan!.text !== "万" || !HAN.test(last.text)) return;
  line[line.length - 1] = reworded(last, "元");
}

/** A bracket read as another is what closes (or opens) its partner: （款》 and 《款） are （款）. */
function brackets(line: Writable[]): void {
  const open: number[] = [];
  for (const [i, piece] of line.entries()) {
    const { text } = piece;
    if (text === "(" || text === "（" || text in BRACKETS) open.push(i);
    else if (text === ")" || text === "）" || text in CLOSING) {
      const partner = line[open.pop() ?? -1];
      if (!partner) continue;
      const round = "()（）".includes(text) || "()（）".includes(partner.text);
      if (!round) continue;
      piece.text = "）";
      partner.text = "（";
    }
  }
}

const QUOTES = new Set(["“", "”", '"', "„", "‟", "＂"]);

/** Quotation marks open and close by turns. */
function quotes(line: Writable[]): void {
  let open = false;
  for (const piece of line) {
    if (!QUOTES.has(piece.text)) continue;
    // a line may begin inside a quotation
    const closes: boolean = open || (piece.text === "”" && piece !== line[0]);
    piece.text = closes ? "”" : "“";
    open = !closes;
  }
}

/** Marks with a Chinese character on a side are wide; between digits they stay. */
function marks(line: Writable[]): void {
  for (const [i, piece] of line.entries()) {
    const wide = WIDE[piece.text];
    if (!wide) continue;
    const before = line[i - 1]?.text ?? "";
    const after = line[i + 1]?.text ?? "";
    const chinese = (text: string): boolean => HAN.test(text) || /[（）“”、。，；：％%]/u.test(text);
    if (chinese(before) || chinese(after) || (i > 0 && after === "" && DIGIT.test(before))) piece.text = wide;
  }
}

const PAGE_NUMBER = /^[一二三—－―\-~〜_=:：.,·“”"]{0,4}(\d{1,3})[一二三—－―\-~〜_=:：.,·“”"]{0,4}$/u;

/** `一12一` at the foot of a page, or a figure whose dashes went for rules, is a page number between dashes. */
export function pageNumber(line: readonly Piece[]): Piece[] {
  if (!PAGE_NUMBER.test(line.map(({ text }) => text).join(""))) return [...line];
  return line.flatMap((piece) => (DIGIT.test(piece.text) ? { ...piece, text: `—${piece.text}—` } : []));
}

const TRAILING = /^[，,。、.．'‘’“”"·_|]$/u;
/** What a lone 0 is read as. */
const LIKE_ZERO = /^[oO〇。]$/u;

/** The only line of a cell: no mark follows a figure that stands alone, and what a label has before its figure is a colon (`项目支出：66.81`). */
export function spelledInCell(line: readonly Piece[]): Piece[] {
  const out = [...line];
  if (out.length === 2 && DIGIT.test(out[0]!.text) && TRAILING.test(out[1]!.text)) out.pop();
  const [only] = out;
  if (only && out.length === 1 && LIKE_ZERO.test(only.text)) out[0] = { ...only, text: "0", alternatives: [only.text] };
  const comma = out.at(-2);
  if (comma && /^[，,]$/u.test(comma.text) && DIGIT.test(out.at(-1)!.text) && HAN.test(out.at(-3)?.text ?? ""))
    out[out.length - 2] = { ...comma, text: "：" };
  return out;
}

/** `1因公出国（境）费` below or above `2、公务用车…`: what follows a running number at the head of a label, and is no unit counted by it. */
const UNMARKED =
  /^\d{1,2}(?![万亿千百十元个次天人家项件户年月日周辆台套批本篇份场期所处条层座级分届种张倍])\p{Script=Han}[^\d]{3,}$/u;
const MARKED = /^\d{1,2}、\p{Script=Han}/u;

/** What the first of a page's running numbers is read as, and one of the others. */
const LIKE_FIRST = /^[iIl|丨][.．、]\p{Script=Han}/u;
const FURTHER = /^[2-9][.．、]\p{Script=Han}/u;

/**
 * Labels of a page whose running numbers have lost the 、 that the others have: the smallest mark of all is the first to be overlooked. A
 * letter before the first label is its 1 where others are numbered on from there.
 */
export function numberedLabels(read: readonly (readonly Piece[])[]): Piece[][] {
  const textOf = (line: readonly Piece[]): string => line.map(({ text }) => text).join("");
  const numbered = read.some((line) => FURTHER.test(textOf(line)));
  const lines = read.map((line) =>
    numbered && LIKE_FIRST.test(textOf(line)) ? [reworded(line[0]!, "1"), ...line.slice(1)] : line,
  );
  const texts = lines.map(textOf);
  if (!texts.some((text) => MARKED.test(text))) return lines.map((line) => [...line]);
  return lines.map((line, i) => {
    const [number, ...label] = line;
    if (!number || !UNMARKED.test(texts[i]!)) return [...line];
    const [, y0, x1, y1] = number.box;
    return [number, { text: "、", asRead: "", box: [x1, y0, x1, y1], confidence: number.confidence }, ...label];
  });
}
