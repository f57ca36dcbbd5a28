import { Command, Option } from "commander";
import { inStore, withDatabase } from "../database.ts";
import { findingsText } from "../finding-text.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang findings --severity warning --year 2024",
  "mingzhang findings --rule tpe --json",
  "mingzhang findings --across",
];

interface FindingsOptions {
  readonly db: string;
  readonly entity?: string;
  readonly year?: number;
  readonly rule?: string;
  readonly severity: "error" | "warning" | "info";
  readonly across?: true;
  readonly json?: true;
}

/** `findings [--entity …] [--year …] [--rule …] [--severity …]`: stored findings; `--across` only those between documents. */
export const findings = withDatabase(new Command("findings"))
  .description(messages.findings.about)
  .option("--entity <words>", messages.findings.entity)
  .option("--year <year>", messages.findings.year, positive)
  .option("--rule <id>", messages.findings.onlyRule)
  .addOption(
    new Option("--severity <least>", messages.findings.least).choices(["error", "warning", "info"]).default("info"),
  )
  .option("--across", messages.findings.across)
  .option("--json", messages.option.json)
  .action(async (options: FindingsOptions) => {
    const { storedFindings } = await import("../../store/index.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const { entity, year, rule, severity } = options;
      const found = storedFindings(store, {
        ...(entity === undefined ? {} : { entity }),
        ...(year === undefined ? {} : { fiscalYear: year }),
        ...(rule === undefined ? {} : { rule }),
        severity,
        across: options.across === true,
      });
      if (options.json) for (const f of found) await print(jsonLine(f));
      else if (found.length === 0) say(messages.findings.none);
      else {
        await printLine([...byFile(found)].map(([file, mine]) => `${file}\n${findingsText(mine)}`).join("\n\n"));
        say(messages.findings.total(found.length));
      }
    });
  });

function byFile<F extends { readonly file: string }>(list: readonly F[]): ReadonlyMap<string, readonly F[]> {
  const files = new Map<string, F[]>();
  for (const f of list) {
    const mine = files.get(f.file);
    if (mine) mine.push(f);
    else files.set(f.file, [f]);
  }
  return files;
}
