import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../lib/package-root.ts";
import type { ReadOptions } from "./read.ts";

/** What decides a reading: the stages, the extractors, the shapes and the reference tables. */
const CODE = ["lib", "ingest", "layout", "sections", "extract", "normalise", "validate"].map((stage) => `src/${stage}`);
const DECIDING = [...CODE, "extractors", "schemas"];
const DATA = "data";

function* files(folder: string, accept: (name: string) => boolean): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "local") yield* files(path, accept);
    } else if (accept(entry.name)) yield path;
  }
}

let program: string | undefined;

/**
 * The engine's version: the package's version and a hash over its code, data and the dependencies that are installed, so that any change that can change a
 * reading is another version; then the reading options that differ from the defaults. Stored with every run.
 */
export function engineVersion({ engine, ocr, ocrEngine }: ReadOptions = {}): string {
  program ??= programVersion();
  const options = Object.entries({ engine, ocr, ocrEngine }).filter(([, v]) => v !== undefined && v !== "auto");
  return [program, ...options.map(([name, value]) => `${name}=${value}`)].join(" ");
}

function programVersion(): string {
  // `src/batch` in the checkout, `dist/src/batch` in the build: the code beside this file is the code that runs.
  const here = fileURLToPath(import.meta.url);
  const codeRoot = join(dirname(here), "..", "..");
  const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };
  const there = Object.entries(manifest.optionalDependencies).filter(([name]) =>
    existsSync(join(packageRoot, "node_modules", name)),
  );
  const hash = createHash("sha256").update(JSON.stringify([manifest.dependencies, there]));
  const isCode = (name: string): boolean => extname(name) === extname(here);
  const all = [
    ...DECIDING.flatMap((folder) => [...files(join(codeRoot, folder), isCode)]),
    join(codeRoot, `src/pipeline${extname(here)}`),
    ...(readdirSync(packageRoot).includes(DATA) ? files(join(packageRoot, DATA), () => true) : []),
  ];
  for (const file of all) hash.update(relative(packageRoot, file)).update(readFileSync(file));
  return `${manifest.version}+${hash.digest("hex").slice(0, 12)}`;
}
