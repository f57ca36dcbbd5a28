import { createHash } from "node:crypto";
import { join } from "node:path";
import { makeFolder } from "../lib/make-folder.ts";
import { OwnFiles } from "../lib/own-files.ts";
import { type Content, writeWhole } from "./whole-file.ts";
import { cannotWrite } from "./writing.ts";

/** What is written of one file. */
export interface Result {
  /** Name of the file it was read from. */
  readonly name: string;
  /** Path of that file: another file of the same name gets another result. */
  readonly of: string;
  readonly content: Content;
  readonly ending: string;
}

/** A folder that results are written to. */
export interface OutFolder {
  /**
   * Writes `<name><ending>`, whole or not at all, and says where: `<name>-2<ending>` where the name is that of another file's result or of
   * something this program did not write.
   */
  write(result: Result): Promise<string>;
}

/** Names longer than this are cut: file systems take 255 bytes, endings and numbers need some. */
const NAME_BYTES = 200;

/** Makes the folder where there is none. A folder that cannot be made or written to is a wrong usage, told in one line. */
export async function outFolder(folder: string, overwrite = false): Promise<OutFolder> {
  const cannot = (error: unknown): never => {
    throw cannotWrite(folder, error);
  };
  try {
    makeFolder(folder);
  } catch (error) {
    cannot(error);
  }
  const own = new OwnFiles(folder);
  own.settle();
  const taken = new Set<string>();
  const isFree = (name: string, of: string): boolean => {
    if (taken.has(name)) return false;
    if (own.isForeign(name)) return overwrite;
    const before = own.madeOf(name);
    return overwrite || before === null || before === of;
  };
  return {
    async write({ name, of, content, ending }) {
      const base = shortened(name.replace(/[/\\:]+/gu, "_"));
      let unique = base + ending;
      for (let n = 2; !isFree(unique, of); n++) unique = `${base}-${n}${ending}`;
      taken.add(unique);
      const path = join(folder, unique);
      try {
        writeWhole(path, content);
      } catch (error) {
        cannot(error);
      }
      own.note(unique, of);
      return path;
    },
  };
}

/** A name a file system takes: the head of a longer one, and what tells it from others that begin so. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= NAME_BYTES) return name;
  let head = "";
  for (const character of name) {
    if (Buffer.byteLength(head + character) > NAME_BYTES) break;
    head += character;
  }
  return `${head}~${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
}
