import { setTimeout as wait } from "node:timers/promises";

/** Time as the collector knows it: a test brings its own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** The clock on the wall. */
export const WALL_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => wait(milliseconds),
};
