import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's or the package's folder, from source (`src/lib`) and from the build (`dist`) alike: the one that holds the reference tables. */
export const packageRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "data/regions.tsv"))) folder = dirname(folder);
  return folder;
})();

/** A reference table under `data/`. */
export const dataPath = (name: string): string => join(packageRoot, "data", name);
