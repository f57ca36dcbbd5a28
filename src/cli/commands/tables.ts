import { resolve } from "node:path";
import { Command } from "commander";
import type { PagePicture, WholeFile } from "../../batch/worker-messages.ts";
import { tableRecord } from "../../lib/table-record.ts";
import { messages } from "../language.ts";
import { jsonLine, print, say, troubleLine } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang tables 决算.pdf | head -1",
  "mingzhang tables 决算.pdf --html > 表格.html",
  "mingzhang tables 决算.pdf --md > 表格.md",
  "mingzhang tables 决算.pdf --csv 表格 --excel",
  "mingzhang tables 公开/ --xlsx 表格",
  "mingzhang tables 决算.pdf --draw 图",
];

interface TablesOptions extends ReadingOptions {
  readonly html?: true;
  readonly draw?: string;
  readonly md?: true;
  readonly csv?: string;
  readonly excel?: true;
  readonly xlsx?: string;
  readonly overwrite?: true;
}

/** What is done with the tables of each file, and with each painted page. */
interface Output {
  readonly file: (whole: WholeFile) => Promise<void>;
  readonly onPicture?: (picture: PagePicture) => void;
}

/** `tables FILE… [--html] [--md] [--csv DIR] [--xlsx DIR] [--draw DIR]`: grids as JSON Lines, as a page, as files, or painted over the pages. */
export const tables = withReadingOptions(new Command("tables"))
  .description(messages.tables.about)
  .argument("<file...>", messages.files)
  .option("--html", messages.tables.html)
  .option("--md", messages.tables.md)
  .option("--csv <dir>", messages.tables.csv)
  .option("--excel", messages.option.excel)
  .option("--xlsx <dir>", messages.tables.xlsx)
  .option("--draw <dir>", messages.tables.draw)
  .option("--overwrite", messages.option.overwrite)
  .action(async (files: string[], options: TablesOptions) => {
    const { readable } = await import("../readable.ts");
    const output = await outputOf(options);
    const { onPicture } = output;
    for await (const whole of readable(files, { ...readingOptions(options), ...(onPicture && { onPicture }) })) {
      for (const trouble of whole.processed.layoutTrouble) say(troubleLine(whole.file.path, trouble));
      await output.file(whole);
    }
  });

function outputOf({ draw, html, md, csv, xlsx, excel, overwrite }: TablesOptions): Promise<Output> {
  if (draw !== undefined) return pictures(draw, overwrite);
  if (csv !== undefined) return csvFiles(csv, excel === true, overwrite);
  if (xlsx !== undefined) return workbooks(xlsx, overwrite);
  return html ? web() : md ? markdown() : records();
}

async function markdown(): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  const { tableMarkdown } = await import("../table-files.ts");
  return {
    file: async ({ file, processed }) => {
      await print(`## ${file.name}\n\n`);
      for (const section of tableSections(processed)) {
        const table = tableRecord(section);
        await print(tableMarkdown(section.table, table, messages.page(table.page)));
      }
    },
  };
}

/** A file for each table: `决算.pdf.t3.csv`. */
async function csvFiles(path: string, excel: boolean, overwrite?: true): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  const { outFolder } = await import("../out-folder.ts");
  const { textRows } = await import("../table-files.ts");
  const { csv } = await import("../text-table.ts");
  const folder = await outFolder(path, overwrite);
  return {
    file: async ({ file, processed }) => {
      for (const section of tableSections(processed)) {
        const text = await csv(textRows(tableRecord(section)), excel);
        say(
          await folder.write({
            name: file.name,
            of: resolve(file.path),
            content: text,
            ending: `.t${section.table}.csv`,
          }),
        );
      }
    },
  };
}

/** A workbook for each file, a worksheet for each table. */
async function workbooks(path: string, overwrite?: true): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  const { writeXlsx } = await import("../../export/xlsx/index.ts");
  const { outFolder } = await import("../out-folder.ts");
  const { worksheet } = await import("../table-files.ts");
  const folder = await outFolder(path, overwrite);
  return {
    file: async ({ file, processed }) => {
      const sheets = tableSections(processed).map((section) => worksheet(section.table, tableRecord(section)));
      if (sheets.length === 0) return;
      const content = (at: string): void => void writeXlsx(at, sheets, undefined, false);
      say(await folder.write({ name: file.name, of: resolve(file.path), content, ending: ".xlsx" }));
    },
  };
}

async function records(): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  return {
    file: async ({ processed }) => {
      for (const section of tableSections(processed)) await print(jsonLine(tableRecord(section)));
    },
  };
}

async function web(): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  const { pageStart, tableHtml } = await import("../table-html.ts");
  await print(pageStart());
  return {
    file: async ({ file, processed }) => {
      for (const section of tableSections(processed))
        await print(tableHtml(file.name, section.table, tableRecord(section)));
    },
  };
}

async function pictures(path: string, overwrite?: true): Promise<Output> {
  const { outFolder } = await import("../out-folder.ts");
  const folder = await outFolder(path, overwrite);
  let writing: Promise<void> = Promise.resolve();
  return {
    file: async ({ file }) => {
      if (file.mediaType !== "pdf") say(`${file.path}: ${messages.tables.onlyPdf}`);
      await writing;
    },
    onPicture: ({ name, path: of, page, png }) => {
      writing = writing.then(async () =>
        say(await folder.write({ name, of: resolve(of), content: png, ending: `.p${page}.png` })),
      );
      writing.catch(() => {});
    },
  };
}
