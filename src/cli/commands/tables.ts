import { Command } from "commander";
import type { LayoutOptions } from "../../layout/index.ts";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { jsonLine, print, say, troubleLine } from "../print.ts";
import { readingOptions, withReadingOptions } from "../reading-options.ts";

export const examples = ["mingzhang tables 决算.pdf | head -1", "mingzhang tables 决算.pdf --html > 表格.html"];

/** `tables FILE… [--html]`: grids as JSON Lines or as a web page. */
export const tables = withReadingOptions(new Command("tables"))
  .description(messages.tables.about)
  .argument("<file...>", messages.files)
  .option("--html", messages.tables.html)
  .action(async (files: string[], options: LayoutOptions & { html?: true }) => {
    const { read } = await import("../../batch/read.ts");
    const { tableRecord, tableSections } = await import("../../batch/output.ts");
    const { pageEnd, pageStart, tableHtml } = await import("../table-html.ts");
    if (options.html) await print(pageStart());
    for await (const outcome of read(files, readingOptions(options))) {
      if ("error" in outcome) {
        say(troubleLine(outcome.path, outcome.error));
        process.exitCode = EXIT.someUnread;
        continue;
      }
      const { file, processed } = outcome;
      for (const trouble of processed.layout.trouble) say(troubleLine(file.path, trouble));
      for (const section of tableSections(processed)) {
        const record = tableRecord(section);
        await print(options.html ? tableHtml(file.name, section.table, record) : jsonLine(record));
      }
    }
    if (options.html) await print(pageEnd());
  });
