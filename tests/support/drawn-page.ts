import type { Glyph, PageContent, RuleLine } from "../../src/lib/page-content.ts";

/**
 * A drawn page from lines of text, for tests of the table engine:
 *
 *   page 595x842          size in points (this is the default)
 *   h 100 50-300          a horizontal rule at y 100
 *   v 50 100-200          a vertical rule at x 50
 *   box 50,100 300,200    the four edges of a rectangle
 *   t 60,110 项目          text from x 60, its middle at y 110; `t14b` is 14 points and bold; `>300,110` ends at x 300
 *   grid 50,100 80,60 20,20,20     a ruled grid: column widths, row heights
 */
export function drawnPage(notation: string, number = 1): PageContent {
  let width = 595;
  let height = 842;
  const glyphs: Glyph[] = [];
  const lines: RuleLine[] = [];
  const rule = (direction: "h" | "v", at: number, from: number, to: number) =>
    lines.push({ direction, at, from, to, thickness: 0.5 });
  let run = 0;
  for (const raw of notation.split("\n")) {
    const [word = "", ...rest] = raw.trim().split(/\s+/);
    const numbers = rest.map((part) => part.split(/[,x]|(?<=\d)-/).map(Number));
    if (word === "") continue;
    if (word === "page") [width = width, height = height] = numbers[0]!;
    else if (word === "h" || word === "v") rule(word, numbers[0]![0]!, numbers[1]![0]!, numbers[1]![1]!);
    else if (word === "box") {
      const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = numbers;
      rule("h", y0, x0, x1);
      rule("h", y1, x0, x1);
      rule("v", x0, y0, y1);
      rule("v", x1, y0, y1);
    } else if (word === "grid") {
      const [[x0 = 0, y0 = 0] = [], widths = [], heights = []] = numbers;
      const [xs, ys] = [edges(x0, widths), edges(y0, heights)];
      for (const y of ys) rule("h", y, x0, xs.at(-1)!);
      for (const x of xs) rule("v", x, y0, ys.at(-1)!);
    } else if (word.startsWith("t")) {
      const size = Number(/\d+/.exec(word)?.[0] ?? 10);
      const place = rest[0]!;
      const [x = 0, y = 0] = place.replace(">", "").split(",").map(Number);
      const text = raw.slice(raw.indexOf(place) + place.length).trim();
      glyphs.push(...printed(text, place.startsWith(">"), x, y, size, word.includes("b"), run++));
    } else throw new Error(`no such notation: ${raw}`);
  }
  return { number, width, height, glyphs, lines, pictures: [] };
}

function edges(start: number, steps: readonly number[]): number[] {
  const out = [start];
  for (const step of steps) out.push(out.at(-1)! + step);
  return out;
}

const advance = (character: string, size: number): number => (/[ -~]/.test(character) ? size / 2 : size);

function printed(
  text: string,
  toTheLeft: boolean,
  x: number,
  y: number,
  size: number,
  bold: boolean,
  run: number,
): Glyph[] {
  const width = [...text].reduce((sum, character) => sum + advance(character, size), 0);
  let at = toTheLeft ? x - width : x;
  const glyphs: Glyph[] = [];
  for (const character of text) {
    const next = at + advance(character, size);
    if (character !== " " && character !== "\u3000")
      glyphs.push({
        text: character,
        box: [at, y - size / 2, next, y + size / 2],
        size,
        run,
        ...(bold ? { bold } : {}),
      });
    at = next;
  }
  return glyphs;
}

/** A paragraph in the notation of `drawnPage`: 45 characters a line from x 72, the first one indented by two, 20 points apart. */
export function body(y: number, text: string): string {
  const lines: string[] = [];
  let rest = `　　${text}`;
  while (rest !== "") {
    const line = rest.slice(0, 45);
    lines.push(`t ${line.startsWith("　") ? 92 : 72},${y + 20 * lines.length} ${line.trim()}`);
    rest = rest.slice(45);
  }
  return lines.join("\n");
}

/** A grid as text: cells of a row between bars, spans as `text*rs×cs`. */
export function gridText(grid: {
  readonly rows: number;
  readonly cells: readonly { r: number; c: number; rs: number; cs: number; text: string }[];
}): string[] {
  const rows = Array.from({ length: grid.rows }, (): string[] => []);
  for (const cell of [...grid.cells].sort((a, b) => a.r - b.r || a.c - b.c)) {
    const span = cell.rs > 1 || cell.cs > 1 ? `*${cell.rs}x${cell.cs}` : "";
    rows[cell.r]!.push(`${cell.text.replace(/\n/g, "/")}${span}`);
  }
  return rows.map((row) => row.join("|"));
}
