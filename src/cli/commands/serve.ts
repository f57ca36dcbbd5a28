import { randomBytes } from "node:crypto";
import { Command, InvalidArgumentError } from "commander";
import { withDatabase } from "../database.ts";
import { EXIT } from "../exit-codes.ts";
import { messages } from "../language.ts";
import { say } from "../print.ts";
import { programVersion } from "../version.ts";

/** Lines the help ends with. */
export const examples = ["mingzhang serve --db 决算.sqlite", "mingzhang serve --review --author 王审计"];

const HOST = "127.0.0.1";
const PORT = 8317;
const MOST_PORT = 65_535;

interface ServeFlags {
  readonly db: string;
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  readonly review?: true;
  readonly author?: string;
}

const portNumber = (text: string): number => {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > MOST_PORT) throw new InvalidArgumentError(`0–${MOST_PORT}`);
  return Number(text);
};

/** `serve [--db FILE] [--review --author NAME] [--host … --token …]`: the pages and the JSON, until Ctrl-C. */
export const serve = withDatabase(new Command("serve"))
  .description(messages.review.serve.about)
  .option("--host <address>", messages.review.serve.host, HOST)
  .option("--port <n>", messages.review.serve.port, portNumber, PORT)
  .option("--token <text>", messages.review.serve.token)
  .option("--review", messages.review.serve.review)
  .option("--author <name>", messages.review.serve.author)
  .action(async ({ db, host, port, token: given, review, author }: ServeFlags) => {
    const words = messages.review.serve;
    if (review && !author?.trim()) {
      say(words.needsAuthor);
      process.exitCode = EXIT.usage;
      return;
    }
    const { isLoopback, serve: start } = await import("../../review/serve.ts");
    const token = given ?? (isLoopback(host) ? null : randomBytes(24).toString("base64url"));
    try {
      const serving = await start({
        database: db,
        host,
        port,
        token,
        author: review ? author!.trim() : null,
        version: programVersion(),
        onBug: (error) => say(`${messages.bug}\n${error.stack ?? error.message}`),
      });
      say(token === null ? words.running(serving.address) : words.token_(serving.address, token));
      await new Promise<void>((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
      });
      await serving.close();
    } catch (error) {
      if (!(error instanceof Error && error.name === "ServeError")) throw error;
      const { code } = error as Error & { readonly code: "port-taken" | "no-host" };
      say(code === "port-taken" ? words.portTaken(error.message) : words.noHost(error.message));
      process.exitCode = EXIT.usage;
    }
  });
