import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/lib/package-root.ts";

/**
 * Compiles before the tests: the command line and its threads are tested as they are built. Type errors are `npm run check`'s to tell.
 * What tests and the programs they start put down for a while lies in one folder that goes when they end.
 */
export default function build(): () => void {
  for (const project of ["src/tsconfig.json", "src/review/browser/tsconfig.json", "src/tsconfig.types.json"])
    spawnSync(process.execPath, [join(packageRoot, "node_modules/typescript/bin/tsc"), "-p", project], {
      cwd: packageRoot,
      stdio: "ignore",
    });
  spawnSync(process.execPath, [join(packageRoot, ".ci/make-executable.mjs")], { stdio: "ignore" });
  const folder = mkdtempSync(join(tmpdir(), "mingzhang-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
