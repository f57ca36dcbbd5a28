import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/lib/package-root.ts";

/** Compiles before the tests: the command line and its threads are tested as they are built. Type errors are `npm run check`'s to tell. */
export default function build(): void {
  spawnSync(process.execPath, [join(packageRoot, "node_modules/typescript/bin/tsc"), "-p", "src/tsconfig.json"], {
    cwd: packageRoot,
    stdio: "ignore",
  });
  spawnSync(process.execPath, [join(packageRoot, ".ci/make-executable.mjs")], { stdio: "ignore" });
}
