import { LEVEL1, LEVEL2, WEIGHT_NOTE } from "./form-words.ts";
import type { PlainCell } from "./grid-block.ts";

const squeezed = (text: string): string => text.replace(/\s+/g, "");
const NUMBER = /^\d+(?:\.\d+)?$/;

const TOTAL = /^(?:自评|评价|绩效)?(?:总分|总得分|合计|总计|得分合计)/;

const levelOf = (text: string): 1 | 2 | null => {
  const name = squeezed(text);
  if ((LEVEL2 as readonly string[]).includes(name) && name !== "满意度指标" && name !== "成本指标") return 2;
  return LEVEL1.some(
    (level) => name.startsWith(level) && (name === level || WEIGHT_NOTE.test(name.slice(level.length))),
  )
    ? 1
    : null;
};

/** Where the columns of an indicator block stand, by its header row. */
interface Columns {
  readonly header: number;
  readonly level1: number;
  readonly level2: number;
  readonly level3: number;
  readonly weight: number;
  readonly score: number;
  /** How many columns before the levels hold a project's name, money or objective. */
  readonly named: number;
}

function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  for (const [header, row] of rows.entries()) {
    const at = (pattern: RegExp, after = -1): number =>
      row.findIndex((text, i) => i > after && pattern.test(squeezed(text)));
    const level3 = at(/^三级指标/);
    if (level3 < 0) continue;
    return {
      header,
      level1: at(/^一级指标/),
      level2: at(/^二级指标/),
      level3,
      weight: at(/^(?:指标)?(?:分值|权重|标准分|满分)/, level3),
      score: at(/^(?:自评|指标|评价)?得分|^自评分|^评分$/, level3),
      named: row.findLastIndex((text, i) => i < level3 && /名称|预算|目标$/.test(squeezed(text))) + 1,
    };
  }
  return null;
}

/**
 * A performance form written with tabs or bars. Text loses the empty cells before a row's first word, so rows stand too far to the
 * left; the names of the levels and the two numbers at the end (weight, score) tell where they belong. Level names are merged downwards
 * again. Returns null where the table is no such form. `title` are the lines above its first field.
 */
export function restoreForm(rows: readonly (readonly string[])[]): { title: string[]; cells: PlainCell[][] } | null {
  const columns = findColumns(rows);
  if (!columns || columns.level1 < 0 || columns.level2 < 0) return null;
  const width = Math.max(...rows.map((row) => row.length));
  const title: string[] = [];
  let first = 0;
  while (first < columns.header && filled(rows[first]!).length === 1 && rows[first]![0] !== "")
    title.push(rows[first++]![0]!);
  const placed = rows
    .slice(first)
    .map((row, i) => (i + first > columns.header ? place(row, columns, width) : pad(row, width)));
  return { title, cells: mergeLevels(placed, columns, columns.header - first) };
}

const filled = (row: readonly string[]): string[] => row.filter((text) => text !== "");
const pad = (row: readonly string[], width: number): string[] => [
  ...row,
  ...new Array<string>(Math.max(0, width - row.length)).fill(""),
];

/** Puts the words of a row under the columns they belong to; a row that already stands right is left as it is. */
function place(row: readonly string[], columns: Columns, width: number): string[] {
  const { level1, level2, level3, weight, score } = columns;
  const isTotal = TOTAL.test(squeezed(row[0] ?? ""));
  const first = row.findIndex((text) => text !== "");
  if (first < 0) return pad(row, width);
  // The heads again, above the indicators of the next objective.
  if (row.some((text) => /^三级指标/.test(squeezed(text)))) return pad(row, width);
  // 其他需要说明事项 | 无: a line below the indicators
  if (first === 0 && row[0] !== "" && !isTotal && filled(row).length <= 2 && levelOf(row[0]!) === null)
    return pad(row, width);
  // 成本指标 and 满意度指标 name a first and a second level: under its own column it is a second.
  const level = first === level2 && LEVEL2.some((name) => name === squeezed(row[first]!)) ? 2 : levelOf(row[first]!);
  const wanted = level === 1 ? level1 : level === 2 ? level2 : level3;
  const numbersRight =
    weight < 0 || score < 0 || row[weight] === "" || row[weight] === undefined || NUMBER.test(row[weight]!);
  const notes = row.slice(1).some((text) => /[^\d.\s—–-]/.test(text));
  const figures = [weight, score].every((c) => c >= 0 && NUMBER.test(row[c] ?? ""));
  if (isTotal && (notes || figures || weight < 0 || score < 0)) return pad(row, width);
  if (isTotal) {
    const numbers = row.slice(1).filter((text) => NUMBER.test(text));
    const out = pad([row[0]!], width);
    if (weight >= 0) out[weight] = numbers[0] ?? "";
    if (score >= 0) out[score] = numbers[1] ?? "";
    return out;
  }
  // A row whose numbers stand under their heads is in place, whatever its levels are called.
  if (row[level3] && figures) return pad(row, width);
  // 项目名称 | 预算数 | 年度目标 before the levels, merged over a project's rows
  if (first < level1 && first < columns.named && row[level3] && numbersRight) return pad(row, width);
  const behind = weight === level3 + 1 && !isTotal ? byWeight(row, columns, width) : null;
  if (behind !== null) return behind;
  // A row that begins with a side label (绩效指标 above the levels) or stands under its own column is in place.
  if (first >= wanted && numbersRight && (first === wanted || level === null)) return pad(row, width);
  const words = filled(row);
  const out = new Array<string>(width).fill("");
  const leading: number[] = [];
  if (level === 1) leading.push(level1);
  if (level === 2 || (level === 1 && levelOf(words[1] ?? "") === 2)) leading.push(level2);
  leading.push(level3);
  for (const column of leading) out[column] = words.shift() ?? "";
  const pair = words.findLastIndex((text, i) => i > 0 && NUMBER.test(text) && NUMBER.test(words[i - 1]!));
  if (pair < 0 || weight < 0 || score < 0) {
    for (let c = level3 + 1; words.length > 0 && c < width; c++) out[c] = words.shift()!;
    return out;
  }
  out[weight] = words[pair - 1]!;
  out[score] = words[pair]!;
  for (const [i, text] of words.slice(0, pair - 1).entries()) out[Math.min(level3 + 1 + i, weight - 1)] += text;
  for (const [i, text] of words.slice(pair + 1).entries()) out[Math.min(score + 1 + i, width - 1)] += text;
  return out;
}

/** What a page break leaves of a level's weight note: 分). */
const NOTE_TAIL = /^(?:\d*\s*分)?\s*[)）]$/;

/**
 * Where the weight stands right behind the third level, the names before it are the levels: one is a third level, two a second and a
 * third. Everything from the weight on moves with it. Returns null where the row prints no weight behind at most three names.
 */
function byWeight(row: readonly string[], columns: Columns, width: number): string[] | null {
  const { level1, level2, level3, weight } = columns;
  const at = row.findIndex((text) => NUMBER.test(text));
  if (at < 1 || at > weight) return null;
  if (at === weight) return pad(row, width).map((text, c) => (c === level2 && NOTE_TAIL.test(text) ? "" : text));
  const names = row.slice(0, at).filter((text) => text !== "");
  if (names.length === 0 || names.length > 3 || /得分$|等级$|总分$/.test(squeezed(names[0]!))) return null;
  const out = new Array<string>(width).fill("");
  for (const [i, column] of [level3, level2, level1].entries()) out[column] = names[names.length - 1 - i] ?? "";
  if (NOTE_TAIL.test(out[level2]!)) out[level2] = "";
  for (let c = at; c < row.length && weight + c - at < width; c++) out[weight + c - at] = row[c]!;
  return out;
}

/** Empty level cells belong to the name above them. */
function mergeLevels(rows: readonly (readonly string[])[], columns: Columns, header: number): PlainCell[][] {
  const cells: (PlainCell & { rs: number })[][] = rows.map((row) => row.map((text) => ({ text, rs: 1 })));
  const drop = new Set<PlainCell>();
  for (const column of [columns.level1, columns.level2]) {
    let above: (PlainCell & { rs: number }) | null = null;
    for (let r = header + 1; r < rows.length; r++) {
      const cell = cells[r]![column];
      if (!cell || TOTAL.test(squeezed(rows[r]![0] ?? ""))) {
        above = null;
        continue;
      }
      const opensGroup = column === columns.level2 && rows[r]![columns.level1] !== "";
      if (cell.text === "" && above && !opensGroup) {
        above.rs++;
        drop.add(cell);
      } else above = cell.text === "" ? null : cell;
    }
  }
  return cells.map((row) => row.filter((cell) => !drop.has(cell)));
}
