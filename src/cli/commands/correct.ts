import { Command, Option } from "commander";
import type { CorrectionOutcome, CorrectionRow, Judgement } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { deciding } from "../deciding.ts";
import { messages } from "../language.ts";
import { print, printLine, rowLine, say } from "../print.ts";
import { readList } from "../read-list.ts";
import { add } from "./correct-add.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang correct slots 决算.pdf --words 接待费",
  "mingzhang correct set 决算.pdf 'sangong.reception||actual|2024|||table|' --value 1.20 --reason 识别错误",
  "mingzhang correct add 决算.pdf sangong.reception --value 1.20 --unit 万元 --page 12 --quote '公务接待费 1.20' --reason 扫描件漏读",
  "mingzhang correct import 更正.csv",
  "mingzhang correct list --outcome conflict",
];

const text = messages.correct;
type Named = { readonly db: string };
type Given = Named & { value?: string; unit?: string; reason: string; author?: string };
type Shown = Named & { json?: true; csv?: true };

const part = (name: string, about: string): Command => withDatabase(new Command(name)).description(about);

/** `set`, `confirm`, `reject`, `withdraw`: one decision about one value. */
function judging(action: Judgement["action"]): Command {
  const command = part(action, text[action]).argument("<file>", text.file).argument("<slot>", text.slot);
  if (action === "set") command.requiredOption("--value <number>", text.value).option("--unit <unit>", text.unit);
  return command
    .requiredOption("--reason <words>", text.reason)
    .option("--author <name>", text.author)
    .action(async (file: string, slot: string, _: unknown, self: Command) => {
      const { db, value, unit, reason, author } = self.optsWithGlobals<Given>();
      const { correct: decide } = await import("../../store/index.ts");
      await deciding(db, async (store) => {
        const said = { ...(value && { value }), ...(unit && { unit }), ...(author && { author }) };
        const outcomes = decide(store, [{ file, slot, action, reason, ...said }]);
        for (const outcome of outcomes) await printLine(text.done(text.outcome[outcome]));
      });
    });
}

const rowOf = (row: CorrectionRow): string[] => [
  String(row.id),
  row.path ?? row.sha256.slice(0, 12),
  row.slot,
  text.action[row.action],
  row.read ?? "",
  row.value ?? "",
  row.now ?? "",
  row.superseded ? text.superseded : row.outcome === null ? "" : text.outcome[row.outcome],
  row.reason,
];

/** `correct …`: what people decide about values, append-only and applied to every reading. */
export const correct = new Command("correct")
  .description(text.about)
  .addCommand(judging("set"))
  .addCommand(judging("confirm"))
  .addCommand(judging("reject"))
  .addCommand(add)
  .addCommand(judging("withdraw"))
  .addCommand(
    part("import", text.import)
      .argument("<csv>", text.csv)
      .action(async (path: string, { db }: Named) => {
        const { correct: decide, readCorrections } = await import("../../store/index.ts");
        const csv = await readList(path);
        if (csv === null) return;
        await deciding(db, async (store) => {
          const outcomes = decide(store, readCorrections(csv));
          const count = (outcome: CorrectionOutcome): number => outcomes.filter((o) => o === outcome).length;
          const kinds = (["applied", "redundant", "conflict", "orphan"] as const).filter((o) => count(o) > 0);
          await printLine(
            text.imported(outcomes.length, kinds.map((o) => `${text.outcome[o]} ${count(o)}`).join(", ")),
          );
        });
      }),
  )
  .addCommand(
    part("slots", text.slots)
      .argument("<file>", text.file)
      .option("--words <words>", text.words)
      .option("--json", messages.option.json)
      .option("--csv", messages.option.csv)
      .action(async (file: string, options: Shown & { words?: string }) => {
        const { slots } = await import("../../store/index.ts");
        const { csv, textTable } = await import("../text-table.ts");
        await inStore(options.db, { readonly: true }, async (store) => {
          const found = slots(store, file, options.words ?? null);
          const rows = found.map((s) => [
            s.slot,
            s.item ?? "",
            s.read ?? "",
            s.status === "machine" ? "" : `${text.status[s.status]} ${s.effective ?? ""}`.trim(),
            String(s.page),
          ]);
          const table = [[...text.slotColumns], ...rows];
          if (options.json) for (const row of found) await print(rowLine(row, { path: "file" }));
          else await (options.csv ? print(await csv(table)) : printLine(textTable(table, new Set([2, 4]))));
        });
      }),
  )
  .addCommand(
    part("list", text.list)
      .addOption(new Option("--outcome <outcome>", text.only).choices(["applied", "redundant", "conflict", "orphan"]))
      .option("--json", messages.option.json)
      .option("--csv", messages.option.csv)
      .action(async (options: Shown & { outcome?: CorrectionOutcome }) => {
        const { corrections } = await import("../../store/index.ts");
        const { csv, textTable } = await import("../text-table.ts");
        await inStore(options.db, { readonly: true }, async (store) => {
          const found = corrections(store, options.outcome ?? null);
          const table = [[...text.columns], ...found.map(rowOf)];
          if (options.json) for (const row of found) await print(rowLine(row, { path: "file" }));
          else if (found.length === 0) say(text.none);
          else await (options.csv ? print(await csv(table)) : printLine(textTable(table, new Set([0, 4, 5, 6]))));
        });
      }),
  );
