import { Command, Option } from "commander";
import { BASES, FUNDS, MEASURES } from "../../../schemas/vocabulary.ts";
import type { Addition } from "../../store/index.ts";
import { withDatabase } from "../database.ts";
import { deciding } from "../deciding.ts";
import { messages } from "../language.ts";
import { printLine } from "../print.ts";

const text = messages.correct;
type Given = Omit<Addition, "file" | "action" | "concept"> & { readonly db: string };

/** `correct add FILE CONCEPT --value … --unit … --page … --quote …`: a value the program did not read, with its evidence. */
export const add = withDatabase(new Command("add"))
  .description(text.add)
  .argument("<file>", text.file)
  .argument("<concept>", text.concept)
  .requiredOption("--value <number>", text.value)
  .requiredOption("--unit <unit>", text.addedUnit)
  .requiredOption("--page <n>", text.page)
  .requiredOption("--quote <words>", text.quote)
  .requiredOption("--reason <words>", text.reason)
  .addOption(new Option("--measure <name>", text.measure).choices(Object.keys(MEASURES)).default("actual"))
  .option("--year <year>", text.year)
  .option("--item <label>", text.item)
  .option("--code <code>", text.code)
  .option("--scope <project>", text.scope)
  .addOption(new Option("--fund <fund>", text.fund).choices(FUNDS))
  .addOption(new Option("--basis <basis>", text.basis).choices(BASES).default("table"))
  .option("--author <name>", text.author)
  .action(async (file: string, concept: string, _: unknown, self: Command) => {
    const { db, ...given } = self.optsWithGlobals<Given>();
    const { correct } = await import("../../store/index.ts");
    await deciding(db, async (store) => {
      for (const outcome of correct(store, [{ file, action: "add", concept, ...given }]))
        await printLine(text.done(text.outcome[outcome]));
    });
  });
