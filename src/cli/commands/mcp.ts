import { Command } from "commander";
import { inStore, withDatabase } from "../database.ts";
import { messages } from "../language.ts";
import { programVersion } from "../version.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang mcp --db 决算.sqlite"];

/** `mcp [--db FILE]`: the questions as tools, over standard input and output, until the other side leaves. */
export const mcp = withDatabase(new Command("mcp"))
  .description(messages.review.mcp.about)
  .action(async ({ db }: { readonly db: string }) => {
    const { serveTools } = await import("../../review/tools.ts");
    await inStore(db, { readonly: true }, (store) => serveTools(store, programVersion()));
  });
