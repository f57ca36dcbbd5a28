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
  "mingzhang tables 决算.pdf --draw 图",
];

interface TablesOptions extends ReadingOptions {
  readonly html?: true;
  readonly draw?: string;
}

/** What is done with the tables of each file, and with each painted page. */
interface Output {
  readonly file: (whole: WholeFile) => Promise<void>;
  readonly onPicture?: (picture: PagePicture) => void;
}

/** `tables FILE… [--html] [--draw DIR]`: grids as JSON Lines, as a web page, or painted over the pages. */
export const tables = withReadingOptions(new Command("tables"))
  .description(messages.tables.about)
  .argument("<file...>", messages.files)
  .option("--html", messages.tables.html)
  .option("--draw <dir>", messages.tables.draw)
  .action(async (files: string[], options: TablesOptions) => {
    const { readable } = await import("../readable.ts");
    const output = options.draw === undefined ? await (options.html ? web() : records()) : await pictures(options.draw);
    const { onPicture } = output;
    for await (const whole of readable(files, { ...readingOptions(options), ...(onPicture && { onPicture }) })) {
      for (const trouble of whole.processed.layoutTrouble) say(troubleLine(whole.file.path, trouble));
      await output.file(whole);
    }
  });

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

async function pictures(path: string): Promise<Output> {
  const { outFolder } = await import("../out-folder.ts");
  const folder = await outFolder(path);
  let writing: Promise<void> = Promise.resolve();
  return {
    file: async ({ file }) => {
      if (file.mediaType !== "pdf") say(`${file.path}: ${messages.tables.onlyPdf}`);
      await writing;
    },
    onPicture: ({ name, page, png }) => {
      writing = writing.then(async () => say(await folder.write(`${name}.p${page}`, png, ".png")));
      writing.catch(() => {});
    },
  };
}
