/** What collecting may cost before something is left. */
export interface Limits {
  /** Addresses that lead on to another, for one that was asked. */
  readonly hops: number;
  /** A body as it is sent. */
  readonly bodyBytes: number;
  /** A body after unpacking. */
  readonly unpackedBytes: number;
  /** A page whose links are looked at; a longer one is kept as it is. */
  readonly pageBytes: number;
  /** Silence that ends a request. */
  readonly silenceMs: number;
  /** All of one request, however steadily it drips. */
  readonly requestMs: number;
  /** Requests of one run, those for robots.txt and hops among them. */
  readonly requests: number;
  /** Times an address is asked while it fails in a way that may pass. */
  readonly tries: number;
  /** Pages of one list. */
  readonly pages: number;
}

/** Far above what portals need. */
export const COLLECT_LIMITS: Limits = {
  hops: 8,
  bodyBytes: 100 << 20,
  unpackedBytes: 200 << 20,
  pageBytes: 20 << 20,
  silenceMs: 30_000,
  requestMs: 30 * 60_000,
  requests: 10_000,
  tries: 4,
  pages: 500,
};

/** How a host is spared. */
export interface Pace {
  /** Between an answer and the next request. */
  readonly pauseMs: number;
  /** The pause is at least so many times the host's last answer. */
  readonly answerTimes: number;
  /** Doubled pauses end here. */
  readonly longestPauseMs: number;
  /** A host that asks for a longer silence is left for another day. */
  readonly longestWaitMs: number;
  /** So many refusals (403, a challenge) and the host is left. */
  readonly refusals: number;
}

/** Slow enough for the smallest county's server. */
export const PACE: Pace = {
  pauseMs: 2_000,
  answerTimes: 2,
  longestPauseMs: 10 * 60_000,
  longestWaitMs: 60 * 60_000,
  refusals: 3,
};
