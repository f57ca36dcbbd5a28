import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A folder that results are written to. */
export interface OutFolder {
  /** Writes `<name>.jsonl` (`<name>-2.jsonl` for a second file of that name in this run) and says where. */
  write(name: string, content: string | Uint8Array, extension?: string): Promise<string>;
}

/** Makes the folder where there is none. */
export async function outFolder(folder: string): Promise<OutFolder> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  return {
    async write(name, content, extension = ".jsonl") {
      const base = name.replace(/[/\\:]+/gu, "_");
      let unique = base;
      for (let n = 2; taken.has(unique); n++) unique = `${base}-${n}`;
      taken.add(unique);
      const path = join(folder, unique + extension);
      await writeFile(path, content);
      return path;
    },
  };
}
