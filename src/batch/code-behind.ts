import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** `from "./x.ts"`, `import("./x.ts")`, `new URL("./x.ts", …)`, `startThread(…, "x")`, `moduleBeside(…, "x")`: how one file names another beside it. */
const NAMED = [
  /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g,
  /new URL\(\s*["'`](\.{1,2}\/[\w./-]+)/g,
  /(?:startThread|moduleBeside)\(\s*import\.meta\.url,\s*"([\w-]+)"/g,
];

/** All files that these import, directly or not, and these: paths from `root`, without their endings, in the order of the alphabet. */
export function codeBehind(root: string, entries: readonly string[], extension: string): string[] {
  const found = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(root, `${file}${extension}`), "utf8");
    for (const pattern of NAMED)
      for (const [, named = ""] of text.matchAll(pattern)) {
        const target = posix.join(dirname(file), named.replace(/\.(?:ts|js)?$/, ""));
        if (existsSync(join(root, `${target}${extension}`))) open.push(target);
      }
  }
  return [...found].sort();
}

/** What reads a file: everything these import. */
const READING = ["src/ingest/index", "src/pipeline"];

/** A hash over the source of the code that reads. Paths do not enter it but from `root` on. */
export function readingCode(root: string): string {
  const hash = createHash("sha256");
  for (const file of codeBehind(root, READING, ".ts"))
    hash.update(`${file}\n`).update(readFileSync(join(root, `${file}.ts`)));
  return hash.digest("hex");
}

/** All files under a folder but what a user put into its `local`: paths from `root` in the order of the alphabet; none where it is not there. */
export function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return entry.name === "local" ? [] : filesUnder(root, path);
    })
    .sort();
}
