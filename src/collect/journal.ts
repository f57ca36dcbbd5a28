import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { COLLECTED, CollectedLine, type CollectedRequest } from "../../schemas/collected.ts";
import { CollectError } from "./errors.ts";

/** An answer that was written down: what became of an address this round. */
const isFinal = ({ outcome }: CollectedRequest): boolean => outcome !== "again";

/**
 * `collected.jsonl`: only ever added to, a line as soon as it is known and on the disk before the next request. A round that was cut short
 * goes on under its number; one that came to its end is followed by another, which asks only whether something changed.
 */
export class Journal {
  readonly #file: number | null;
  readonly #answers = new Map<string, CollectedRequest>();
  readonly #tries = new Map<string, CollectedRequest[]>();
  readonly #before = new Map<string, CollectedRequest>();
  readonly #bodies = new Map<string, string>();
  readonly #lefts = new Set<string>();
  readonly round: number;

  private constructor(file: number | null, lines: readonly CollectedLine[]) {
    this.#file = file;
    const ended = lines.reduce((last, line) => (line.line === "end" ? Math.max(last, line.round) : last), 0);
    this.round = ended + 1;
    for (const line of lines) this.#know(line);
  }

  /** Opens a folder's journal, cutting off a last line that was never finished. Throws CollectError. */
  static open(folder: string): Journal {
    const path = join(folder, COLLECTED);
    const text = existsSync(path) ? readFileSync(path, "utf8") : "";
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const lines = whole.split("\n").flatMap((line, n): CollectedLine[] => {
      if (line === "") return [];
      try {
        return [CollectedLine.parse(JSON.parse(line))];
      } catch {
        throw new CollectError("bad-line", n + 1, path);
      }
    });
    const file = openSync(path, "a");
    if (whole.length < text.length) ftruncateSync(file, Buffer.byteLength(whole));
    return new Journal(file, lines);
  }

  /** A journal that is not written down, for a dry run. */
  static none(): Journal {
    return new Journal(null, []);
  }

  #know(line: CollectedLine): void {
    if (line.line === "left" && line.round === this.round) this.#lefts.add(keyOf(line.address, line.reason));
    if (line.line !== "request") return;
    if (line.sha256 !== null && line.file !== null) this.#bodies.set(line.sha256, line.file);
    if (line.round < this.round) {
      if (line.sha256 !== null) this.#before.set(line.address, line);
    } else if (isFinal(line)) this.#answers.set(line.address, line);
    else this.#tries.set(line.address, [...this.triesOf(line.address), line]);
  }

  /** Writes a line down. */
  add(line: CollectedLine): void {
    this.#know(line);
    if (this.#file === null) return;
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
    fsyncSync(this.#file);
  }

  /** What became of an address this round; undefined where it has not been asked, or is to be asked again. */
  answer(address: string): CollectedRequest | undefined {
    return this.#answers.get(address);
  }

  /** Attempts of this round that failed in a way that may pass. */
  triesOf(address: string): readonly CollectedRequest[] {
    return this.#tries.get(address) ?? [];
  }

  /** Every request of this round, in the order in which it was written down. */
  *requests(): Generator<CollectedRequest> {
    for (const tries of this.#tries.values()) yield* tries;
    yield* this.#answers.values();
  }

  /** The last body an earlier round had from an address. */
  before(address: string): CollectedRequest | undefined {
    return this.#before.get(address);
  }

  /** Where bytes stand that some line has written down. */
  held(sha256: string): string | undefined {
    return this.#bodies.get(sha256);
  }

  /** Whether a link was already said to be left, this round. */
  saidLeft(address: string, reason: string): boolean {
    return this.#lefts.has(keyOf(address, reason));
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
  }
}

const keyOf = (address: string, reason: string): string => `${reason} ${address}`;
