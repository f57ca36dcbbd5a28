import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "hono";
import type { AnswerOf } from "../questions/index.ts";
import { problemResponse } from "./api.ts";
import { AskError, type Asker } from "./asker.ts";
import type { DocumentPage } from "./pages/document.tsx";
import type { SideSheet } from "./pages/findings.tsx";
import { problem } from "./problem.ts";

/** Fine enough to read the print beside its numbers. */
const PAGE_DPI = 110;
const LEAST_DPI = 20;
const MOST_DPI = 300;
/** Numbers of one page that are shown: more than this no page prints. */
const MOST_RECORDS = 1000;
const MOST_FINDINGS = 200;

/** Everything a page of a document shows; null where there is no such document. A page number that is none gives the first. */
export async function documentPage(
  asker: Asker,
  sha256: string,
  asked: string | undefined,
): Promise<DocumentPage | null> {
  const document = await asker.ask("document", { sha256 });
  if (document === null) return null;
  const number = /^\d{1,6}$/u.test(asked ?? "") ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), Math.max(1, document.pages));
  const [records, indicators, tables, unread, findings, noPicture] = await Promise.all([
    asker.ask("document.records", { sha256, page, limit: MOST_RECORDS }),
    asker.ask("document.indicators", { sha256, page }),
    asker.ask("document.tables", { sha256, page }),
    asker.ask("document.unread", { sha256, page }),
    asker.ask("findings", { sha256, limit: MOST_FINDINGS }),
    whyNoPicture(asker, document, page),
  ]);
  const paragraphs = noPicture === null ? null : await asker.ask("document.text", { sha256, page });
  return {
    document,
    page,
    records: records!.rows,
    indicators: indicators!.rows,
    tables: tables!.rows,
    unread: unread!.rows,
    paragraphs: paragraphs?.rows ?? [],
    findings: findings!.rows,
    noPicture,
  };
}

/** How long a page waits for its picture; one that takes longer comes by itself. Milliseconds. */
const PAINTED_MS = 60;

/** Null where the page can be painted: its painting has begun by then, for the browser that asks for it next. */
async function whyNoPicture(asker: Asker, document: AnswerOf<"document">, page: number): Promise<string | null> {
  if (!["pdf", "image"].includes(document.mediaType)) return "no-pages";
  const { sha256, paths } = document;
  try {
    await asker.original({ sha256, paths });
    const painted = asker.picture({ sha256, paths, page, dpi: PAGE_DPI });
    await Promise.race([painted, pause(PAINTED_MS)]);
    painted.catch(() => {});
    return null;
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return error.code.startsWith("NoPicture:") ? error.code.slice("NoPicture:".length) : "unreadable";
  }
}

/** A finding with the pages of its sides and the next open one of its document; null where there is none. */
export async function findingPage(asker: Asker, sha256: string, key: string) {
  const [named, list] = await Promise.all([
    asker.ask("findings", { sha256, key, limit: 1 }),
    asker.ask("findings", { sha256, limit: MOST_FINDINGS }),
  ]);
  const [finding] = named!.rows;
  if (!finding) return null;
  const at = list!.rows.findIndex((row) => row.key === key);
  const places = new Map(finding.sides.map((side) => [`${side.sha256}/${side.page}`, side]));
  const sheets: SideSheet[] = [];
  for (const { sha256: of, page } of places.values()) {
    const document = await asker.ask("document", { sha256: of });
    const sheet = document?.sheets.find(({ number }) => number === page);
    if (!document || !sheet) continue;
    const { width, height } = sheet;
    const noPicture = await whyNoPicture(asker, document, page);
    const cells = noPicture === null ? null : await storedPage(asker, of, page);
    sheets.push({ sha256: of, page, width, height, noPicture, cells });
  }
  const next = [...list!.rows.slice(at + 1), ...list!.rows.slice(0, at)].find(({ status }) => status === "open");
  return { finding, sheets, next };
}

/** A page as the store holds it, and where in it each number stands. */
async function storedPage(asker: Asker, sha256: string, page: number): Promise<NonNullable<SideSheet["cells"]>> {
  const [records, tables, paragraphs] = await Promise.all([
    asker.ask("document.records", { sha256, page, limit: MOST_RECORDS }),
    asker.ask("document.tables", { sha256, page }),
    asker.ask("document.text", { sha256, page }),
  ]);
  const places = records!.rows.flatMap(({ slot, table, row, col }) =>
    table === null ? [] : [[slot, `${table}/${row}/${col}`] as const],
  );
  return { tables: tables!.rows, paragraphs: paragraphs!.rows, places: new Map(places) };
}

/** The picture of a page: from the file it was read from, if that is still the same. */
export async function pictureOf(c: Context, asker: Asker): Promise<Response> {
  const { sha256 = "", page = "" } = c.req.param() as Record<string, string>;
  const dpi = c.req.query("dpi");
  if (!/^[0-9a-f]{64}$/u.test(sha256)) return problemResponse(c, problem(404, c.req.path));
  if (dpi !== undefined && !(/^\d{2,3}$/u.test(dpi) && Number(dpi) >= LEAST_DPI && Number(dpi) <= MOST_DPI))
    return problemResponse(c, problem(400, `dpi: ${LEAST_DPI}–${MOST_DPI}`, ["dpi"]));
  const crop = c.req.query("crop");
  const part = crop === undefined ? [] : crop.split(",").map(Number);
  if (crop !== undefined && !(/^\d{1,5}(?:,\d{1,5}){3}$/u.test(crop) && part[0]! < part[2]! && part[1]! < part[3]!))
    return problemResponse(c, problem(400, "crop: left,top,right,bottom", ["crop"]));
  const document = await asker.ask("document", { sha256 });
  if (document === null) return problemResponse(c, problem(404, c.req.path));
  const tag = `"${sha256.slice(0, 16)}-${page}-${dpi ?? PAGE_DPI}-${crop ?? ""}"`;
  if (c.req.header("if-none-match") === tag) return c.body(null, 304, { ETag: tag });
  try {
    const { type, bytes } = await asker.picture({
      sha256,
      paths: document.paths,
      page: Number.parseInt(page, 10),
      dpi: Number(dpi ?? PAGE_DPI),
      ...(crop === undefined ? {} : { crop: part as unknown as readonly [number, number, number, number] }),
    });
    return c.body(Uint8Array.from(bytes), 200, {
      "Content-Type": type,
      ETag: tag,
      "Cache-Control": "private, max-age=3600",
    });
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return problemResponse(c, problem(404, error.code));
  }
}
