import type { Clock } from "./clock.ts";
import { Host } from "./host.ts";
import type { Journal } from "./journal.ts";
import type { Pace } from "./limits.ts";

/** Every host of a run, each spared for itself. */
export class Hosts {
  readonly #hosts = new Map<string, Host>();
  readonly #pace: Pace;
  readonly #clock: Clock;

  /** What hosts said before the run was cut short still holds: it stands in the journal. */
  constructor(pace: Pace, clock: Clock, journal: Journal) {
    this.#pace = pace;
    this.#clock = clock;
    for (const { final, status, headers, reason, at } of journal.requests()) {
      const host = this.of(new URL(final));
      if (status !== null) host.answered({ status: reason === "challenge" ? 412 : status, headers }, Date.parse(at));
      else if (reason !== null) host.failed(Math.min(Date.parse(at), clock.now()));
      host.resumed(Date.parse(at));
    }
  }

  /** The host of an address. */
  of({ hostname }: URL): Host {
    const known = this.#hosts.get(hostname);
    if (known) return known;
    const host = new Host(hostname, this.#pace, this.#clock);
    this.#hosts.set(hostname, host);
    return host;
  }

  /** All that were asked, or should have been. */
  get all(): readonly Host[] {
    return [...this.#hosts.values()];
  }
}
