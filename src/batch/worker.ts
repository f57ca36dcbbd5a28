import { parentPort } from "node:worker_threads";
import { ingest } from "../ingest/index.ts";
import { keepCode } from "../lib/built/code-keeper.ts";
import { endHelpers } from "../lib/helper/running.ts";
import { painted, process as readFile } from "../pipeline.ts";
import { asTrouble } from "./as-trouble.ts";
import { refuseErrorPage } from "./no-document.ts";
import { asRecords, fileFacts, plainTrouble, stored, whole } from "./stored.ts";
import type { Task, WorkerMessage, WorkerStart } from "./worker-messages.ts";

/** The body of a reading thread: first what it begins with, then a path in, its files out one by one, then `done`. It writes nothing. */
const port = parentPort!;
const post = (message: WorkerMessage): void => port.postMessage(message);

async function readPath(
  path: string,
  from: string | undefined,
  { options, engine, known, give }: WorkerStart,
): Promise<boolean> {
  let crashed = false;
  const fail = (at: string, sha256: string | null, error: unknown): void => {
    const trouble = asTrouble(error, at);
    crashed ||= trouble.code === "crashed";
    post({ kind: "failed", path: at, sha256, trouble: plainTrouble(trouble) });
  };
  try {
    for await (const file of ingest(path, from === undefined ? {} : { from })) {
      if ("error" in file) {
        fail(file.path, null, file.error);
        continue;
      }
      if (known.has(file.sha256)) {
        post({ kind: "known", file: fileFacts(file) });
        continue;
      }
      try {
        const started = performance.now();
        const onPage = (page: number, pages: number): void => post({ kind: "page", path: file.path, page, pages });
        const processed = await readFile(file, { ...options, onPage });
        refuseErrorPage(file, processed);
        const seconds = (performance.now() - started) / 1000;
        if (give === "drawn")
          for await (const { page, png } of painted(file, processed))
            post({ kind: "picture", picture: { path: file.path, name: file.name, page, png } });
        if (give === "records") post({ kind: "records", of: asRecords(file, processed) });
        else if (give !== "stored") post({ kind: "whole", whole: whole(file, processed) });
        else post({ kind: "read", stored: stored(file, processed, engine), seconds });
      } catch (error) {
        fail(file.path, file.sha256, error);
      }
    }
  } catch (error) {
    fail(path, null, error);
  }
  return crashed;
}

port.once("message", (start: WorkerStart) => {
  port.on("message", async ({ path, from }: Task) => {
    if (path === null) endHelpers();
    else {
      const crashed = await readPath(path, from, start);
      // What a file of this kind took is known now.
      if (!crashed) keepCode(/\.([a-z]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? "other");
      post({ kind: "done", crashed });
    }
  });
});
