import type { Paragraph } from "../../lib/layout.ts";
import type { Line } from "./lines.ts";

/** A line that begins something: 一、 （一） 1. ① 第一部分 附件 注： — never the rest of the line before. */
export const BEGINS =
  /^(?:第[一二三四五六七八九十]+[部章节分]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[①-⑳]|——|附件|附表|附[：:]|注[：:]|说明[：:]|备注[：:]|(?:编制|填报|预算|决算|公开|金额|计量)?单位(?:名称)?[：:]|金额单位|(?:编制|填报|预算|决算|公开)?部门(?:名称)?[：:]|公开\s*\d)/u;

/** 一般公共预算财政拨款支出决算表: a line that names a table of accounts begins something too. */
const TABLE_TITLE = /^[^\s，。；：]{2,36}(?:预算|决算|收支|明细|总)表$/u;

/** A sentence or a heading that has come to its end. */
const ENDS = /[。！？；：:!?;”]$/u;
/** A mark that also stands inside a sentence: at the margin it ends no paragraph. */
const GOES_ON = /[；：:;]$/u;
/** A mark no line is begun with: the rest of the line before. */
const OPENS_NOTHING = /^[，。、；！？）》”％%](?!$)/u;

/** Shorter than this share of the text's full lines, a line was not broken by the margin. */
const FULL_LINE_SHARE = 0.8;
/** A line that comes as near to the width of full lines as this ends at the margin. */
const MARGIN_SHARE = 0.97;
/** A text whose lines are all shorter than this was broken at the margin of a page. */
const WRAPPED_LINE = 60;

/** The date at the foot: the line above it is the signature, no part of the sentence before. */
const DATE =
  /^\s*(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*$/u;

const width = (text: string): number => {
  let units = 0;
  for (const char of text) units += char.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return units;
};

/** Lines of prose → paragraphs: lines broken at the margin (or by a page) are joined again. `full` is the width of a full line. */
export function readProse(lines: readonly Line[], full: number): Paragraph[] {
  const paragraphs: { text: string; line: number }[] = [];
  let previous: string | null = null;
  /** How far the printed line reaches that the line before is the end of: text taken out of a PDF breaks lines before marks. */
  let reach = 0;
  for (const [i, line] of lines.entries()) {
    const text = line.text.replace(/\t+/g, " ").trim();
    if (text === "") continue;
    const last = paragraphs.at(-1);
    const signs = DATE.test(text) || DATE.test(lines[i + 1]?.text ?? "");
    const torn = OPENS_NOTHING.test(text) && !/[。！？]$/u.test(previous ?? "");
    if (last && previous !== null && !signs && (torn || continues(previous, text, reach, full)))
      last.text += joint(previous, text) + text;
    else paragraphs.push({ text, line: line.number });
    reach = width(text) + (torn ? reach : 0);
    previous = text;
  }
  return paragraphs.map(({ text, line }) => ({ kind: "paragraph", page: 1, box: null, text, address: `line ${line}` }));
}

/** The width lines are filled to: the upper decile of the lengths of wrapped text; Infinity where paragraphs stand on one line each. */
export function fullWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => width(line.text)).sort((a, b) => a - b);
  const decile = widths[Math.floor(widths.length * 0.9)] ?? 0;
  return decile > 0 && decile <= WRAPPED_LINE && widths.length >= 20 ? decile : Number.POSITIVE_INFINITY;
}

/** Whether a line goes on with the one before, whose printed line reaches so far. */
function continues(before: string, text: string, reach: number, full: number): boolean {
  if (BEGINS.test(text) && !/[，、（(《“]$/u.test(before)) return false;
  if (/[，、（(《“]$/u.test(before)) return true;
  if (TABLE_TITLE.test(text)) return false;
  // 37.71万⏎元 and -74.2⏎1%: a number or its unit broken over two lines
  if (/[\d.][万亿]?$/u.test(before) && /^(?:[万亿]?元|[\d.]*[%％])/u.test(text)) return true;
  if (ENDS.test(before)) return GOES_ON.test(before) && reach >= full * MARGIN_SHARE && reach < full / MARGIN_SHARE;
  // 占部门整体项目预算资金比例⏎100%。 : a long sentence that stops without a stop
  if (/[，、]/.test(before.replace(BEGINS, "")) && width(before) >= 20) return true;
  if (reach >= full * FULL_LINE_SHARE) return true;
  // 2024年度某某局⏎部门整体支出绩效自评报告 : a title on two lines
  return (
    /^\d{4}\s*年/.test(before) &&
    width(before) < 40 &&
    /(?:报告|说明|自评表|评价表|决算|预算)$/.test(text) &&
    width(text) < 30
  );
}

/** What stands between a line and the next of one paragraph: numbers and Latin words do not grow together. */
function joint(before: string, text: string): string {
  if (/[\d.]$/.test(before) && /^[\d.]/.test(text)) return "\n";
  return /[A-Za-z]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(text) ? " " : "";
}
