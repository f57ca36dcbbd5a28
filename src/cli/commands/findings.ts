import { Command, Option } from "commander";
import type { Finding } from "../../../schemas/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { countsText, findingsText, unsureText } from "../finding-text.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { jsonLine, print, printLine, say } from "../print.ts";
import { report } from "./findings-report.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang findings --severity warning --year 2024",
  "mingzhang findings --rule tpe --json",
  "mingzhang findings --across",
  "mingzhang findings --unsure",
  "mingzhang findings report --severity error --out 疑点清单.docx",
];

interface FindingsOptions {
  readonly db: string;
  readonly entity?: string;
  readonly year?: number;
  readonly rule?: string;
  readonly severity: "error" | "warning" | "info";
  readonly across?: true;
  readonly all?: true;
  readonly unsure?: true;
  readonly json?: true;
  readonly csv?: true;
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
  .option("--all", messages.findings.all)
  .option("--unsure", messages.findings.unsureOption)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: FindingsOptions) => {
    const { storedFindings, storedUnsure } = await import("../../store/index.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const { entity, year, rule, severity } = options;
      const asked = {
        ...(entity === undefined ? {} : { entity }),
        ...(year === undefined ? {} : { fiscalYear: year }),
        ...(rule === undefined ? {} : { rule }),
        all: options.all === true,
      };
      const doubted = storedUnsure(store, asked);
      if (options.unsure) {
        if (options.json)
          for (const { contradiction, why, ...owner } of doubted)
            await print(jsonLine({ ...owner, ...contradiction, kind: "unsure", severity: undefined, why }));
        else if (doubted.length > 0)
          await printLine(
            [...byFile(doubted)].map(([file, mine]) => `${file}\n${mine.map(unsureText).join("\n")}`).join("\n\n"),
          );
        say(countsText([], doubted.length));
        return;
      }
      const found = storedFindings(store, { ...asked, severity, across: options.across === true });
      if (options.json) for (const f of found) await print(jsonLine(f));
      else if (options.csv) await print(await csvOf(found));
      else if (found.length === 0) say(messages.findings.none);
      else {
        await printLine([...byFile(found)].map(([file, mine]) => `${file}\n${findingsText(mine)}`).join("\n\n"));
        say(messages.findings.total(countsText(found, doubted.length)));
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

// What stands behind `report` is its own.
findings.enablePositionalOptions().addCommand(report);

/** A line a side, the names of the columns the same in every language. */
async function csvOf(
  found: readonly (Finding & {
    readonly file: string;
    readonly entity: string | null;
    readonly fiscalYear: number | null;
  })[],
): Promise<string> {
  const { csv } = await import("../text-table.ts");
  const head = "file entity fiscal_year rule severity message side value unit page quote".split(" ");
  const rows = found.flatMap((f) =>
    f.sides.map(({ label, value, unit, source }) => [
      f.file,
      f.entity ?? "",
      f.fiscalYear === null ? "" : String(f.fiscalYear),
      f.rule,
      f.severity,
      f.message,
      label ?? "",
      value ?? "",
      unit ?? "",
      String(source.page),
      source.quote ?? "",
    ]),
  );
  return await csv([head, ...rows]);
}
