import { Command } from "commander";
import type { EntityRow, Store } from "../../store/index.ts";
import { inStore, withDatabase } from "../database.ts";
import { deciding } from "../deciding.ts";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { positive } from "../positive.ts";
import { print, printLine, rowLine, say } from "../print.ts";
import { readList } from "../read-list.ts";

/** Lines the help ends with. */
export const examples = [
  "mingzhang entities --region 430212",
  "mingzhang entities merge 12 15",
  "mingzhang entities alias 12 市政府办 --from 2019",
  "mingzhang entities candidates --csv > 待定.csv",
  "mingzhang entities import 待定.csv",
  "mingzhang entities undo",
];

const text = messages.entities;
type Named = { readonly db: string };
type Shown = Named & { readonly words?: string; readonly region?: string; readonly json?: true; readonly csv?: true };

const part = (name: string, about: string): Command => withDatabase(new Command(name)).description(about);
const several = (value: string, before: readonly string[]): string[] => [...before, value];

/** Makes a decision and says its number. */
async function decide(command: Command, work: (store: Store) => bigint): Promise<void> {
  const { db } = command.optsWithGlobals<Named>();
  await deciding(db, async (store) => printLine(text.done(work(store))));
}

const span = (from: number | null, to: number | null): string =>
  from === null && to === null ? "" : from === to ? String(from) : `${from ?? ""}–${to ?? ""}`;

function rowOf(entity: EntityRow): string[] {
  const others = entity.names
    .filter(({ name }) => name !== entity.name)
    .map(({ name, from, to }) => (from === null && to === null ? name : `${name}（${span(from, to)}）`));
  return [
    String(entity.id),
    entity.name + (entity.mergedInto === null ? "" : text.into(entity.mergedInto)),
    text.kind[entity.kind],
    entity.region ?? "",
    entity.parent ?? "",
    String(entity.documents),
    String(entity.reports),
    span(entity.firstYear, entity.lastYear),
    others.join("；"),
  ];
}

/** `entities [--region …]`: the registry; its subcommands decide about bodies. */
export const entities = withDatabase(new Command("entities"))
  .description(text.about)
  .option("--words <words>", text.words)
  .option("--region <region>", text.region)
  .option("--json", messages.option.json)
  .option("--csv", messages.option.csv)
  .action(async (options: Shown) => {
    const { entities: ask, regionLine } = await import("../../store/index.ts");
    const { csv, textTable } = await import("../text-table.ts");
    await inStore(options.db, { readonly: true }, async (store) => {
      const { words, region } = options;
      const line = region === undefined ? [] : regionLine(region);
      if (region !== undefined && line.length === 0) {
        say(text.unknownRegion(region));
        process.exitCode = EXIT.usage;
        return;
      }
      const rows = ask(store, { ...(words && { words }), ...(region && { region }) });
      const table = [text.columns, ...rows.map(rowOf)];
      if (options.json)
        for (const row of rows) await print(rowLine(row, { id: "body", name: "entity", region: "region_code" }));
      else if (options.csv) await print(await csv(table));
      else {
        if (line.length > 0)
          await printLine(
            text.regionLine +
              line.map(({ code, path, from, to }) => `${code} ${path.join("")}（${from}–${to ?? ""}）`).join(" → "),
          );
        if (rows.length === 0) say(text.none);
        else await printLine(textTable(table, new Set([0, 5, 6])));
      }
    });
  })
  .addCommand(
    part("merge", text.merge)
      .argument("<kept>", text.body)
      .argument("<gone>", text.body)
      .action(async (kept: string, gone: string, _: unknown, command: Command) => {
        const { mergeEntities } = await import("../../store/index.ts");
        await decide(command, (store) => mergeEntities(store, kept, gone));
      }),
  )
  .addCommand(
    part("split", text.split)
      .argument("<body>", text.body)
      .argument("<new-name>", text.newName)
      .option("--name <name>", text.splitName, several, [])
      .option("--file <file>", text.splitFile, several, [])
      .action(async (body: string, name: string, options: { name: string[]; file: string[] }, command: Command) => {
        const { splitEntity } = await import("../../store/index.ts");
        const { name: names, file: files } = options;
        await decide(command, (store) => splitEntity(store, body, name, { names, files }));
      }),
  )
  .addCommand(naming("rename", text.rename))
  .addCommand(naming("alias", text.alias))
  .addCommand(
    part("parent", text.parent)
      .argument("<body>", text.body)
      .argument("<parent>", text.body)
      .action(async (body: string, parent: string, _: unknown, command: Command) => {
        const { setParent } = await import("../../store/index.ts");
        await decide(command, (store) => setParent(store, body, parent));
      }),
  )
  .addCommand(
    part("candidates", text.candidates)
      .option("--json", messages.option.json)
      .option("--csv", messages.option.csv)
      .action(async (options: Shown, command: Command) => {
        const { entityCandidates } = await import("../../store/index.ts");
        const { csv, textTable } = await import("../text-table.ts");
        const { db, json, csv: asCsv } = { ...options, ...command.optsWithGlobals<Shown>() };
        await inStore(db, { readonly: true }, async (store) => {
          const found = entityCandidates(store);
          const rows = found.map((c) => [
            "",
            c.suggested,
            String(c.body),
            c.entity,
            c.other === null ? "" : String(c.other),
            c.otherName,
            c.regionCode ?? "",
            String(c.documents),
            c.why,
          ]);
          const table = [
            ["action", "suggested", "body", "entity", "other", "other_name", "region_code", "documents", "why"],
            ...rows,
          ];
          if (json) for (const candidate of found) await print(rowLine(candidate));
          else if (asCsv) await print(await csv(table));
          else if (rows.length > 0) await printLine(textTable(table, new Set([2, 4, 7])));
          say(text.candidatesTotal(found.length));
        });
      }),
  )
  .addCommand(
    part("import", text.import)
      .argument("<csv>", text.importCsv)
      .action(async (path: string, _: unknown, command: Command) => {
        const { importDecisions } = await import("../../store/index.ts");
        const list = await readList(path);
        if (list === null) return;
        await deciding(command.optsWithGlobals<Named>().db, async (store) => {
          const events = importDecisions(store, list);
          await printLine(text.imported(events.length));
        });
      }),
  )
  .addCommand(
    part("undo", text.undo)
      .argument("[event]", text.event, positive)
      .action(async (event: number | undefined, _: unknown, command: Command) => {
        const { undoDecision } = await import("../../store/index.ts");
        await decide(command, (store) => undoDecision(store, event === undefined ? null : BigInt(event)));
      }),
  )
  .addCommand(
    part("history", text.history).action(async (_: unknown, command: Command) => {
      const { entityHistory } = await import("../../store/index.ts");
      const { textTable } = await import("../text-table.ts");
      await inStore(command.optsWithGlobals<Named>().db, { readonly: true }, async (store) => {
        const rows = entityHistory(store).map(({ id, action, note, undoneBy }) => [
          String(id),
          text.action[action as keyof typeof text.action],
          note,
          undoneBy === null ? "" : String(undoneBy),
        ]);
        await printLine(textTable([text.historyColumns, ...rows], new Set([0, 3])));
      });
    }),
  );

function naming(action: "rename" | "alias", about: string): Command {
  return part(action, about)
    .argument("<body>", text.body)
    .argument("<name>", text.name)
    .option("--from <year>", text.from, positive)
    .option("--to <year>", text.to, positive)
    .action(async (body: string, name: string, { from, to }: { from?: number; to?: number }, command: Command) => {
      const { aliasEntity, renameEntity } = await import("../../store/index.ts");
      const make = action === "rename" ? renameEntity : aliasEntity;
      await decide(command, (store) => make(store, body, name, { from: from ?? null, to: to ?? null }));
    });
}
