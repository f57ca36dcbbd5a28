import { Command, Option } from "commander";
import type { RuleResult } from "../../validate/index.ts";
import { findingsText } from "../finding-text.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";
import { textTable } from "../text-table.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang check 决算.pdf",
  "mingzhang check 决算.pdf --ran",
  "mingzhang check 2024/*.pdf --json > 疑点.jsonl",
];

interface CheckOptions extends ReadingOptions {
  readonly json?: true;
  readonly ran?: true;
  readonly severity: "error" | "warning" | "info";
}

/** `check FILE… [--severity warning] [--ran] [--json]`: what cannot both be true, each side with its page and words. */
export const check = withReadingOptions(new Command("check"))
  .description(messages.check.about)
  .argument("<file...>", messages.files)
  .addOption(
    new Option("--severity <least>", messages.findings.least).choices(["error", "warning", "info"]).default("info"),
  )
  .option("--ran", messages.check.ranOption)
  .option("--json", messages.option.json)
  .action(async (files: string[], options: CheckOptions) => {
    const { readable } = await import("../readable.ts");
    const least = ["error", "warning", "info"].indexOf(options.severity);
    for await (const { file, processed } of readable(files, readingOptions(options))) {
      const found = processed.findings.filter((f) => ["error", "warning", "info"].indexOf(f.severity) <= least);
      if (options.json) {
        for (const finding of found) await print(jsonLine({ file: file.path, ...finding }));
        if (options.ran)
          for (const result of processed.results)
            await print(jsonLine({ file: file.path, kind: "rule_result", ...result }));
        continue;
      }
      const ran = processed.results.filter((r) => r.outcome !== "not_applicable");
      const ours = ran.filter((r) => ["insufficient", "ambiguous", "error"].includes(r.outcome));
      await printLine(messages.check.file(file.path, found.length, ran.length, ours.length));
      if (found.length > 0) await printLine(`${findingsText(found)}\n`);
      if (options.ran) await printLine(`${ranText(ran)}\n`);
    }
  });

/** Every rule that applied, with its outcome. */
const ranText = (results: readonly RuleResult[]): string =>
  textTable(
    [
      messages.check.ranColumns,
      ...results.map(({ rule, outcome, scope, note }) => [
        messages.rules.outcomes[outcome],
        rule,
        scope ?? "",
        note ?? "",
      ]),
    ],
    new Set(),
  );
