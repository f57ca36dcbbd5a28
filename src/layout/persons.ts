import { NO_NAME, PERSON_LABEL } from "../../schemas/forms/persons.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import type { Block, Cell, Grid, Layout, Paragraph } from "../lib/layout.ts";
import { hidden, isMobile, withoutPersons } from "../lib/persons.ts";

/** A value of a person's cell: a short name, several of them, or a number. */
const NAME_LENGTH = 12;
/** So many other numbers in a column make it one of amounts, whatever eleven digits stand among them. */
const AMOUNTS = 2;

/** A layout in which names and numbers of persons are masked: nothing after it can store, quote or find them. */
export function withoutPersonsIn(layout: Layout): Layout {
  return {
    ...layout,
    pages: layout.pages.map((page) => ({ ...page, blocks: page.blocks.map(maskedBlock) })),
    ...(layout.attachments && {
      attachments: layout.attachments.map((one) => ({ ...one, text: withoutPersons(one.text) })),
    }),
  };
}

const maskedBlock = (block: Block): Block => (block.kind === "grid" ? maskedGrid(block) : maskedParagraph(block));

function maskedParagraph(paragraph: Paragraph): Paragraph {
  const text = withoutPersons(paragraph.text);
  if (text === paragraph.text) return paragraph;
  const { lines, doubts, ...rest } = paragraph;
  return {
    ...rest,
    text,
    // A name may stand on the line after its label: the lines are cut from the text that knows both.
    ...(lines && { lines: maskedLines(lines, paragraph.text, text) }),
    ...(doubts && { doubts: doubts.filter((doubt) => text.includes(doubt.text)) }),
  };
}

function maskedLines(
  lines: NonNullable<Paragraph["lines"]>,
  before: string,
  after: string,
): NonNullable<Paragraph["lines"]> {
  let from = 0;
  return lines.map((line) => {
    const at = before.indexOf(line.text, from);
    if (at < 0) return { ...line, text: withoutPersons(line.text) };
    from = at + line.text.length;
    return { ...line, text: after.slice(at, from) };
  });
}

function maskedGrid(grid: Grid): Grid {
  const persons = personCells(grid);
  let changed = persons.size > 0;
  let counted: Map<number, number> | undefined;
  const numbers = (): Map<number, number> => {
    counted ??= otherNumbers(grid);
    return counted;
  };
  const cells = grid.cells.map((cell): Cell => {
    const mobile = isMobile(squeeze(cell.text));
    const text = persons.has(cell)
      ? hidden(cell.text)
      : withoutPersons(cell.text, !mobile || (numbers().get(cell.c) ?? 0) < AMOUNTS);
    if (text === cell.text) return cell;
    changed = true;
    const { alternatives: _, asRead: __, ...rest } = cell;
    return { ...rest, text };
  });
  return changed ? { ...grid, cells } : grid;
}

/** Cells beside or below a cell that says whose name or number they are. */
function personCells(grid: Grid): Set<Cell> {
  const found = new Set<Cell>();
  for (const label of grid.cells) {
    const word = label.text.length <= 40 ? PERSON_LABEL.exec(squeeze(label.text)) : null;
    if (!word) continue;
    const rows = matrix(grid);
    const holds = (cell: Cell | undefined): cell is Cell =>
      cell !== undefined && cell !== label && isPersons(squeeze(cell.text), word[1] !== undefined);
    const right = rows[label.r]?.[label.c + label.cs];
    if (holds(right)) found.add(right);
    else
      for (let r = label.r + label.rs; r < grid.rows; r++) {
        const below = rows[r]?.[label.c];
        if (!holds(below)) break;
        found.add(below);
      }
  }
  return found;
}

const isPersons = (text: string, name: boolean): boolean =>
  name
    ? /^[\p{Script=Han}·、/]{2,}(?:[（(].*[）)])?[\d\-－—]*$/u.test(text) &&
      text.length <= NAME_LENGTH + 20 &&
      /^(?:\p{Script=Han}{2,4}|[\p{Script=Han}·]{2,12})(?:[、/（(\d]|$)/u.test(text) &&
      !NO_NAME.test(text)
    : /^[(（]?\d[\d\-－—()（）、/Xx]{5,}$/u.test(text);

/** How many numbers that are no mobile numbers stand in each column. */
function otherNumbers(grid: Grid): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { c, text } of grid.cells) {
    const plain = squeeze(text);
    if (/^-?[\d,]+(?:\.\d+)?$/u.test(plain) && !isMobile(plain)) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  return counts;
}
