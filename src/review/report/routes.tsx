import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Context, Hono } from "hono";
import { writeXlsx } from "../../export/xlsx/index.ts";
import { QUESTIONS } from "../../questions/index.ts";
import type { Asker } from "../asker.ts";
import { Frame, type Setting } from "../pages/layout.tsx";
import { readParams } from "../problem.ts";
import type { Words } from "../words.ts";
import { type Listed, listed, type Pictures } from "./data.ts";
import { listDocx } from "./docx.ts";
import { ListBody } from "./page.tsx";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** 疑点清单 as a page to print, as Word and as Excel. */
export function reportRoutes(asker: Asker, setting: (c: Context) => Setting): Hono {
  const app = new Hono();
  const asked = async (c: Context, pictures: Pictures): Promise<Listed[]> => {
    const { lang: _, ...query } = c.req.query();
    return await listed(asker, readParams(QUESTIONS.findings.params, query), setting(c).language, pictures);
  };
  const file = (c: Context, bytes: Uint8Array, type: string, name: string): Response =>
    c.body(Uint8Array.from(bytes), 200, {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
    });

  app.get("/report", async (c) => {
    const here = setting(c);
    return c.html(`<!doctype html>${String(<List setting={here} list={await asked(c, "addresses")} />)}`);
  });
  app.get("/report.docx", async (c) =>
    file(c, listDocx(await asked(c, "bytes"), setting(c).words), DOCX, "findings.docx"),
  );
  app.get("/report.xlsx", async (c) =>
    file(c, await listXlsx(await asked(c, "none"), setting(c).words), XLSX, "findings.xlsx"),
  );
  return app;
}

function List({ setting, list }: { readonly setting: Setting; readonly list: readonly Listed[] }) {
  return (
    <Frame setting={setting} title={setting.words.list}>
      <ListBody list={list} language={setting.language} />
    </Frame>
  );
}

/** The list as a workbook: a line a side. */
export async function listXlsx(list: readonly Listed[], words: Words): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-list-"));
  try {
    const path = join(folder, "findings.xlsx");
    const names = ["heading", "about", "message", "equation", "side", "place", "quote", "status", "decisions"];
    writeXlsx(path, [
      {
        name: "findings",
        title: [words.list, words.list],
        row: [words.sides, words.sides],
        columns: names.map((name) => ({ name, type: "text" as const, note: [name, name] as const })),
        rows: function* () {
          for (const { heading, about, message, equation, sides, status, decisions } of list)
            for (const side of sides)
              yield [
                heading,
                about,
                message,
                equation,
                side.words,
                side.place,
                side.quote,
                status,
                decisions.join("\n"),
              ];
        },
      },
    ]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
