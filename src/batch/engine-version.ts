import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { companion } from "../lib/companion.ts";
import { packageRoot } from "../lib/package-root.ts";
import { filesUnder, readingCode } from "./code-behind.ts";
import type { ReadOptions } from "./read-options.ts";

/** The hash over the source of the code that reads, told to the built program when it is built. */
declare const BUILT_CODE: string | undefined;

let program: string | undefined;

/**
 * The engine's version: the package's version and a hash over the code that reads, its data and the dependencies that are installed, so that
 * any change that can change a reading is another version; then the reading options that differ from the defaults. Stored with every run.
 * The same from source, from the build and in an installed package.
 */
export function engineVersion({ engine, ocr, ocrEngine }: ReadOptions = {}): string {
  program ??= programVersion(packageRoot, typeof BUILT_CODE === "string" ? BUILT_CODE : readingCode(packageRoot));
  const options = Object.entries({ engine, ocr, ocrEngine }).filter(([, v]) => v !== undefined && v !== "auto");
  return [program, ...options.map(([name, value]) => `${name}=${value}`)].join(" ");
}

/**
 * The version of the program with this code, whose manifest and data lie under `root`: the same wherever that is; a dependency counts
 * where it can be loaded, wherever that is from.
 */
export function programVersion(root: string, code: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
    peerDependencies: Record<string, string>;
  };
  const there = Object.entries(manifest.peerDependencies).filter(([name]) => companion(name, [root, process.cwd()]));
  const hash = createHash("sha256").update(JSON.stringify([manifest.dependencies, there, code]));
  for (const file of filesUnder(root, "data")) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return `${manifest.version}+${hash.digest("hex").slice(0, 12)}`;
}
