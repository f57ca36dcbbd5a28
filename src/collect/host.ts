import PQueue from "p-queue";
import type { Clock } from "./clock.ts";
import type { Exchange } from "./exchange.ts";
import type { Pace } from "./limits.ts";

/** Why a host is left for this round. */
export type HostLeft = "refused-three-times" | "told-to-wait";

/** Answers after which a host is asked nothing for a while. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);
/** Answers by which a host refuses: forbidden, or a page that only a script can pass. */
export const CHALLENGES: ReadonlySet<number> = new Set([412, 512, 521]);
const REFUSING: ReadonlySet<number> = new Set([403, ...CHALLENGES]);

/** `Retry-After` as the moment until which to be silent: seconds, or a date of HTTP; null where it is neither. */
export function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d+$/u.test(text)) return now + Number(text) * 1000;
  // Dates of HTTP name the day of the week; `Date.parse` alone takes far more for a date.
  const moment = /^[A-Za-z]{3,9},? /u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

/** One host: one request at a time, a pause between them, silence where it asks for it. */
export class Host {
  readonly name: string;
  readonly #pace: Pace;
  readonly #clock: Clock;
  readonly #one = new PQueue({ concurrency: 1 });
  #freeAt = 0;
  #crawlDelayMs = 0;
  #lastAnswer = 0;
  #failures = 0;
  #refusals = 0;
  #left: HostLeft | null = null;
  #asked = 0;

  constructor(name: string, pace: Pace, clock: Clock) {
    this.name = name;
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Null while the host is asked. */
  get left(): HostLeft | null {
    return this.#left;
  }

  /** Requests of this run. */
  get asked(): number {
    return this.#asked;
  }

  /** `Crawl-delay` of its robots.txt, in seconds. */
  crawlDelay(seconds: number): void {
    this.#crawlDelayMs = Math.max(this.#crawlDelayMs, seconds * 1000);
    if (this.#crawlDelayMs > this.#pace.longestWaitMs) this.#left = "told-to-wait";
    this.#freeAt = Math.max(this.#freeAt, this.#lastAnswer + this.#crawlDelayMs);
  }

  /** Asks when it is the host's turn; null where the host was left meanwhile. `waiting` is told how long the pause will be. */
  async turn<T>(ask: () => Promise<T>, waiting: (milliseconds: number) => void): Promise<T | null> {
    const result = await this.#one.add(async () => {
      if (this.#left !== null) return null;
      const wait = this.#freeAt - this.#clock.now();
      if (wait > 0) {
        waiting(wait);
        await this.#clock.sleep(wait);
      }
      const began = this.#clock.now();
      this.#asked++;
      try {
        return await ask();
      } finally {
        this.#paused(began);
      }
    });
    return result ?? null;
  }

  /** An answer of an earlier run: the pause after it still holds. */
  resumed(answered: number): void {
    this.#lastAnswer = Math.max(this.#lastAnswer, answered);
    this.#freeAt = Math.max(this.#freeAt, answered + this.#pace.pauseMs);
  }

  #paused(began: number): void {
    const now = this.#clock.now();
    const { pauseMs, answerTimes, longestPauseMs } = this.#pace;
    const asSlow = Math.min(answerTimes * (now - began), longestPauseMs);
    this.#lastAnswer = now;
    this.#freeAt = Math.max(this.#freeAt, now + Math.max(pauseMs, this.#crawlDelayMs, asSlow));
  }

  /** What an answer means for the host; `now` as it was received. */
  answered({ status, headers }: Pick<Exchange, "status" | "headers">, now: number): void {
    if (REFUSING.has(status)) {
      if (++this.#refusals >= this.#pace.refusals) this.#left = "refused-three-times";
      return;
    }
    const until = BUSY.has(status) || status >= 500 ? retryAfter(headers["retry-after"], now) : null;
    if (until !== null) {
      this.#freeAt = Math.max(this.#freeAt, until);
      if (until - now > this.#pace.longestWaitMs) this.#left = "told-to-wait";
    } else if (status === 429 || status >= 500) this.failed(now);
    else this.#failures = 0;
  }

  /** A request failed in a way that may pass: the next pause is twice as long as the last. */
  failed(now: number): void {
    const pause = Math.max(this.#pace.pauseMs, this.#crawlDelayMs) * 2 ** ++this.#failures;
    this.#freeAt = Math.max(this.#freeAt, now + Math.min(pause, this.#pace.longestPauseMs));
  }
}
