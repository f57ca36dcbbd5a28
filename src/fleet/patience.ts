import { setTimeout as pause } from "node:timers/promises";
import { type Away, awayBecause } from "./errors.ts";

export { pause };

/** Who is told while something is waited for. */
export interface Patience {
  /** What is away, and the seconds until the next try; null and 0 when it is back. */
  readonly onAway?: (because: Away | null, seconds: number) => void;
  readonly signal?: AbortSignal;
}

const PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Does it, and where the server, its disk or the sources are away tries again with growing pauses. What must not be done twice is fenced by itself. */
export async function patiently<T>(what: () => Promise<T>, { onAway, signal }: Patience): Promise<T> {
  for (let wait = PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      const result = await what();
      if (wait > PAUSE_MS) onAway?.(null, 0);
      return result;
    } catch (error) {
      const because = awayBecause(error);
      if (because === null || signal?.aborted) throw error;
      onAway?.(because, wait / 1000);
      await pause(wait);
    }
  }
}
