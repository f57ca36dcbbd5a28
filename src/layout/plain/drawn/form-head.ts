import type { PlainCell } from "../grid-block.ts";
import type { Line } from "../lines.ts";

/** Fields at a form's head: their labels are known, their values are whatever follows. */
const FIELD =
  /(?:项目(?:支出)?名称|主管部门(?:及代码)?|实施单位|项目单位|(?:[省市县区]级)?(?:预算)?部门(?:[（(]单位[）)])?名称|预算单位|项目负责人|项目类别|项目属性|预算部门)/gu;

/** A line that begins with the label of a field at a form's head: 项目名称 …. */
export const isFieldLine = (text: string): boolean =>
  new RegExp(`^${FIELD.source}(?:[\\s\\u3000:：]|$)`, "u").test(text);

/** `主管部门 某局 实施单位 某中心` → label and value pairs. */
export function readFields(text: string): [string, string][] {
  const marks = [...text.matchAll(FIELD)].filter((m) => m.index === 0 || /[\s\u3000]/.test(text[m.index - 1]!));
  return marks.map((m, i) => [
    m[0],
    text
      .slice(m.index + m[0].length, marks[i + 1]?.index ?? text.length)
      .replace(/^[\s\u3000:：]+|[\s\u3000]+$/gu, "")
      .replace(/\s+/g, ""),
  ]);
}

const FUNDING_HEADER =
  /(?:年初预算(?:数|金额)?|全年预算(?:数|金额)?[AＡ]?|调整后?预算数|(?:全年|预算)?执行(?:数|金额)[BＢ]?|分值|权重|(?:预算)?执行率|得分)/gu;
const AMOUNT = /^(?:[-－]?[\d,，]*\d(?:\.\d+)?[%％]?|\.\d+|[-—－–]{1,4}|\/)$/u;
/** 其中：一般公共预算： 5,173.99 — a label and its value packed in one cell. */
const PACKED = /^(.*[：:])\s*([-—]+|[\d,]+(?:\.\d+)?)?$/u;

/** The 资金 block (lines between the fields and 年度总体目标) as grid rows of nine columns: side label, label, six value columns. */
export function fundingCells(lines: readonly Line[]): PlainCell[][] {
  const rows: { label: string; values: string[] }[] = [];
  const packed: string[] = [];
  /** Everything before the first amounts: side label, header and perhaps the first row's label, in the order of the page. */
  let opening = "";
  let label = "";
  for (const { text } of lines) {
    const squeezed = text.replace(/\s+/g, "");
    const words = text.split(/[\s\u3000]+/).filter((w) => w !== "");
    let first = words.length;
    while (first > 0 && AMOUNT.test(words[first - 1]!)) first--;
    const values = words.slice(first);
    const head = words.slice(0, first).join("");
    if (/按(?:收入|支出)性质分/.test(squeezed))
      packed.push(...[...squeezed.matchAll(/按(?:收入|支出)性质分[：:]?/g)].map((m) => m[0]));
    else if (packed.length > 0 && PACKED.test(squeezed)) packed.push(squeezed);
    else if (rows.length === 0 && values.length < 2) opening += head;
    else if (values.length > 0) {
      rows.push({ label: label + head, values: values.length === 1 ? ["", "", "", ...values] : values });
      label = "";
    } else label += head;
  }
  const { side, header, first } = readOpening(opening);
  if (rows[0]) rows[0].label = first + rows[0].label;
  const body: PlainCell[][] = [
    [{ text: "", cs: 2 }, ...header.map((text) => ({ text }))],
    ...rows.map(({ label: name, values }) => [
      { text: name, cs: 2 },
      ...underHeads(values, header).map((text) => ({ text })),
    ]),
    ...packedCells(packed),
  ];
  return body.map((cells, i) => (i === 0 ? [{ text: side, rs: body.length }, ...cells] : cells));
}

/** Blank cells leave no trace in the text: a rate stands under 执行率 whatever is missing before it. */
function underHeads(values: readonly string[], header: readonly string[]): string[] {
  const cells = header.map(() => "");
  const rate = header.findIndex((text) => /率/.test(text));
  let at = 0;
  for (const value of values) {
    if (/[%％]$/.test(value) && rate > at) at = rate;
    if (at < cells.length) cells[at++] = value;
  }
  return cells;
}

const COLUMNS = ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];

/** `年度预算申请（万元）年度资金总额年初预算数…` → side label, header cells, the first row's label. */
function readOpening(text: string): { side: string; header: string[]; first: string } {
  const label = /年度资金总额|资金总额/.exec(text)?.[0] ?? "";
  const rest = text.replace(label, "");
  const marks = [...rest.matchAll(FUNDING_HEADER)];
  const side = rest.slice(0, marks[0]?.index ?? rest.length);
  return {
    side: side === "" ? "项目资金" : side,
    header: marks.length >= 4 ? marks.map((m) => m[0]) : COLUMNS,
    first: label,
  };
}

const BY_USE = /基本支出|项目支出/;

/** Packed cells in two columns: by source at the left, by use at the right. */
function packedCells(texts: readonly string[]): PlainCell[][] {
  const titles = texts.filter((t) => /性质分/.test(t));
  const cells = texts.filter((t) => !/性质分/.test(t));
  const left = cells.filter((t) => !BY_USE.test(t));
  const right = cells.filter((t) => BY_USE.test(t));
  const rows: PlainCell[][] =
    titles.length > 0
      ? [
          [
            { text: titles[0]!, cs: 4 },
            { text: titles[1] ?? "", cs: 4 },
          ],
        ]
      : [];
  for (let i = 0; i < Math.max(left.length, right.length); i++)
    rows.push([
      { text: left[i] ?? "", cs: 4 },
      { text: right[i] ?? "", cs: 4 },
    ]);
  return rows;
}
