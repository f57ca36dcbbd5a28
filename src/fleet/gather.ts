import { compareDocuments } from "../batch/compare-documents.ts";
import { type FileReport, keep } from "../batch/run.ts";
import type { Store } from "../store/index.ts";
import type { Connection } from "./connection.ts";
import { readingsAfter, unpacked } from "./readings.ts";
import { ownRound } from "./round.ts";

/** How far a gathering came. */
export interface Gathered {
  /** Files kept or found as they were. */
  readonly files: number;
  /** Tasks that are not finished: what lies behind the first of them waits for it. */
  readonly left: number;
  /** Tasks that were set aside; each is kept as a file that could not be read. */
  readonly aside: number;
}

/** Tasks asked for at once. */
const TOGETHER = 50;
const LOOK_MS = 1_000;

/**
 * Keeps the readings of a round in the order in which they were added, as `ingest` of the same folder would, and compares documents at the end. Stops
 * at the first task that is not finished, or waits for it. Again and again it goes on where it was: what is kept already is passed over.
 */
export async function gather(
  { pool }: Connection,
  store: Store,
  { wait = false, onFile = () => {} }: { readonly wait?: boolean; readonly onFile?: (report: FileReport) => void } = {},
): Promise<Gathered> {
  const round = await ownRound(pool);
  let files = 0;
  let aside = 0;
  let after = 0;
  for (;;) {
    const tasks = await readingsAfter(pool, after, TOGETHER);
    for (const { seq, path, sha256, state, note, bodies } of tasks.finished) {
      after = seq;
      if (state === "aside") {
        aside++;
        const trouble = { code: "crashed" as const, where: path, message: note ?? "set aside" };
        onFile(keep(store, { kind: "failed", path, sha256, trouble }, round.engine, false));
      }
      for (const body of bodies) {
        files++;
        onFile(keep(store, await unpacked(body), round.engine, false));
      }
    }
    if (tasks.finished.length > 0) continue;
    if (tasks.left === 0 || !wait) {
      compareDocuments(store);
      return { files, left: tasks.left, aside };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
