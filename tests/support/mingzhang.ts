import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/lib/package-root.ts";

const MAIN = join(packageRoot, "dist/src/cli/main.js");
type Variables = Readonly<Record<string, string>>;
const environment = (locale: string, more: Variables = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  LC_ALL: locale,
  LANG: locale,
  ...more,
});

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line to its end. */
export function mingzhang(args: readonly string[], locale = "zh_CN.UTF-8", more: Variables = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    env: environment(locale, more),
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs the built command line and kills it when it has said so many lines on standard error, unless it has ended by itself. */
export function killedAtLine(
  lines: number,
  args: readonly string[],
  more: Variables = {},
): Promise<"killed" | "ended"> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      stdio: ["ignore", "ignore", "pipe"],
      env: environment("zh_CN.UTF-8", more),
    });
    let said = 0;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text.split("\n").length - 1;
      if (said >= lines) child.kill("SIGKILL");
    });
    child.on("exit", (_, signal) => resolve(signal === "SIGKILL" ? "killed" : "ended"));
  });
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "mingzhang-"));
