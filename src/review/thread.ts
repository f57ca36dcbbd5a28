import { parentPort, workerData } from "node:worker_threads";
import { QUESTIONS } from "../questions/index.ts";
import { openStore, type Store } from "../store/index.ts";
import type { Numbered, Picture, Reply, Task, ThreadStart } from "./thread-messages.ts";

/** A thread of the review: opens the store to read, answers one task after the other. */
const { database } = workerData as ThreadStart;
let store: Store | null = null;

async function work(task: Task): Promise<unknown> {
  if (task.kind === "ask") {
    store ??= openStore(database, { readonly: true });
    return QUESTIONS[task.name].ask(store, task.params);
  }
  if (task.kind === "write") {
    const { writeAnswer } = await import("./answer-file.ts");
    store ??= openStore(database, { readonly: true });
    return await writeAnswer(store, QUESTIONS[task.name], task.params, task.format, task.path);
  }
  // Only a thread that paints loads the engine.
  const { original, paint, prepare } = await import("./painter.ts");
  if (task.kind === "prepare") return await prepare();
  if (task.kind === "original") {
    await original(task.sha256, task.paths);
    return null;
  }
  return (await paint(task, task.page, task.dpi, task.crop)) satisfies Picture;
}

parentPort!.on("message", ({ id, task }: Numbered) => {
  work(task).then(
    (answer) => parentPort!.postMessage({ id, answer } satisfies Reply),
    (error: unknown) => {
      const { name, message, code } = error as Error & { readonly code?: string };
      // A store that went away is opened anew at the next question.
      if (name === "StoreError" || code?.startsWith("SQLITE_")) {
        store?.close();
        store = null;
      }
      const failed = name === "NoPicture" || name === "StoreError" ? `${name}:${code}` : name;
      parentPort!.postMessage({ id, failed, message } satisfies Reply);
    },
  );
});
