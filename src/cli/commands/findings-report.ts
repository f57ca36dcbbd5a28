import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { withDatabase } from "../database.ts";
import { EXIT } from "../exit-codes.ts";
import { language, messages } from "../language.ts";
import { positive } from "../positive.ts";
import { say } from "../print.ts";
import { writeWhole } from "../whole-file.ts";
import { writing } from "../writing.ts";

interface ReportOptions {
  readonly db: string;
  readonly out: string;
  readonly entity?: string;
  readonly year?: number;
  readonly rule?: string;
  readonly severity?: string;
  readonly status?: string;
  readonly overwrite?: true;
}

const words = messages.review.report;
/** As `review/report/write.ts` has them; named here so that `--help` loads no pages. */
const KINDS = [".html", ".docx", ".xlsx"];
const path = (text: string): string => {
  if (!KINDS.includes(extname(text))) throw new InvalidArgumentError(KINDS.join(", "));
  return text;
};

/** `findings report --out FILE.docx`: 疑点清单 with quotes, pages, pieces of the pages, decisions. */
export const report = withDatabase(new Command("report"))
  .description(words.about)
  .requiredOption("--out <file>", words.out, path)
  .option("--entity <words>", messages.findings.entity)
  .option("--year <year>", messages.findings.year, positive)
  .option("--rule <id>", messages.findings.onlyRule)
  .addOption(new Option("--severity <which>", words.severity).choices(["error", "warning", "info"]))
  .addOption(new Option("--status <which>", words.status).choices(["open", "accepted", "ignored", "asked"]))
  .option("--overwrite", messages.option.overwrite)
  .action(async ({ db, out, entity, year, rule, severity, status, overwrite }: ReportOptions) => {
    const { existsSync } = await import("node:fs");
    if (existsSync(out) && overwrite !== true) {
      say(words.there(out));
      process.exitCode = EXIT.usage;
      return;
    }
    const { findingsList } = await import("../../review/report/write.ts");
    const given = { entity, fiscal_year: year === undefined ? undefined : String(year), rule, severity, status };
    const asked = Object.fromEntries(
      Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );
    const kind = extname(out).slice(1) as Parameters<typeof findingsList>[2];
    const { bytes, findings } = await findingsList(db, asked, kind, language);
    await writing(out, () => writeWhole(out, bytes));
    say(words.wrote(out, findings));
  });
