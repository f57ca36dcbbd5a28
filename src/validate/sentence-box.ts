import type { Box, Finding, Source } from "../../schemas/index.ts";
import { squeeze } from "../lib/grid.ts";
import type { Paragraph } from "../lib/layout.ts";
import type { Section } from "../lib/section.ts";

/** The lines of a paragraph run together without white space, each with where it begins. */
interface Lines {
  readonly text: string;
  readonly lines: readonly { readonly from: number; readonly to: number; readonly box: Box | null }[];
}

/**
 * Findings whose sides in the prose carry the box of the lines their words are printed on, not that of the whole paragraph, where the lines are
 * known.
 */
export function withSentenceBoxes(findings: readonly Finding[], sections: readonly Section[]): readonly Finding[] {
  const pages = new Map<number, Lines[]>();
  const linesOn = (page: number): readonly Lines[] => {
    const known = pages.get(page);
    if (known) return known;
    const found = sections.flatMap((s) => (s.kind === "prose" ? s.paragraphs : [])).filter((p) => p.page === page);
    const made = found.filter((p) => p.lines?.some(({ box }) => box !== null)).map(runTogether);
    pages.set(page, made);
    return made;
  };
  const boxed = (source: Source): Source => {
    if (source.table !== null || source.quote === null) return source;
    const box = boxOf(linesOn(source.page), squeeze(source.quote));
    return box ? { ...source, bbox: box } : source;
  };
  return findings.map((f) => ({ ...f, sides: f.sides.map((side) => ({ ...side, source: boxed(side.source) })) }));
}

function runTogether({ lines = [] }: Paragraph): Lines {
  let text = "";
  const out = lines.map((line) => {
    const from = text.length;
    text += squeeze(line.text);
    return { from, to: text.length, box: line.box };
  });
  return { text, lines: out };
}

function boxOf(paragraphs: readonly Lines[], quote: string): Box | null {
  for (const { text, lines } of paragraphs) {
    const at = quote === "" ? -1 : text.indexOf(quote);
    if (at < 0) continue;
    const boxes = lines.filter(({ from, to }) => from < at + quote.length && to > at).flatMap(({ box }) => box ?? []);
    const corners = Array.from({ length: boxes.length / 4 }, (_, i) => boxes.slice(i * 4, i * 4 + 4));
    if (corners.length === 0) return null;
    const edge = (i: number, pick: (...n: number[]) => number): number => pick(...corners.map((c) => c[i]!));
    return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
  }
  return null;
}
