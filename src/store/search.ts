import { smallest } from "../lib/long-lists.ts";
import { findWord, phrases, wordsOf } from "./han.ts";
import { statement } from "./statements.ts";
import type { Store } from "./store.ts";

/** What is looked for. */
export interface SearchQuestion {
  /** Words apart by white space: all must stand on the page. */
  readonly query: string;
  /** Part of the body's name. */
  readonly entity?: string;
  readonly fiscalYear?: number;
  readonly limit?: number;
}

/** A page that has all the words, with the line that has the most of them. */
export interface SearchHit {
  readonly path: string;
  readonly sha256: string;
  readonly entity: string | null;
  readonly fiscalYear: number | null;
  readonly page: number;
  /** The line as printed: a paragraph, or a table row with its cells apart by ` | `. At most about 100 characters of it. */
  readonly snippet: string;
  /** Where the words stand in the snippet: from, to. */
  readonly marks: readonly (readonly [number, number])[];
  /** Number of the table the line stands in; null in prose. */
  readonly table: number | null;
}

const HITS = `
SELECT page_search.run_id AS run, page_search.page AS page, document.entity AS entity, document.fiscal_year AS fiscalYear,
  (SELECT sha256 FROM file WHERE file.id = document.file_id) AS sha256,
  (SELECT min(path) FROM acquisition WHERE acquisition.file_id = document.file_id) AS path
FROM (SELECT rowid AS id, rank FROM page_text WHERE page_text MATCH :match) AS found
JOIN page_search ON page_search.id = found.id
JOIN run ON run.id = page_search.run_id JOIN document ON document.id = run.document_id
WHERE (:entity IS NULL OR instr(document.entity, :entity) > 0)
  AND (:fiscalYear IS NULL OR document.fiscal_year = :fiscalYear)
ORDER BY found.rank, path, page LIMIT :limit`;

const COUNT = "SELECT count(*) FROM page_text WHERE page_text MATCH ?";

/** Lines of a page in printed order. */
const LINES = `
SELECT section.seq AS seq, 0 AS part, 0 AS number, 0 AS row, section.headings AS text FROM section
WHERE section.run_id = :run AND :page = coalesce(
  (SELECT min(grid.page) FROM grid WHERE grid.section_id = section.id),
  (SELECT min(paragraph.page) FROM paragraph WHERE paragraph.section_id = section.id))
UNION ALL
SELECT section.seq, 1, 0, paragraph.seq, paragraph.text FROM section JOIN paragraph ON paragraph.section_id = section.id
WHERE section.run_id = :run AND paragraph.page = :page
UNION ALL
SELECT section.seq, 2, grid.number, cell.r, group_concat(cell.text, ' | ' ORDER BY cell.c) FROM grid
JOIN section ON section.id = grid.section_id JOIN cell ON cell.grid_id = grid.id
WHERE grid.run_id = :run AND cell.page = :page AND cell.text <> '' GROUP BY grid.id, cell.r
ORDER BY seq, part, row`;

/** How much of a line is shown around a word. */
const SHOWN = 100;
const BEFORE = 30;

/** Pages that have all the words, the most telling first. */
export function search(store: Store, { query, entity, fiscalYear, limit = 20 }: SearchQuestion): SearchHit[] {
  const words = wordsOf(query);
  const match = phrases(words);
  if (match === null) return [];
  const pages = statement(store.db, HITS).all({
    match,
    entity: entity ?? null,
    fiscalYear: fiscalYear ?? null,
    limit,
  }) as { run: bigint; page: bigint; entity: string | null; fiscalYear: bigint | null; path: string; sha256: string }[];
  const lines = statement(store.db, LINES);
  return pages.map(({ run, ...hit }) => ({
    ...hit,
    page: Number(hit.page),
    fiscalYear: hit.fiscalYear === null ? null : Number(hit.fiscalYear),
    ...snippetOf(lines.all({ run, page: hit.page }) as PrintedLine[], words),
  }));
}

/** How many pages have all the words, of whatever body and year. */
export function searchCount(store: Store, query: string): number {
  const match = phrases(wordsOf(query));
  return match === null ? 0 : Number(statement(store.db, COUNT).pluck().get(match));
}

interface PrintedLine {
  readonly number: bigint;
  readonly text: string;
}

/** The first of the lines with the most words. A word that runs over two lines is in none: then the page's first line stands for it. */
function snippetOf(
  lines: readonly PrintedLine[],
  words: readonly string[],
): Pick<SearchHit, "snippet" | "marks" | "table"> {
  let best: { line: string; table: number | null; found: readonly { from: number; to: number }[] } | undefined;
  for (const { number, text } of lines) {
    const line = text.replaceAll(/\s+/gu, " ");
    const found = words.flatMap((word) => findWord(line, word) ?? []);
    if (!best || found.length > best.found.length) best = { line, table: number === 0n ? null : Number(number), found };
    if (found.length === words.length) break;
  }
  if (!best) return { snippet: "", marks: [], table: null };
  const { line, table, found } = best;
  const first = Math.min(smallest(found.map(({ from }) => from)), line.length);
  const from =
    line.length <= SHOWN || found.length === 0 ? 0 : Math.max(0, Math.min(first - BEFORE, line.length - SHOWN));
  const shown = line.slice(from, from + SHOWN);
  const [left, right] = [from > 0 ? "…" : "", from + SHOWN < line.length ? "…" : ""];
  const marks = found
    .filter((mark) => mark.to <= from + SHOWN)
    .map((mark) => [mark.from - from + left.length, mark.to - from + left.length] as const)
    .sort((a, b) => a[0] - b[0]);
  return { snippet: `${left}${shown}${right}`, marks, table };
}
