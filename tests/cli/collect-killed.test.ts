import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { temporaryFolder } from "../support/mingzhang.ts";
import { type Answers, article, list, pdf, portal } from "../support/portal.ts";

const EVERY = 10;
const ARTICLES = 24;

/** A process that collects one list into a folder, with the shortest pauses. */
const COLLECTOR = `
  const [library, address, folder] = process.argv.slice(1);
  const { collect, startOf } = await import(library);
  await collect({ starts: [startOf(address)], folder, contact: "a@example.org", version: "0", inside: ["127.0.0.1"], pace: { pauseMs: 1 } });
`;

/** A list of three pages; each article has a file, every fifth one that is gone. */
function paths(): Record<string, Answers> {
  const found: Record<string, Answers> = { "/robots.txt": "User-agent: *\nDisallow: /no/\n" };
  const entries = Array.from(
    { length: ARTICLES },
    (_, n) => [`/${n}.html`, `白鹭县第${n}中学2022年度部门决算`] as const,
  );
  for (let n = 0; n < 3; n++)
    found[`/list/${n === 0 ? "" : `${n}.html`}`] = list(
      entries.slice((n * ARTICLES) / 3, ((n + 1) * ARTICLES) / 3),
      n < 2 ? `<a href="/list/${n + 1}.html">下一页</a>` : "",
    );
  for (const [address, words] of entries) {
    const n = Number.parseInt(address.slice(1), 10);
    found[address] = article(words, [n % 5 === 4 ? `/gone/${n}.pdf` : `/${n}.pdf`]);
    // Two schools publish the same file.
    found[`/${n}.pdf`] = { body: pdf(n === 7 ? "6" : `${n}`) };
  }
  return found;
}

const manifest = (folder: string): string =>
  readFileSync(join(folder, "collected.jsonl"), "utf8").replace(/"at":"[^"]*"/gu, '"at":""');
const held = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

test("killed at every tenth request, a collection asks for nothing twice and ends with the same manifest but for times", async () => {
  let kill: (() => void) | null = null;
  let since = 0;
  const answers = Object.entries(paths()).map(([path, answer]): [string, Answers] => [
    path,
    (_, response) => {
      // The tenth request is on its way when the process is killed: it has no answer.
      if (kill !== null && ++since % EVERY === 0) return kill();
      const { body = "", headers = {} } =
        typeof answer === "string"
          ? { body: answer, headers: { "content-type": "text/html; charset=utf-8" } }
          : (answer as Exclude<Answers, string> as { body?: string | Uint8Array; headers?: Record<string, string> });
      response.writeHead(200, { date: "", ...headers }).end(body);
    },
  ]);
  const site = await portal(Object.fromEntries(answers));
  const run = (folder: string, killable: boolean): Promise<"killed" | "ended"> =>
    new Promise((resolve, reject) => {
      const library = pathToFileURL(join(packageRoot, "dist/src/collect/index.js")).href;
      const child = spawn(
        process.execPath,
        ["--input-type=module", "-e", COLLECTOR, library, `${site.origin}/list/`, folder],
        { stdio: ["ignore", "ignore", "inherit"] },
      );
      kill = killable ? () => child.kill("SIGKILL") : null;
      child.on("exit", (code, signal) => {
        if (signal === "SIGKILL") resolve("killed");
        else if (code === 0) resolve("ended");
        else reject(new Error(`the collector ended with ${code}`));
      });
    });
  try {
    const [whole, killed] = [join(temporaryFolder(), "a"), join(temporaryFolder(), "b")];
    expect(await run(whole, false)).toBe("ended");
    const asked = site.asked.length;
    expect(new Set(site.asked.map(({ path }) => path)).size).toBe(asked);
    let kills = 0;
    while ((await run(killed, true)) === "killed") kills++;
    expect(kills).toBeGreaterThanOrEqual(4);
    // Each was asked once, and those that were on their way at a kill once more.
    expect(site.asked.length - asked).toBe(asked + kills);
    expect(manifest(killed)).toBe(manifest(whole));
    expect(held(killed)).toEqual(held(whole));
    expect(manifest(whole)).toContain('"outcome":"same"');
  } finally {
    await site.close();
  }
}, 300_000);
