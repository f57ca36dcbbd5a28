import { createHash } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The list of the files this program has written into a folder, beside them. */
export const OWN_LIST = ".mingzhang";
/** What is looked at of a file at its head and at its end to know it again. */
const SAMPLE = 1 << 16;

/** A file as it was written: what it was made of, and how it is known again. */
interface Own {
  readonly name: string;
  readonly mark: string;
  readonly of: string;
}

/** Which files of a folder this program has written and nobody has changed since: the others are not to be replaced. */
export class OwnFiles {
  readonly #folder: string;
  readonly #known = new Map<string, Own>();

  constructor(folder: string) {
    this.#folder = folder;
    for (const line of listed(join(folder, OWN_LIST))) this.#known.set(line.name, line);
  }

  /** Whether something stands under the name that this program did not write, or that was changed since. */
  isForeign(name: string): boolean {
    const path = join(this.#folder, name);
    return existsSync(path) && this.#known.get(name)?.mark !== markOf(path);
  }

  /** What the file under the name was made of; null where none of this program's stands there. */
  madeOf(name: string): string | null {
    return this.isForeign(name) ? null : (this.#known.get(name)?.of ?? null);
  }

  /** Notes a file that was written. A list that cannot be kept is no trouble: the file then counts as foreign. */
  note(name: string, of: string): void {
    const own: Own = { name, mark: markOf(join(this.#folder, name)), of };
    this.#known.set(name, own);
    try {
      appendFileSync(join(this.#folder, OWN_LIST), `${JSON.stringify(own)}\n`);
    } catch {
      // Nothing is lost but the permission to replace it.
    }
  }

  /** Writes the list anew, a line a file, in a fixed order. */
  settle(): void {
    if (this.#known.size === 0) return;
    const lines = [...this.#known.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    try {
      writeFileSync(join(this.#folder, OWN_LIST), lines.map((own) => `${JSON.stringify(own)}\n`).join(""));
    } catch {
      // As above.
    }
  }
}

function listed(path: string): Own[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Own);
  } catch {
    return [];
  }
}

/** A file's size with its head and its end, hashed: enough to see that somebody else has written it. */
function markOf(path: string): string {
  const found = statSync(path);
  if (!found.isFile()) return "";
  const { size } = found;
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(Math.min(SAMPLE, size));
    const tail = Buffer.alloc(Math.min(SAMPLE, size));
    readSync(file, head, 0, head.length, 0);
    readSync(file, tail, 0, tail.length, size - tail.length);
    return createHash("sha256").update(String(size)).update(head).update(tail).digest("hex").slice(0, 24);
  } finally {
    closeSync(file);
  }
}
