import { resolve } from "node:path";
import { Command } from "commander";
import { messages } from "../language.ts";
import { print, say, troubleLine } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang extract 决算.pdf > 决算.jsonl", "mingzhang extract 2024/*.pdf --out records"];

/** `extract FILE… [--out DIR]`: records as JSON Lines. */
export const extract = withReadingOptions(new Command("extract"))
  .description(messages.extract.about)
  .argument("<file...>", messages.files)
  .option("--out <dir>", messages.option.out)
  .option("--overwrite", messages.option.overwrite)
  .action(async (files: string[], options: ReadingOptions & { out?: string; overwrite?: true }) => {
    const { readableRecords } = await import("../readable.ts");
    const folder =
      options.out === undefined
        ? null
        : await (await import("../out-folder.ts")).outFolder(options.out, options.overwrite);
    let unread: number | null = null;
    for await (const { file, ...read } of readableRecords(files, readingOptions(options))) {
      for (const trouble of read.trouble) say(troubleLine(file.path, trouble));
      unread = (unread ?? 0) + read.unread;
      if (folder)
        say(
          messages.wrote(
            await folder.write({ name: file.name, of: resolve(file.path), content: read.lines, ending: ".jsonl" }),
            read.records,
          ),
        );
      else await print(read.lines);
    }
    if (unread !== null) say(messages.extract.unread(unread));
  });
