import { undecoded } from "../../lib/damaged-text.ts";
import { ExtractionError } from "../../lib/errors.ts";
import type { Block, Grid, Layout } from "../../lib/layout.ts";
import { append } from "../../lib/long-lists.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { simplified } from "../../lib/traditional.ts";
import { sheetBlocks } from "../sheet/blocks.ts";
import { readBareStream, readSpacedStream } from "./accounts/cell-stream.ts";
import { readAlignedTable } from "./aligned/index.ts";
import { withoutReadings } from "./annotated.ts";
import { commaSeparated } from "./comma-separated.ts";
import { decodeText } from "./decode.ts";
import { isRow, readDelimitedTable } from "./delimited.ts";
import { readDrawnTable } from "./drawn/index.ts";
import { readBaseData } from "./form/base-data.ts";
import { formSearch, readForm } from "./form/index.ts";
import { type Line, readLines } from "./lines.ts";
import { readLooseRows } from "./loose-rows.ts";
import { fullWidth, readProse } from "./prose.ts";
import { readWordTable } from "./word-cells.ts";

/** Longest text that is read, in characters: some three thousand pages. */
const MAX_CHARACTERS = 20_000_000;

/**
 * A text file → one page of paragraphs and grids. Four manners are known: comma-separated values, saved from Word (cells one a line behind a tab), rows with
 * tabs or bars between the cells, and text taken out of a PDF, where a table is no more than words and numbers in some order.
 */
export async function readPlainText(file: SourceFile): Promise<Layout> {
  const text = decodeText(file.bytes, file.path);
  if (text.length > MAX_CHARACTERS)
    throw new ExtractionError("limit-exceeded", `more than ${MAX_CHARACTERS} characters`, file.path);
  const records = commaSeparated(text);
  const blocks = records ? sheetBlocks(records.sheet, 1) : plainBlocks(text);
  if (blocks.length === 0) throw new ExtractionError("empty-file", "the text holds no words", file.path);
  return {
    file,
    reader: "plain",
    pages: [{ number: 1, width: 0, height: 0, from: "plain", blocks }],
    ...(simplified(text) === text ? {} : { printed: withoutReadings(text) }),
    trouble: [
      ...undecoded(text, file.path),
      ...(records?.open ? [new ExtractionError("damaged", "a quoted field never ends", file.path)] : []),
    ],
  };
}

/** Text → paragraphs and grids in the order of the text. */
export function plainBlocks(text: string): Block[] {
  const printed = readLines(withoutReadings(text));
  // tables are known by the words of the standard their publisher writes; paragraphs stay as printed
  const lines = printed.map((line) => ({ ...line, text: simplified(line.text) }));
  const full = fullWidth(printed.filter((line) => !line.cell && !isRow(line)));
  const blocks: Block[] = [];
  const search = formSearch(lines);
  let prose: Line[] = [];
  const flush = (): void => {
    append(blocks, readProse(prose, full));
    prose = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const table: { grid: Grid; next: number; title?: readonly string[] } | null = line.cell
      ? readWordTable(lines, at)
      : isRow(line)
        ? readDelimitedTable(lines, at)
        : (readBaseData(lines, at) ??
          readForm(lines, at, search) ??
          readSpacedStream(lines, at) ??
          readAlignedTable(lines, at) ??
          readDrawnTable(lines, at) ??
          readBareStream(lines, at) ??
          readLooseRows(lines, at));
    if (table) {
      if ("title" in table)
        append(
          prose,
          table.title.map((title) => ({ ...line, text: title, cell: false, gap: true })),
        );
      prose = [...prose.slice(0, -MOST_CAPTIONS), ...prose.slice(-MOST_CAPTIONS).map(inStandard)];
      flush();
      blocks.push({ ...table.grid, ofText: line.cell || isRow(line) ? "cells" : "columns" });
      at = table.next;
    } else {
      prose.push(printed[at]!);
      at++;
    }
  }
  flush();
  return blocks;
}

/** So many lines above a table may be its title and captions. */
const MOST_CAPTIONS = 8;
const LONGEST_CAPTION = 60;
/** A table's title and captions are known by the words of the standard, as its cells are. */
const inStandard = (line: Line): Line =>
  line.text.length > LONGEST_CAPTION || /[。；]/u.test(line.text) ? line : { ...line, text: simplified(line.text) };
