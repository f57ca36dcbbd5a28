import type Database from "better-sqlite3";
import type { Box } from "../../schemas/index.ts";
import { matrix } from "../lib/grid.ts";
import type { Cell, Paragraph } from "../lib/layout.ts";
import type { Section, TableSection } from "../lib/section.ts";
import { flag, inserter, lines, type Value } from "./statements.ts";
import type { StoredFile } from "./stored-file.ts";

/** A stored grid: how a record's row and column find their cell. */
export interface GridRow {
  readonly id: bigint;
  readonly cellAt: (row: number, col: number) => Cell | undefined;
}

/** The corners of what has no box. */
export const NO_BOX = [null, null, null, null] as const;
/** A box as its four columns. */
export const corners = (box: Box | null): readonly Value[] => box ?? NO_BOX;

/** Sections, paragraphs, grids and cells of a run; gives the grids by table number. */
export function writeSections(db: Database.Database, run: bigint, stored: StoredFile): Map<number, GridRow> {
  const insert = inserter(db, "section", "run_id,seq,kind,headings,year");
  const grids = new Map<number, GridRow>();
  const unclaimed = new Set(stored.unclaimed);
  const unread = new Set(stored.unread.map(({ table, r, c }) => `${table}/${r}/${c}`));
  for (const section of stored.sections) {
    const id = insert(run, section.index, section.kind, section.headings.join("\n"), section.year);
    writeParagraphs(db, id, section);
    if (section.kind === "table")
      grids.set(section.table, writeGrid(db, run, id, section, !unclaimed.has(section.table), unread));
  }
  return grids;
}

function writeParagraphs(db: Database.Database, section: bigint, content: Section): void {
  const insert = inserter(db, "paragraph", "section_id,seq,role,page,x0,y0,x1,y1,address,text");
  let seq = 0;
  const write = (role: string, paragraphs: readonly Paragraph[]): void => {
    for (const { page, box, address, text } of paragraphs)
      insert(section, seq++, role, page, ...corners(box), address ?? null, text);
  };
  if (content.kind === "prose") write("body", content.paragraphs);
  else {
    write("caption", content.caption);
    write("note", content.notes);
  }
}

function writeGrid(
  db: Database.Database,
  run: bigint,
  section: bigint,
  { grid, table, title, unit, entity }: TableSection,
  claimed: boolean,
  unread: ReadonlySet<string>,
): GridRow {
  const id = inserter(
    db,
    "grid",
    "run_id,section_id,number,title,unit,unit_from,entity,rows,cols,page,x0,y0,x1,y1,claimed",
  )(
    run,
    section,
    table,
    title,
    unit?.text ?? null,
    unit?.from ?? null,
    entity,
    grid.rows,
    grid.cols,
    grid.page,
    ...corners(grid.box),
    flag(claimed),
  );
  const insert = inserter(
    db,
    "cell",
    "grid_id,r,c,rowspan,colspan,page,x0,y0,x1,y1,text,address,alternatives,as_read,confidence,unread",
  );
  for (const { r, c, rs, cs, page, box, text, address, alternatives, asRead, confidence } of grid.cells)
    insert(
      id,
      r,
      c,
      rs,
      cs,
      page,
      ...corners(box),
      text,
      address ?? null,
      lines(alternatives),
      asRead ?? null,
      confidence ?? null,
      flag(unread.has(`${table}/${r}/${c}`)),
    );
  return { id, cellAt: (row, col) => matrix(grid)[row]?.[col] };
}
