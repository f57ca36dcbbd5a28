import { QUESTIONS } from "../../questions/index.ts";
import { asker } from "../asker.ts";
import { readParams } from "../problem.ts";
import { type Language, wordsIn } from "../words.ts";
import { listed } from "./data.ts";
import { listDocx } from "./docx.ts";
import { listHtml } from "./page.tsx";
import { listXlsx } from "./routes.tsx";

/** Kinds of file the list is written as, by their endings. */
export const LIST_KINDS = ["html", "docx", "xlsx"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/**
 * 疑点清单 of a database as the bytes of one file: both quotes, pages, pieces of the pages (not in Excel), decisions and reasons. `asked`: the
 * parameters of the question `findings`, as texts. Throws ProblemError, AskError.
 */
export async function findingsList(
  database: string,
  asked: Readonly<Record<string, string>>,
  kind: ListKind,
  language: Language,
): Promise<{ readonly bytes: Uint8Array; readonly findings: number }> {
  const threads = asker(database);
  try {
    const params = readParams(QUESTIONS.findings.params, asked);
    const list = await listed(threads, params, language, kind === "xlsx" ? "none" : "bytes");
    const words = wordsIn(language);
    const bytes =
      kind === "docx"
        ? listDocx(list, words)
        : kind === "xlsx"
          ? await listXlsx(list, words)
          : new TextEncoder().encode(listHtml(list, language));
    return { bytes, findings: list.length };
  } finally {
    await threads.close();
  }
}
