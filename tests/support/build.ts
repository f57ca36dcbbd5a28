import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/lib/package-root.ts";

/**
 * Builds before the tests: the command line and its threads are tested as they are built. Type errors are `npm run check`'s to tell.
 * What tests and the programs they start put down for a while lies in one folder that goes when they end.
 */
export default function build(): () => void {
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: packageRoot, encoding: "utf8" });
  const built = run(".ci/bundle.mjs");
  if (built.status !== 0) throw new Error(built.stderr);
  run("node_modules/typescript/bin/tsc", "-p", "src/tsconfig.types.json");
  const folder = mkdtempSync(join(tmpdir(), "mingzhang-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
