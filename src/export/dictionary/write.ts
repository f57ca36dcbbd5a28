import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageRoot } from "../../lib/package-root.ts";
import { dictionaryFiles } from "./index.ts";

for (const [name, text] of dictionaryFiles()) {
  const path = join(packageRoot, "docs", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
