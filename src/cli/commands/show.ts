import { Command } from "commander";
import { messages } from "../language.ts";
import { jsonLine, print, printLine } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang show 决算.pdf",
  "mingzhang show --unread 决算.pdf",
  "mingzhang show 决算.pdf --json",
];

interface ShowOptions extends ReadingOptions {
  readonly unread?: true;
  readonly json?: true;
  readonly csv?: true;
}

/** `show FILE…`: one document in sections; `--unread` what was not understood. */
export const show = withReadingOptions(new Command("show"))
  .description(messages.show.about)
  .argument("<file...>", messages.files)
  .option("--unread", messages.show.unreadOption)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (files: string[], options: ShowOptions) => {
    const { readable } = await import("../readable.ts");
    const { shown } = await import("../../batch/show.ts");
    const { recordRows, shownText, unreadRows } = await import("../shown-text.ts");
    const { csv, textTable } = await import("../text-table.ts");
    for await (const outcome of readable(files, readingOptions(options))) {
      const document = shown(outcome);
      if (options.unread) {
        const { path, unclaimed, unread, unreadNumbers, doubtful, trouble, undecided } = document;
        const rows = unreadRows(document);
        if (options.json)
          await print(jsonLine({ path, unclaimed, unread, unreadNumbers, doubtful, trouble, undecided }));
        else if (options.csv) await print(await csv([messages.show.unreadColumns, ...rows]));
        else if (rows.length === 0) await printLine(messages.show.allRead(path));
        else await printLine(`# ${path}\n${textTable([messages.show.unreadColumns, ...rows], new Set([1, 2]))}`);
      } else if (options.json) await print(jsonLine(document));
      else if (options.csv) {
        const rows = document.parts.flatMap(({ records }) => recordRows(records));
        await print(await csv([messages.show.columns, ...rows]));
      } else await printLine(`${shownText(document)}\n`);
    }
  });
