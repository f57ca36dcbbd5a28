import { McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { QUESTIONS, type QuestionName } from "../questions/index.ts";
import { asWritten } from "../questions/rows.ts";
import type { Store } from "../store/index.ts";

/** The questions that are tools; the name of the tool is the question's. There is no tool that takes SQL. */
const TOOLS = [
  "search",
  "panel",
  "document",
  "document.records",
  "findings",
  "coverage",
  "concepts",
] as const satisfies readonly QuestionName[];

/** What one call answers at most. */
const MOST_ROWS = 200;

/** Tool names have no dots. */
const toolName = (name: QuestionName): string => name.replaceAll(".", "_");

/** At most 200 rows of an answer, and whether there are more. */
function clipped(answer: object): object {
  const rows = (answer as { readonly rows?: unknown }).rows;
  if (!Array.isArray(rows) || rows.length <= MOST_ROWS) return answer;
  return { ...answer, rows: rows.slice(0, MOST_ROWS), more: rows.length - MOST_ROWS };
}

/** A server of tools over a store: the same questions as the pages and the JSON. */
export function toolServer(store: Store, version: string): McpServer {
  const server = new McpServer({ name: "mingzhang", version });
  for (const name of TOOLS) {
    const { title, params, ask } = QUESTIONS[name];
    server.registerTool(
      toolName(name),
      {
        description: `${title[1]} (${title[0]}). Numbers come with page, quote and file; money is exact decimal text. At most ${MOST_ROWS} rows.`,
        inputSchema: params,
        annotations: { readOnlyHint: true, openWorldHint: false },
      },
      async (given) => {
        try {
          const answer = ask(store, given as never);
          const text = answer === null ? "nothing there" : JSON.stringify(asWritten(clipped(answer as object)));
          return { content: [{ type: "text" as const, text }], isError: answer === null };
        } catch (error) {
          return { content: [{ type: "text" as const, text: (error as Error).message }], isError: true };
        }
      },
    );
  }
  return server;
}

/** Serves the tools over standard input and output until the other side leaves. */
export async function serveTools(store: Store, version: string): Promise<void> {
  const server = toolServer(store, version);
  const transport = new StdioServerTransport();
  const left = new Promise<void>((resolve) => {
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  await server.connect(transport);
  await left;
  await server.close();
}
