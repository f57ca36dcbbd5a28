import type { Agent } from "undici";
import type { CollectedRequest } from "../../schemas/collected.ts";
import { Admission } from "./admission.ts";
import { type Bodies, sha256Of } from "./bodies.ts";
import type { Clock } from "./clock.ts";
import { type Exchange, ExchangeError, exchange, mayPass } from "./exchange.ts";
import { CHALLENGES } from "./host.ts";
import { Hosts } from "./hosts.ts";
import type { Journal } from "./journal.ts";
import { type Kind, kindOf } from "./kind.ts";
import { leadsOn } from "./leads-on.ts";
import { isNoFile, learned } from "./learned.ts";
import type { Limits, Pace } from "./limits.ts";
import { openPage, type Page } from "./page.ts";
import { type Answer, type Found, keptHeaders, lineOf, type Task } from "./task.ts";

/** What is told while a round goes on. */
export interface AskEvents {
  readonly onRequest?: (host: string, line: CollectedRequest) => void;
  readonly onWait?: (host: string, milliseconds: number) => void;
}

/** How addresses are asked. */
export interface Manner {
  readonly agent: Agent;
  readonly userAgent: string;
  readonly limits: Limits;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly bodies: Bodies;
  /** Hosts that lists and articles may be asked of. */
  readonly hosts: ReadonlySet<string>;
  /** Hosts that a person named as lying inside the house. */
  readonly inside: ReadonlySet<string>;
  readonly events: AskEvents;
}

/** The run has asked as often as it may. */
export class RequestLimit extends Error {
  override readonly name = "RequestLimit";
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks for addresses, politely, each once a round, and writes down what became of them. */
export class Asker {
  readonly hosts: Hosts;
  readonly #manner: Manner;
  readonly #admission: Admission;
  #requests = 0;

  constructor(manner: Manner) {
    const { journal, clock, pace, bodies } = manner;
    this.#manner = manner;
    this.hosts = new Hosts(pace, clock, journal);
    this.#admission = new Admission(manner, this.hosts, bodies, (task) => this.ask(task));
  }

  /** Asks until there is an answer or no more hope. Throws RequestLimit. */
  async ask(task: Task): Promise<Answer> {
    const { journal, limits } = this.#manner;
    const known = journal.answer(task.address.href);
    if (known) {
      const page = this.#pageOf(known);
      if (page !== undefined) return { line: known, page };
    }
    for (let attempt = journal.triesOf(task.address.href).length + 1; ; attempt++) {
      const answer = await this.#attempt(task, attempt >= limits.tries);
      journal.add(answer.line);
      this.#manner.events.onRequest?.(task.address.hostname, answer.line);
      if (answer.line.outcome !== "again") return answer;
    }
  }

  /** The page of an answer that was written down; undefined where its bytes are gone, so that it is asked again. */
  #pageOf({ sha256, file, kind, headers, final }: CollectedRequest): Page | null | undefined {
    if (sha256 === null || file === null) return null;
    const { bodies, limits } = this.#manner;
    const bytes = bodies.get(file, sha256);
    if (bytes === null) return undefined;
    return isPage(kind, bytes, limits) ? openPage(bytes, headers["content-type"] ?? "", new URL(final)) : null;
  }

  async #attempt(task: Task, last: boolean): Promise<Answer> {
    const { limits, clock, journal } = this.#manner;
    const hops: CollectedRequest["hops"] = [];
    let address = task.address;
    const answer = (found: Found, exchanged: Exchange | null, page: Page | null = null): Answer => {
      const at = new Date(clock.now()).toISOString();
      const way = { round: journal.round, hops, final: address.href, at };
      return { line: lineOf(task, way, exchanged, found), page };
    };
    const left = (reason: string, exchanged: Exchange | null = null): Answer =>
      answer({ outcome: "left", reason }, exchanged);
    const failed = (reason: string, exchanged: Exchange | null = null): Answer =>
      answer({ outcome: last ? "left" : "again", reason }, exchanged);

    for (;;) {
      const refused = await this.#admission.refusal(address, task);
      if (refused !== null) return left(refused);
      const result = await this.#turn(address, task);
      if (typeof result === "string") return left(result);
      if (result instanceof ExchangeError) return (mayPass(result) ? failed : left)(result.code);
      const { status, headers } = result;
      const before = status === 304 ? journal.before(task.address.href) : undefined;
      if (before !== undefined) {
        const { sha256, bytes, kind, file, name, title, publisher, site, dates } = before;
        // Servers leave out of a 304 what they said before: it still holds.
        const headers = { ...before.headers, ...keptHeaders(result) };
        const same = { headers, sha256, bytes, kind, file, name, title, publisher, site, dates };
        return answer({ outcome: "unchanged", reason: null, ...same }, result, this.#pageOf(before) ?? null);
      }
      if (REDIRECTS.has(status) && headers.location !== undefined) {
        const next = URL.canParse(located(headers.location), address.href)
          ? new URL(located(headers.location), address)
          : null;
        if (next === null) return left("bad-redirect", result);
        const end = hop(next, status, "status");
        if (end !== null) return left(end, result);
        continue;
      }
      if (CHALLENGES.has(status)) return left("challenge", result);
      if (status === 429 || status >= 500) return failed(`http-${status}`, result);
      if (status < 200 || status >= 300) return left(`http-${status}`, result);
      if (result.body.length === 0) return left("empty", result);
      const kind = await kindOf(result.body, address.href);
      if (kind === "cut") {
        this.hosts.of(address).failed(clock.now());
        return failed("cut", result);
      }
      const page = isPage(kind, result.body, limits)
        ? openPage(result.body, headers["content-type"] ?? "", address)
        : null;
      const onward = page === null || task.role === "robots" ? null : leadsOn(page);
      if (onward?.by === "challenge") {
        this.hosts.of(address).answered({ status: 412, headers: {} }, clock.now());
        return left("challenge", result);
      }
      if (onward !== null) {
        const end = hop(onward.address, status, onward.by);
        if (end !== null) return left(end, result);
        continue;
      }
      if (task.role === "attachment" && page !== null && isNoFile(page, address)) return left("not-a-file", result);
      return answer(this.#taken(task, address, result, kind, page), result, page);
    }

    /** Goes one address further; says why where that leads nowhere. */
    function hop(next: URL, status: number, by: "status" | "refresh" | "location"): string | null {
      hops.push({ address: address.href, status, by });
      next.hash = "";
      if (hops.some((before) => before.address === next.href)) return "loop";
      if (hops.length > limits.hops) return "too-many-hops";
      address = next;
      return null;
    }
  }

  /** One request in the host's turn. Throws RequestLimit. */
  async #turn(address: URL, task: Task): Promise<Exchange | ExchangeError | string> {
    const { agent, limits, clock, events, userAgent } = this.#manner;
    const host = this.hosts.of(address);
    const result = await host.turn(
      async () => {
        if (this.#requests >= limits.requests) throw new RequestLimit(`${limits.requests} requests`);
        this.#requests++;
        try {
          const headers = { "user-agent": userAgent, ...this.#conditions(address, task) };
          const exchanged = await exchange(agent, address, headers, limits, clock);
          host.answered(exchanged, clock.now());
          return exchanged;
        } catch (error) {
          if (!(error instanceof ExchangeError)) throw error;
          if (mayPass(error)) host.failed(clock.now());
          return error;
        }
      },
      (wait) => events.onWait?.(host.name, wait),
    );
    return result ?? host.left!;
  }

  /** What makes a server say that nothing has changed since the last round. */
  #conditions(address: URL, task: Task): Record<string, string> {
    const before = this.#manner.journal.before(task.address.href);
    if (before === undefined || before.final !== address.href || this.#pageOf(before) === undefined) return {};
    const { etag, "last-modified": modified } = before.headers;
    return {
      ...(etag !== undefined && { "if-none-match": etag }),
      ...(modified !== undefined && { "if-modified-since": modified }),
    };
  }

  /** Keeps a body and says what is known of it. */
  #taken(task: Task, address: URL, { body, headers }: Exchange, kind: Kind, page: Page | null): Found {
    const { journal, bodies } = this.#manner;
    // What was named as a list and is a file is a document.
    const document = isDocument(task.role) || (task.role === "list" && page === null);
    const sha256 = sha256Of(body);
    const before = journal.held(sha256);
    const held = before !== undefined && (!document || before.startsWith("files/")) ? before : undefined;
    const file = held ?? bodies.placeOf(sha256, kind, document);
    bodies.put(file, body);
    const stored = { outcome: held === undefined ? ("stored" as const) : ("same" as const), reason: null };
    const bytes = { sha256, bytes: body.length, kind, file };
    const more = document ? learned(task, address, headers["content-disposition"] ?? "", kind, page) : {};
    return { ...stored, ...bytes, ...more };
  }
}

/** Whether links are looked for in a body. */
const isPage = (kind: string | null, bytes: Uint8Array, { pageBytes }: Limits): boolean =>
  (kind === "html" || kind === "text") && bytes.length <= pageBytes;

const isDocument = (role: Task["role"]): boolean => role === "article" || role === "attachment";

/** A `Location` holds bytes; where they are not percent-encoded they are UTF-8. */
const located = (location: string): string => Buffer.from(location, "latin1").toString("utf8");
