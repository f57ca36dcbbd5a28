import type { Cell } from "../../lib/layout.ts";
import type { Glyph } from "../../lib/page-content.ts";
import { leastSure, lineText, printedLines } from "./printed-lines.ts";

/** The text of a cell, its lines joined with "\n", and what OCR left in doubt. */
export function cellText(glyphs: readonly Glyph[]): Pick<Cell, "text" | "alternatives" | "asRead" | "confidence"> {
  if (glyphs.length === 0) return { text: "" };
  return { ...cellReadings(glyphs), ...leastSure(glyphs), ...asRead(glyphs) };
}

/** The text before words of the forms were put in the place of what was read; nothing where none was. */
function asRead(glyphs: readonly Glyph[]): Pick<Cell, "asRead"> {
  if (glyphs.every((glyph) => glyph.asRead === undefined)) return {};
  const lines = printedLines(glyphs.map((glyph) => ({ ...glyph, text: glyph.asRead ?? glyph.text })));
  return { asRead: lines.map((line) => lineText(line.glyphs, true)).join("\n") };
}

function cellReadings(glyphs: readonly Glyph[]): Pick<Cell, "text" | "alternatives"> {
  const lines = printedLines(glyphs);
  const text = lines.map((line) => lineText(line.glyphs, true)).join("\n");
  const doubtful = glyphs.find((glyph) => glyph.alternatives?.length);
  if (!doubtful) return { text };
  const readings = (doubtful.alternatives ?? []).map((other) =>
    lines
      .map((l) =>
        lineText(
          l.glyphs.map((g) => (g === doubtful ? { ...g, text: other } : g)),
          true,
        ),
      )
      .join("\n"),
  );
  return { text, alternatives: readings };
}
