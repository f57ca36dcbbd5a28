import { refusedAddress } from "./address.ts";
import type { Bodies } from "./bodies.ts";
import type { Hosts } from "./hosts.ts";
import { type Robots, readRobots } from "./robots.ts";
import type { Answer, Task } from "./task.ts";

/** Reasons that say more than that robots.txt could not be had. */
const TELLING: ReadonlySet<string> = new Set([
  "private-address",
  "unknown-host",
  "challenge",
  "old-tls",
  "certificate",
  "refused-three-times",
  "told-to-wait",
]);

/** Whether an address may be asked: by its text, by what a person named, by its host's robots.txt. */
export class Admission {
  readonly #robots = new Map<string, Promise<Robots | string>>();
  readonly #named: { readonly hosts: ReadonlySet<string>; readonly inside: ReadonlySet<string> };
  readonly #hosts: Hosts;
  readonly #bodies: Bodies;
  readonly #ask: (task: Task) => Promise<Answer>;

  /** `hosts`: those that lists and articles may be asked of; `inside`: those that a person named as lying inside the house. */
  constructor(
    named: { readonly hosts: ReadonlySet<string>; readonly inside: ReadonlySet<string> },
    hosts: Hosts,
    bodies: Bodies,
    ask: (task: Task) => Promise<Answer>,
  ) {
    this.#named = named;
    this.#hosts = hosts;
    this.#bodies = bodies;
    this.#ask = ask;
  }

  /** Why an address is not asked, before its host hears of it; null where it is. */
  async refusal(address: URL, task: Task): Promise<string | null> {
    const { hosts, inside } = this.#named;
    const refused = refusedAddress(address, inside);
    if (refused !== null) return refused;
    // The rules of a host are its own.
    if (task.role === "robots") return address.hostname === task.address.hostname ? null : "other-host";
    // A file may lie on a host of its own; everything else stays where a person said.
    if (task.role !== "attachment" && !hosts.has(address.hostname)) return "other-host";
    const robots = await this.#robotsOf(address);
    if (typeof robots === "string") return robots;
    return robots.allows(address) ? null : "robots";
  }

  /** An origin's rules; where its server could not say, the reason why nothing is asked of it this round. */
  #robotsOf({ origin }: URL): Promise<Robots | string> {
    const known = this.#robots.get(origin);
    if (known) return known;
    const asked = this.#askRobots(new URL("/robots.txt", origin));
    this.#robots.set(origin, asked);
    return asked;
  }

  async #askRobots(address: URL): Promise<Robots | string> {
    const task: Task = { address, role: "robots", foundOn: null, words: null, listed: null, publisher: null };
    const { line } = await this.#ask(task);
    const body = line.file === null ? null : this.#bodies.get(line.file, line.sha256!);
    // Rules that another host would send are that host's.
    const status = line.reason === "other-host" ? 404 : line.status;
    if (line.outcome === "left" && (status === null || status >= 500 || status === 429))
      return TELLING.has(line.reason!) ? line.reason! : "robots-unreachable";
    const robots = readRobots(address, status === 304 ? 200 : status, body ?? new Uint8Array());
    if (robots.crawlDelay !== null) this.#hosts.of(address).crawlDelay(robots.crawlDelay);
    return robots;
  }
}
