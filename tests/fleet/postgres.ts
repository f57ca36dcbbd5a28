import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** The folder with initdb, of the newest PostgreSQL of the machine; null where there is none. */
export function postgresPrograms(): string | null {
  const root = "/usr/lib/postgresql";
  const newest = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  const folder = newest === undefined ? null : join(root, newest, "bin");
  return folder !== null && existsSync(join(folder, "initdb")) ? folder : null;
}

/** A PostgreSQL of the test's own on loopback, in a folder of its own. */
export interface Postgres {
  /** What `PG*` tells programs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where its files lie. */
  readonly folder: string;
  sql(statement: string): string;
  /** Stops it at once, as a power cut would. */
  down(): void;
  up(): void;
  restart(): void;
  stop(): void;
}

/** A port of loopback that nobody has. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Starts a server in a folder of its own below `within`; it does not run as root, so root gives it to the user `postgres`. */
export async function startPostgres(programs: string, within = "/tmp"): Promise<Postgres> {
  const folder = mkdtempSync(join(within, "mingzhang-pg-"));
  const data = join(folder, "data");
  const port = await freePort();
  const root = process.getuid?.() === 0;
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = root ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  if (root) chownSync(folder, user.uid!, user.gid!);
  const run = (program: string, args: readonly string[]): void => {
    const { status, stderr } = spawnSync(join(programs, program), args, { ...user, cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  run("initdb", ["-D", data, "-U", "mingzhang", "-A", "trust", "--no-sync", "-E", "UTF8", "--wal-segsize=1"]);
  const options = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c max_connections=60 -c min_wal_size=2MB -c max_wal_size=16MB`;
  const start = (): void =>
    run("pg_ctl", ["-D", data, "-w", "-t", "60", "-l", join(folder, "log"), "-o", options, "start"]);
  start();
  const environment = { PGHOST: "127.0.0.1", PGPORT: String(port), PGUSER: "mingzhang", PGDATABASE: "postgres" };
  const down = (): void => run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
  return {
    environment,
    folder,
    down,
    up: start,
    sql: (statement) =>
      execFileSync(join(programs, "psql"), ["-Atc", statement], {
        env: { ...process.env, ...environment },
        encoding: "utf8",
      }).trim(),
    restart: () => {
      down();
      start();
    },
    stop: () => {
      spawnSync(join(programs, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], { ...user });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
