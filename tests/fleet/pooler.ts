import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { freePort, type Postgres } from "./postgres.ts";

const NOBODY = 65_534;
const PROGRAM = "/usr/sbin/pgbouncer";

/** Whether there is a pooler on this machine. */
export const hasPooler = existsSync(PROGRAM);

/** A pooler before a server: the port it listens on, and what ends it. */
export async function startPooler(
  { environment }: Postgres,
  mode: "transaction" | "session",
): Promise<{ readonly port: number; stop(): void }> {
  const port = await freePort();
  const folder = mkdtempSync("/tmp/mingzhang-pooler-");
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid) chownSync(folder, NOBODY, NOBODY);
  const { PGHOST, PGPORT, PGUSER } = environment;
  writeFileSync(join(folder, "users"), `"${PGUSER}" ""\n`);
  writeFileSync(
    join(folder, "pgbouncer.ini"),
    `[databases]\npostgres = host=${PGHOST} port=${PGPORT}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = trust\nauth_file = ${folder}/users\npool_mode = ${mode}\n`,
  );
  const child: ChildProcess = spawn(PROGRAM, ["-q", join(folder, "pgbouncer.ini")], { ...user, stdio: "ignore" });
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      }).on("error", () => resolve(false));
    });
  for (let tries = 0; !(await listens()); tries++) {
    if (tries > 100) throw new Error("the pooler does not listen");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    stop: () => {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
