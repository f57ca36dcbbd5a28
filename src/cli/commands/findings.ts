import { Command, Option } from "commander";
import type { Finding } from "../../../schemas/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { findingsText, findingText } from "../finding-text.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { jsonLine, print, printLine, say } from "../print.ts";

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

/** `findings [--entity …] [--year …] [--rule …] [--severity …]`: stored findings; `--across` compares documents of one body. */
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
    const { bodyDocuments, storedFindings } = await import("../../store/index.ts");
    const { validateAcross } = await import("../../validate/index.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const { entity, year, rule, severity } = options;
      if (options.across) {
        const found = validateAcross(bodyDocuments(store, entity ?? null)).filter(
          (f) => rule === undefined || f.rule.startsWith(rule),
        );
        await printAll(found, options.json === true, (list) => list.map(findingText).join("\n\n"));
        return;
      }
      const found = storedFindings(store, {
        ...(entity === undefined ? {} : { entity }),
        ...(year === undefined ? {} : { fiscalYear: year }),
        ...(rule === undefined ? {} : { rule }),
        severity,
      });
      await printAll(found, options.json === true, (list) =>
        [...byFile(list)].map(([file, mine]) => `${file}\n${findingsText(mine)}`).join("\n\n"),
      );
    });
  });

async function printAll<F extends Finding>(
  found: readonly F[],
  json: boolean,
  text: (list: readonly F[]) => string,
): Promise<void> {
  if (json) for (const f of found) await print(jsonLine(f));
  else if (found.length === 0) say(messages.findings.none);
  else {
    await printLine(text(found));
    say(messages.findings.total(found.length));
  }
}

function byFile<F extends { readonly file: string }>(list: readonly F[]): ReadonlyMap<string, readonly F[]> {
  const files = new Map<string, F[]>();
  for (const f of list) {
    const mine = files.get(f.file);
    if (mine) mine.push(f);
    else files.set(f.file, [f]);
  }
  return files;
}
