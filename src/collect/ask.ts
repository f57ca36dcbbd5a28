import type { Agent } from "undici";
import { type CollectedDate, type CollectedRequest, publishedOn } from "../../schemas/collected.ts";
import { refusedAddress } from "./address.ts";
import { type Bodies, sha256Of } from "./bodies.ts";
import type { Clock } from "./clock.ts";
import { daysOf } from "./days.ts";
import { type Exchange, ExchangeError, exchange, mayPass } from "./exchange.ts";
import { fileName, nameInAddress } from "./file-name.ts";
import { CHALLENGES, Host } from "./host.ts";
import type { Journal } from "./journal.ts";
import { type Kind, kindOf } from "./kind.ts";
import { leadsOn } from "./leads-on.ts";
import type { Limits, Pace } from "./limits.ts";
import { openPage, type Page, textOf } from "./page.ts";
import { type Robots, readRobots } from "./robots.ts";
import { tagsOf, titleOf } from "./tags.ts";

/** An address to ask for, with what is known of it where it was found. */
export interface Task {
  readonly address: URL;
  readonly role: CollectedRequest["role"];
  readonly foundOn: string | null;
  readonly words: string | null;
  /** The day the list prints. */
  readonly listed: string | null;
  readonly publisher: string | null;
  /** What is known of a file from its article. */
  readonly article?: Pick<CollectedRequest, "title" | "publisher" | "site" | "dates">;
}

/** What became of an address; `page` where it is one. */
export interface Answer {
  readonly line: CollectedRequest;
  readonly page: Page | null;
}

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

/** Headers that are written down. */
const KEPT = [
  "content-type",
  "content-length",
  "content-encoding",
  "content-disposition",
  "etag",
  "last-modified",
  "location",
  "retry-after",
  "server",
] as const;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

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

type Found = Pick<CollectedRequest, "outcome" | "reason"> & Partial<CollectedRequest>;

/** Asks for addresses, politely, each once a round, and writes down what became of them. */
export class Asker {
  readonly #manner: Manner;
  readonly #hosts = new Map<string, Host>();
  readonly #robots = new Map<string, Promise<Robots | string>>();
  #requests = 0;

  constructor(manner: Manner) {
    this.#manner = manner;
    const { journal, clock } = manner;
    // What hosts said before the run was cut short still holds.
    for (const { final, status, headers, reason, at } of journal.requests()) {
      const host = this.hostOf(new URL(final));
      if (status !== null) host.answered({ status: reason === "challenge" ? 412 : status, headers }, Date.parse(at));
      else if (reason !== null) host.failed(Math.min(Date.parse(at), clock.now()));
      host.resumed(Date.parse(at));
    }
  }

  /** The host of an address, as it is spared. */
  hostOf({ hostname }: URL): Host {
    const known = this.#hosts.get(hostname);
    if (known) return known;
    const host = new Host(hostname, this.#manner.pace, this.#manner.clock);
    this.#hosts.set(hostname, host);
    return host;
  }

  /** Hosts that were asked, or should have been. */
  get hosts(): readonly Host[] {
    return [...this.#hosts.values()];
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
    const hops: { address: string; status: number; by: "status" | "refresh" | "location" }[] = [];
    let address = task.address;
    const answer = (found: Found, exchanged: Exchange | null, page: Page | null = null): Answer => ({
      page,
      line: {
        line: "request",
        round: journal.round,
        address: task.address.href,
        role: task.role,
        hops,
        final: address.href,
        foundOn: task.foundOn,
        words: task.words,
        at: new Date(clock.now()).toISOString(),
        status: exchanged?.status ?? null,
        headers: keptHeaders(exchanged),
        sha256: null,
        bytes: null,
        kind: null,
        file: null,
        name: null,
        title: null,
        publisher: task.publisher,
        site: null,
        dates: [],
        ...found,
      },
    });
    const left = (reason: string, exchanged: Exchange | null = null): Answer =>
      answer({ outcome: "left", reason }, exchanged);
    const failed = (reason: string, exchanged: Exchange | null = null): Answer =>
      answer({ outcome: last ? "left" : "again", reason }, exchanged);

    for (;;) {
      const refused = await this.#refusal(address, task);
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
        this.hostOf(address).failed(clock.now());
        return failed("cut", result);
      }
      const page = isPage(kind, result.body, limits)
        ? openPage(result.body, headers["content-type"] ?? "", address)
        : null;
      const onward = page === null || task.role === "robots" ? null : leadsOn(page);
      if (onward?.by === "challenge") {
        this.hostOf(address).answered({ status: 412, headers: {} }, clock.now());
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

  /** Why an address is not asked, before its host hears of it. */
  async #refusal(address: URL, task: Task): Promise<string | null> {
    const { hosts, inside } = this.#manner;
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
    const { line } = await this.ask(task);
    const body = line.file === null ? null : this.#manner.bodies.get(line.file, line.sha256!);
    // Rules that another host would send are that host's.
    const status = line.reason === "other-host" ? 404 : line.status;
    if (line.outcome === "left" && (status === null || status >= 500 || status === 429))
      return TELLING.has(line.reason!) ? line.reason! : "robots-unreachable";
    const robots = readRobots(address, status === 304 ? 200 : status, body ?? new Uint8Array());
    if (robots.crawlDelay !== null) this.hostOf(address).crawlDelay(robots.crawlDelay);
    return robots;
  }

  /** One request in the host's turn. Throws RequestLimit. */
  async #turn(address: URL, task: Task): Promise<Exchange | ExchangeError | string> {
    const { agent, limits, clock, events, userAgent } = this.#manner;
    const host = this.hostOf(address);
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
    if (!document) return { ...stored, ...bytes };
    const tags = page === null || task.role === "attachment" ? null : tagsOf(page);
    const shown = tags === null || page === null ? "" : textOf(page.root);
    const own = daysOf(address, tags, shown, task.listed);
    const { article } = task;
    const dates: readonly CollectedDate[] = publishedOn(article?.dates ?? []) === null ? own : article!.dates;
    const title = tags === null || page === null ? (article?.title ?? task.words) : (titleOf(page, tags) ?? task.words);
    const called = tags === null ? task.words : title;
    return {
      ...stored,
      ...bytes,
      name: fileName(headers["content-disposition"] ?? "", called, address, kind),
      title,
      publisher: task.publisher ?? tags?.contentSource ?? article?.publisher ?? null,
      site: tags?.siteName ?? article?.site ?? address.hostname,
      dates: [...dates],
    };
  }
}

/** Office files that some programs write as pages: a table or their own marks make them files. */
const WRITTEN_AS_PAGE = /\.(?:docx?|xlsx?|wps|et|rtf|csv|txt)$/iu;

/** Whether a page stands where a file should: an error, a log-in, a front page told with 200. */
const isNoFile = (page: Page, address: URL): boolean =>
  !(
    WRITTEN_AS_PAGE.test(nameInAddress(address)) &&
    (/<table[\s>]|urn:schemas-microsoft-com|mime-version:/iu.test(page.text) ||
      !/<(?:html|body|div|p)[\s>]/iu.test(page.text))
  );

/** Whether links are looked for in a body. */
const isPage = (kind: string | null, bytes: Uint8Array, { pageBytes }: Limits): boolean =>
  (kind === "html" || kind === "text") && bytes.length <= pageBytes;

const isDocument = (role: Task["role"]): boolean => role === "article" || role === "attachment";

/** A `Location` holds bytes; where they are not percent-encoded they are UTF-8. */
const located = (location: string): string => Buffer.from(location, "latin1").toString("utf8");

function keptHeaders(exchanged: Exchange | null): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of KEPT) if (exchanged?.headers[name] !== undefined) headers[name] = exchanged.headers[name];
  return headers;
}
