import type { AnswerOf } from "../../questions/index.ts";
import { AskError, type Asker } from "../asker.ts";
import type { Language } from "../words.ts";
import { wordsIn } from "../words.ts";

type Finding = AnswerOf<"findings">["rows"][number];

/** A list for people: more findings than this are a data set. */
export const MOST_LISTED = 500;
const CROP_DPI = 130;

/** One side as it is listed: what is printed, where, and the piece of the page. */
export interface ListedSide {
  readonly words: string;
  readonly place: string;
  readonly quote: string;
  readonly picture: Painted | { readonly address: string } | null;
}

/** A piece of a page. */
export interface Painted {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** How pieces of the pages come into a list: not at all, as bytes, or as the addresses of our own pages. */
export type Pictures = "none" | "bytes" | "addresses";

/** One finding as it is listed. */
export interface Listed {
  readonly heading: string;
  readonly about: string;
  readonly message: string;
  readonly equation: string | null;
  readonly sides: readonly ListedSide[];
  readonly decisions: readonly string[];
  readonly status: string;
}

/** The findings asked for, ready to be printed. */
export async function listed(
  asker: Asker,
  params: Readonly<Record<string, unknown>>,
  language: Language,
  pictures: Pictures,
): Promise<Listed[]> {
  const { rows } = (await asker.ask("findings", { ...params, limit: MOST_LISTED }))!;
  const list: Listed[] = [];
  for (const [n, finding] of rows.entries()) list.push(await one(asker, finding, n + 1, language, pictures));
  return list;
}

async function one(asker: Asker, finding: Finding, n: number, language: Language, pictures: Pictures): Promise<Listed> {
  const words = wordsIn(language);
  const sides: ListedSide[] = [];
  for (const side of finding.sides) {
    const { file, label, value, unit, page, quote } = side;
    sides.push({
      words: [label, `${value ?? ""}${unit ?? ""}`].filter(Boolean).join(" "),
      place: language === "zh" ? `${file} 第 ${page} 页` : `${file}, page ${page}`,
      quote: quote ?? "",
      picture: await pictureOf(asker, side, pictures),
    });
  }
  return {
    heading: `${n}. ${words.severities[finding.severity] ?? finding.severity} · ${finding.rule}`,
    about: [finding.entity ?? finding.file, finding.fiscalYear].filter(Boolean).join(" "),
    message: finding.message,
    equation: finding.equation,
    sides,
    decisions: finding.decisions.map(({ action, reason, author, on }) =>
      [on, words.findingStatuses[action], reason, author].filter(Boolean).join(" · "),
    ),
    status: words.findingStatuses[finding.status],
  };
}

/** The piece of a page that a side is printed in. */
interface Piece {
  readonly sha256: string;
  readonly paths: readonly string[];
  readonly page: number;
  readonly dpi: number;
  readonly crop: readonly [number, number, number, number];
}

/** Where a side is printed, if that can be painted: the whole line the number stands in, as a number alone tells nothing. */
async function pieceOf(asker: Asker, { sha256, page, box }: Finding["sides"][number]): Promise<Piece | null> {
  const document = box && (await asker.ask("document", { sha256 }));
  if (!box || document?.mediaType !== "pdf") return null;
  const [x0, y0, x1, y1] = box;
  const width = document.sheets.find(({ number }) => number === page)?.width ?? x1;
  const crop = [Math.max(0, Math.min(x0, width * 0.06)), y0, Math.max(x1, width * 0.94), y1] as const;
  return { sha256, paths: document.paths, page, dpi: CROP_DPI, crop };
}

/** What is painted of a side, or where a browser gets it; nothing where the file is gone or is another. */
async function pictureOf(asker: Asker, side: Finding["sides"][number], as: Pictures): Promise<ListedSide["picture"]> {
  const piece = as === "none" ? null : await pieceOf(asker, side);
  if (piece === null) return null;
  const { sha256, paths, page, dpi, crop } = piece;
  try {
    if (as === "bytes") {
      const { type, bytes } = await asker.picture(piece);
      return { type, bytes };
    }
    await asker.original({ sha256, paths });
    return { address: `/documents/${sha256}/pages/${page}.png?dpi=${dpi}&crop=${crop.map(Math.round).join(",")}` };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return null;
  }
}
