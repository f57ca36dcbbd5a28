import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/lib/package-root.ts";
import { openStore } from "../../src/store/index.ts";
import { contents } from "../support/database-contents.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./postgres.ts";

const MAIN = join(packageRoot, "dist/src/cli/main.js");

/** The folder of PostgreSQL's programs; null where there is none, which is said once. */
export const PROGRAMS = postgresPrograms();
if (PROGRAMS === null)
  console.warn("no PostgreSQL on this machine: the fleet is not tried (apt-get install postgresql)");

/** A folder of its own. */
export const ownFolder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`));

/** What a program of ours said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program of ours that runs, and what it said so far. */
export type Running = ChildProcess & { said: string };

/** A fleet over a PostgreSQL of its own. */
export class Trial {
  readonly postgres: Postgres;
  readonly sources = ownFolder("fleet-sources");
  /** What programs are given besides. */
  more: NodeJS.ProcessEnv = {};
  readonly #children: Running[] = [];
  constructor(postgres: Postgres) {
    this.postgres = postgres;
  }
  /** With a server whose files lie below `within`. */
  static async start(within?: string): Promise<Trial> {
    return new Trial(await startPostgres(PROGRAMS!, within));
  }
  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, LC_ALL: "en_US.UTF-8", ...this.postgres.environment, ...this.more };
  }
  mingzhang(...args: string[]): Said {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      env: this.environment,
      encoding: "utf8",
    });
    return { code: status, out: stdout, err: stderr };
  }
  fleet(...args: string[]): Said {
    return this.mingzhang("fleet", ...args);
  }
  /** A program that runs beside the test; what it says is kept. */
  start(...args: string[]): Running {
    const child = Object.assign(
      spawn(process.execPath, [MAIN, "fleet", ...args], { env: this.environment, stdio: ["ignore", "pipe", "pipe"] }),
      { said: "" },
    );
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => {
        child.said += text.toString();
      });
    this.#children.push(child);
    return child;
  }
  worker(): Running {
    return this.start("work", "--jobs", "1");
  }
  count(sql: string): number {
    return Number(this.postgres.sql(sql));
  }
  /** Until it holds; fails after two minutes. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const end = Date.now() + 120_000;
    while (Date.now() < end) {
      try {
        if (holds()) return;
      } catch {
        // the server starts again
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const said = this.#children.map((child, n) => `${n} (${child.exitCode}): ${child.said}`).join("\n");
    throw new Error(`not within 120 s: ${what}\n${said}`);
  }
  ended(child: ChildProcess): Promise<number | null> {
    return child.exitCode === null && child.signalCode === null
      ? new Promise((resolve) => child.once("exit", resolve))
      : Promise.resolve(child.exitCode);
  }
  stop(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    this.postgres.stop();
  }
}

/** Everything a database file holds. */
export function held(path: string): string {
  const store = openStore(path, { readonly: true });
  const text = contents(store);
  store.close();
  return text;
}
