import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** The companions of this package with their versions. */
export const companions = (): Readonly<Record<string, string>> =>
  (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { peerDependencies: Record<string, string> })
    .peerDependencies;

/** Where a companion may be installed: beside this package, or in the project that the program is run in. */
const PLACES = [packageRoot, process.cwd()];

/**
 * The path of a package that makes this one able to do more and is installed by whoever wants it (`peerDependencies`, optional); null where
 * it is not there.
 */
export function companion(name: string, from: readonly string[] = PLACES): string | null {
  for (const place of from)
    try {
      return createRequire(join(place, "package.json")).resolve(name);
    } catch {
      // Perhaps at the next place.
    }
  return null;
}
