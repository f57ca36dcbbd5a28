import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stored } from "../../src/batch/stored.ts";
import { ingest } from "../../src/ingest/index.ts";
import { process as readFile } from "../../src/pipeline.ts";
import { reviewApp } from "../../src/review/app.tsx";
import { asker } from "../../src/review/asker.ts";
import { deciding } from "../../src/review/deciding.ts";
import { lastChange, openStore, type StoredFile, save } from "../../src/store/index.ts";

export const HOST = "127.0.0.1:8317";
export const TODAY = "2026-11-30";

/** A database with these files, in a folder of its own. */
export function databaseWith(files: readonly StoredFile[]): string {
  const path = join(mkdtempSync(join(tmpdir(), "review-")), "s.sqlite");
  const store = openStore(path);
  for (const file of files) save(store, file);
  store.close();
  return path;
}

/** The pages over a database, without a network. `author` null: read-only. */
export function pagesOver(database: string, author: string | null = null, token: string | null = null) {
  const threads = asker(database);
  const app = reviewApp({
    asker: threads,
    guard: { hosts: new Set([HOST, "localhost:8317"]), token },
    deciding: author === null ? null : deciding(database, author, () => TODAY),
    version: "0.0.0",
    onBug: (error) => {
      throw error;
    },
    state: async () => {
      const store = openStore(database, { readonly: true });
      try {
        return String(lastChange(store));
      } finally {
        store.close();
      }
    },
  });
  const ask = (path: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...init.headers } });
  /** Sends one of our own forms, token and all. */
  const submit = async (page: string, action: string, fields: Record<string, string>): Promise<Response> => {
    const html = await (await ask(page)).text();
    const formToken = /name="token" value="([^"]+)"/u.exec(html)?.[1] ?? "";
    return await ask(action, {
      method: "POST",
      body: new URLSearchParams({ token: formToken, ...fields }),
      headers: { origin: `http://${HOST}` },
    });
  };
  return { ask, submit, close: () => threads.close() };
}

/** Reads files of the checkout as `ingest` would and keeps them. */
export async function databaseOf(paths: readonly string[]): Promise<string> {
  const files: StoredFile[] = [];
  for (const path of paths)
    for await (const file of ingest(path)) if ("bytes" in file) files.push(stored(file, await readFile(file), "1"));
  return databaseWith(files);
}
