import { FRAMED, SOURCES } from "../../schemas/forms/bodies.ts";
import { DATE_ALONE, DATE_LABEL_LEFT_OPEN } from "../../schemas/forms/covers.ts";
import { matrix, squeeze } from "../lib/grid.ts";
import type { Layout } from "../lib/layout.ts";
import { append } from "../lib/long-lists.ts";
import type { Section } from "../lib/section.ts";
import { simplified } from "../lib/traditional.ts";

/** What a document says of itself: its opening lines, its short lines (titles, headings), labelled fields, its last lines. */
export interface Landmarks {
  /** The first paragraphs, up to the first table or the contents list. */
  readonly opening: readonly string[];
  /** Titles of tables and headings of sections. */
  readonly titles: readonly string[];
  /** Short lines anywhere that end no sentence. */
  readonly lines: readonly string[];
  /** Label and value: 预算主管部门：…, | 实施单位 | … |. Labels without white space. */
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly closing: readonly string[];
}

/** Opening lines looked at: a cover has fewer. */
const OPENING_LINES = 14;
const SHORT_LINE = 64;
/** Blanks between a label and its value, not between an empty label and the next. */
const LABEL_GAP = /([:：])\s+(?=\p{Script=Han}{4,})(?!\p{Script=Han}{2,10}[:：])/gu;
const FIELD = /^([\p{Script=Han}（）()、/]{2,18}?)\s*[:：]\s*(.+)$/u;

/** Collects the landmarks in one pass over the pages and sections. */
export function landmarksOf(layout: Layout, sections: readonly Section[]): Landmarks {
  const opening: string[] = [];
  const lines: string[] = [];
  const fields: [string, string][] = [];
  const all: string[] = [];
  let open = true;
  // 填报日期： at the end of a line, its date on the next
  let undated: string | undefined;
  let unnamed: string | null = null;
  for (const page of layout.pages)
    for (const block of page.blocks) {
      if (block.kind === "grid") {
        append(fields, fieldsOfGrid(matrix(block)));
        for (const cell of block.cells) append(fields, framedFields(cell.text));
        open = opening.length === 0;
        undated = undefined;
        continue;
      }
      const text = simplified(block.text.normalize("NFKC")).trim();
      if (text === "") continue;
      all.push(text);
      if (undated !== undefined && DATE_ALONE.test(squeeze(text))) fields.push([undated, text]);
      // 发布机构, and its name on the line below
      if (unnamed !== null && !SOURCES.test(squeeze(text))) fields.push([unnamed, text]);
      unnamed = SOURCES.test(squeeze(text)) ? squeeze(text) : null;
      undated = DATE_LABEL_LEFT_OPEN.exec(text)?.[1];
      if (/^目\s*录$/u.test(text)) open = false;
      if (open && opening.length < OPENING_LINES) opening.push(text);
      const short = squeeze(text);
      if (short.length <= SHORT_LINE && !/[。；;]$/u.test(short)) lines.push(short);
      append(fields, framedFields(text));
      // 部门（单位）名称：  某中心: the blanks are the form's
      for (const part of text
        .replace(LABEL_GAP, "$1")
        .split(/\s{2,}|(?<=\S)\s+(?=[\p{Script=Han}（）()]{2,12}[:：])/u)) {
        const field = FIELD.exec(part.trim());
        if (field) fields.push([squeeze(field[1]!), field[2]!.trim()]);
      }
    }
  const titles = sections.flatMap((section) =>
    [...section.headings, ...(section.kind === "table" && section.title ? [section.title] : [])].map(squeeze),
  );
  return { opening, titles: [...new Set(titles)], lines, fields, closing: all.slice(-4) };
}

/** Fields whose labels stand anywhere in a line. */
const framedFields = (text: string): [string, string][] =>
  [...text.matchAll(FRAMED)].map(([, label, value]) => [label as string, value as string]);

/** Label cells and the cell right of them. */
function fieldsOfGrid(rows: ReturnType<typeof matrix>): [string, string][] {
  const fields: [string, string][] = [];
  for (const row of rows)
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      const next = cell && row[cell.c + cell.cs];
      if (!cell || cell.c !== c || !next) continue;
      const label = squeeze(cell.text);
      if (/(?:名称|单位|部门|日期|时间|机构|及编码)(?:[（(].*[)）])?$/u.test(label) && label.length <= 18)
        fields.push([label, squeeze(next.text)]);
    }
  return fields;
}
