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
  readonly picture: { readonly type: string; readonly bytes: Uint8Array } | null;
}

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

/** The findings asked for, ready to be printed. `pictures`: whether pieces of the pages are cut out. */
export async function listed(
  asker: Asker,
  params: Readonly<Record<string, unknown>>,
  language: Language,
  pictures: boolean,
): Promise<Listed[]> {
  const { rows } = (await asker.ask("findings", { ...params, limit: MOST_LISTED }))!;
  const list: Listed[] = [];
  for (const [n, finding] of rows.entries()) list.push(await one(asker, finding, n + 1, language, pictures));
  return list;
}

async function one(asker: Asker, finding: Finding, n: number, language: Language, pictures: boolean): Promise<Listed> {
  const words = wordsIn(language);
  const sides: ListedSide[] = [];
  for (const { sha256, file, label, value, unit, page, box, quote } of finding.sides)
    sides.push({
      words: [label, `${value ?? ""}${unit ?? ""}`].filter(Boolean).join(" "),
      place: language === "zh" ? `${file} 第 ${page} 页` : `${file}, page ${page}`,
      quote: quote ?? "",
      picture: pictures && box ? await crop(asker, sha256, page, [...box]) : null,
    });
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

async function crop(asker: Asker, sha256: string, page: number, box: readonly number[]) {
  const document = await asker.ask("document", { sha256 });
  if (document?.mediaType !== "pdf") return null;
  const [x0, y0, x1, y1] = box as [number, number, number, number];
  const width = document.sheets.find(({ number }) => number === page)?.width ?? x1;
  try {
    // The whole line the number stands in: a number alone tells nothing.
    const line = [Math.max(0, Math.min(x0, width * 0.06)), y0, Math.max(x1, width * 0.94), y1] as const;
    const { type, bytes } = await asker.picture({ sha256, paths: document.paths, page, dpi: CROP_DPI, crop: line });
    return { type, bytes };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    return null;
  }
}
