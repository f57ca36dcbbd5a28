import { Command } from "commander";
import type { LayoutOptions } from "../../layout/index.ts";
import type { SourceFile } from "../../lib/source-file.ts";
import { tableRecord } from "../../lib/table-record.ts";
import type { Processed } from "../../pipeline.ts";
import { messages } from "../language.ts";
import { jsonLine, print, say, troubleLine } from "../print.ts";
import { readingOptions, withReadingOptions } from "../reading-options.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang tables 决算.pdf | head -1",
  "mingzhang tables 决算.pdf --html > 表格.html",
  "mingzhang tables 决算.pdf --draw 图",
];

interface TablesOptions extends LayoutOptions {
  readonly html?: true;
  readonly draw?: string;
}

/** What is done with the tables of each file. */
type Output = (file: SourceFile, processed: Processed) => Promise<void>;

/** `tables FILE… [--html] [--draw DIR]`: grids as JSON Lines, as a web page, or painted over the pages. */
export const tables = withReadingOptions(new Command("tables"))
  .description(messages.tables.about)
  .argument("<file...>", messages.files)
  .option("--html", messages.tables.html)
  .option("--draw <dir>", messages.tables.draw)
  .action(async (files: string[], options: TablesOptions) => {
    const { readable } = await import("../readable.ts");
    const output = options.draw === undefined ? await (options.html ? web() : records()) : await pictures(options.draw);
    for await (const { file, processed } of readable(files, readingOptions(options))) {
      for (const trouble of processed.layout.trouble) say(troubleLine(file.path, trouble));
      await output(file, processed);
    }
  });

async function records(): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  return async (_, processed) => {
    for (const section of tableSections(processed)) await print(jsonLine(tableRecord(section)));
  };
}

async function web(): Promise<Output> {
  const { tableSections } = await import("../../batch/output.ts");
  const { pageStart, tableHtml } = await import("../table-html.ts");
  await print(pageStart());
  return async (file, processed) => {
    for (const section of tableSections(processed))
      await print(tableHtml(file.name, section.table, tableRecord(section)));
  };
}

async function pictures(path: string): Promise<Output> {
  const { drawPdf } = await import("../../layout/pdf/draw.ts");
  const { outFolder } = await import("../out-folder.ts");
  const folder = await outFolder(path);
  return async (file, { layout }) => {
    if (file.mediaType !== "pdf") {
      say(`${file.path}: ${messages.tables.onlyPdf}`);
      return;
    }
    for await (const { page, png } of drawPdf(file, layout.pages))
      say(await folder.write(`${file.name}.p${page}`, png, ".png"));
  };
}
