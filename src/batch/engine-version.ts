import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../lib/package-root.ts";
import { codeBehind, filesUnder } from "./code-behind.ts";
import type { ReadOptions } from "./read-options.ts";

let program: string | undefined;

/**
 * The engine's version: the package's version and a hash over the code that reads, its data and the dependencies that are installed, so that
 * any change that can change a reading is another version; then the reading options that differ from the defaults. Stored with every run.
 */
export function engineVersion({ engine, ocr, ocrEngine }: ReadOptions = {}): string {
  // `src/batch` in the checkout, `dist/src/batch` in the build and in an installed package: the code beside this file is the code that runs.
  const here = fileURLToPath(import.meta.url);
  program ??= programVersion(join(dirname(here), "..", ".."), packageRoot, extname(here));
  const options = Object.entries({ engine, ocr, ocrEngine }).filter(([, v]) => v !== undefined && v !== "auto");
  return [program, ...options.map(([name, value]) => `${name}=${value}`)].join(" ");
}

/** What reads a file: everything these import. */
const ENTRIES = ["src/ingest/index", "src/pipeline"];

/**
 * The version of the program whose code lies under `codeRoot` and whose manifest and data under `root`. Paths do not enter it but from
 * there on, so that it is the same wherever the package lies; a dependency counts where it can be loaded, wherever that is from.
 */
export function programVersion(codeRoot: string, root: string, extension: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };
  const { resolve } = createRequire(join(root, "package.json"));
  const isThere = (name: string): boolean => {
    try {
      resolve(name);
      return true;
    } catch {
      return false;
    }
  };
  const there = Object.entries(manifest.optionalDependencies).filter(([name]) => isThere(name));
  const hash = createHash("sha256").update(JSON.stringify([manifest.dependencies, there]));
  const code = codeBehind(codeRoot, ENTRIES, extension);
  for (const file of code) hash.update(`${file}\n`).update(readFileSync(join(codeRoot, `${file}${extension}`)));
  for (const file of filesUnder(root, "data")) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return `${manifest.version}+${hash.digest("hex").slice(0, 12)}`;
}
