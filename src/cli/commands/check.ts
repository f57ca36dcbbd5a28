import { Command, Option } from "commander";
import type { Finding } from "../../../schemas/index.ts";
import { append } from "../../lib/long-lists.ts";
import type { RuleResult } from "../../validate/index.ts";
import { EXIT } from "../exit-codes.ts";
import { countsText, findingsText, unsureText } from "../finding-text.ts";
import { messages } from "../language.ts";
import { jsonLine, print, printLine } from "../print.ts";
import { type ReadingOptions, readingOptions, withReadingOptions } from "../reading-options.ts";
import { textTable } from "../text-table.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang check 决算.pdf",
  "mingzhang check 决算.pdf --ran",
  "mingzhang check 2024/*.pdf --fail-on error",
  "mingzhang check 2024/*.pdf --json > 疑点.jsonl",
];

const SEVERITIES = ["error", "warning", "info"] as const;
type Severity = (typeof SEVERITIES)[number];

interface CheckOptions extends ReadingOptions {
  readonly json?: true;
  readonly ran?: true;
  readonly severity: Severity;
  readonly failOn?: "error" | "warning";
}

/** `check FILE… [--severity warning] [--fail-on error] [--ran] [--json]`: what cannot both be true, each side with its page and words. */
export const check = withReadingOptions(new Command("check"))
  .description(messages.check.about)
  .argument("<file...>", messages.files)
  .addOption(new Option("--severity <least>", messages.findings.least).choices([...SEVERITIES]).default("info"))
  .addOption(new Option("--fail-on <severity>", messages.check.failOn).choices(["error", "warning"]))
  .option("--ran", messages.check.ranOption)
  .option("--json", messages.option.json)
  .action(async (files: string[], options: CheckOptions) => {
    const { readable } = await import("../readable.ts");
    const atLeast = (least: Severity, { severity }: Finding) =>
      SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
    const all: Finding[] = [];
    let [read, doubted] = [0, 0];
    for await (const { file, processed } of readable(files, readingOptions(options))) {
      const found = processed.findings.filter((f) => atLeast(options.severity, f));
      const { unsure } = processed;
      append(all, found);
      read++;
      doubted += unsure.length;
      if (options.failOn && processed.findings.some((f) => atLeast(options.failOn!, f))) process.exitCode = EXIT.found;
      if (options.json) {
        for (const finding of found) await print(jsonLine({ file: file.path, ...finding }));
        for (const { contradiction, why } of unsure)
          await print(jsonLine({ file: file.path, ...contradiction, kind: "unsure", severity: undefined, why }));
        if (options.ran)
          for (const result of processed.results)
            await print(jsonLine({ file: file.path, kind: "rule_result", ...result }));
        continue;
      }
      const ran = processed.results.filter((r) => r.outcome !== "not_applicable");
      const ours = ran.filter((r) => ["insufficient", "ambiguous", "error"].includes(r.outcome));
      await printLine(messages.check.file(file.path, countsText(found, unsure.length), ran.length, ours.length));
      if (found.length > 0) await printLine(`${findingsText(found)}\n`);
      if (unsure.length > 0) await printLine(`${unsure.map(unsureText).join("\n")}\n`);
      if (options.ran) await printLine(`${ranText(ran)}\n`);
    }
    if (!options.json && read > 1) await printLine(messages.check.total(read, countsText(all, doubted)));
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
