import { Command } from "commander";
import type { Diff, Place } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { print, printLine, rowLine, say } from "../print.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang diff 决算-原.pdf 决算-重发.pdf",
  "mingzhang diff 12@1 12@2 --csv > 变动.csv",
  "mingzhang diff",
];

const text = messages.diff;
interface DiffOptions {
  readonly db: string;
  readonly all?: true;
  readonly json?: true;
  readonly csv?: true;
}

const place = (at: Place | null): string => (at === null ? "" : `${messages.page(at.page)} ${at.value}`);
/** Characters of a cell in the table; CSV and JSON carry all. */
const SHOWN = 40;
const clip = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
const rowsOf = ({ differences }: Diff): string[][] =>
  differences.map(({ key, change, before, after }) => [
    text.change[change],
    key,
    place(before),
    place(after),
    before?.quote ?? "",
    after?.quote ?? "",
  ]);

/** `diff [A B]`: what B says otherwise than A; without texts, the reports that were published more than once. */
export const diff = withDatabase(new Command("diff"))
  .description(text.about)
  .argument("[a]", text.text)
  .argument("[b]", text.text)
  .option("--all", text.all)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (a: string | undefined, b: string | undefined, options: DiffOptions) => {
    const { diffTexts, findText, versions } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const show = async (table: string[][], numeric: ReadonlySet<number>): Promise<void> =>
        options.csv
          ? print(await csv(table))
          : printLine(
              textTable(
                table.map((row) => row.map(clip)),
                numeric,
              ),
            );
      if (a === undefined || b === undefined) {
        const found = versions(store, options.all === true);
        if (options.json) for (const row of found) await print(rowLine(row, { path: "file" }));
        else if (found.length === 0) say(text.noVersions);
        else {
          const rows = found.map((v) => [
            `${v.report}@${v.version}`,
            v.entity,
            v.fiscalYear === null ? "" : String(v.fiscalYear),
            [messages.kinds[v.kind as keyof typeof messages.kinds] ?? v.kind, v.project.replace(/\n/gu, "；")]
              .filter(Boolean)
              .join(" "),
            v.scope === "unstated" ? "" : messages.scopes[v.scope as keyof typeof messages.scopes],
            text.relation[v.relation],
            v.effective ? text.effective : "",
            v.path.length > SHOWN && !options.csv ? `…${v.path.slice(1 - SHOWN)}` : v.path,
          ]);
          await show([[...text.versionColumns], ...rows], new Set());
        }
        return;
      }
      const found = diffTexts(store, findText(store, a), findText(store, b));
      if (options.json) for (const difference of found.differences) await print(rowLine(difference));
      else if (found.differences.length > 0)
        await show([options.csv ? [...text.columns] : text.columns.slice(0, 4), ...trimmed(found, options)], new Set());
      const count = (change: string): number => found.differences.filter((d) => d.change === change).length;
      say(text.total(found.same, count("changed"), count("added"), count("removed")));
    });
  });

const trimmed = (found: Diff, { csv }: DiffOptions): string[][] =>
  rowsOf(found).map((row) => (csv ? row : row.slice(0, 4)));
