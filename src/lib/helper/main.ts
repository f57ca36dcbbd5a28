// A helper: one kind of work that may end or hang its process, in a process of its own. Its work is the module it is started with.
import process from "node:process";
import { codeOf } from "../errors.ts";
import type { HelperAnswer, HelperRequest, HelperWork } from "./messages.ts";
import { watched } from "./watched.ts";

const [module, limits] = process.argv.slice(2) as [string, string];
const busy = watched(JSON.parse(limits));
const loaded = import(module) as Promise<{ readonly work: HelperWork }>;
let pieces: AsyncIterator<unknown> | undefined;

async function step(message: HelperRequest): Promise<HelperAnswer> {
  try {
    if (message.kind === "begin") pieces = (await loaded).work(message.request as never)[Symbol.asyncIterator]();
    const { done, value } = await pieces!.next();
    return done === true ? { kind: "end" } : { kind: "piece", piece: value };
  } catch (error) {
    return { kind: "trouble", ...codeOf(error), message: error instanceof Error ? error.message : String(error) };
  }
}

process.on("message", async (message: HelperRequest) => {
  busy(true);
  const answer = await step(message);
  busy(false);
  process.send?.(answer);
});
process.on("disconnect", () => process.exit());
