import PQueue from "p-queue";
import { push } from "../lib/push.ts";
import type { Expected } from "../store/index.ts";
import { type AskEvents, Asker, RequestLimit } from "./ask.ts";
import { Bodies } from "./bodies.ts";
import { USUAL_WORDS } from "./choose.ts";
import { type Clock, WALL_CLOCK } from "./clock.ts";
import { checkedAgent } from "./connect.ts";
import { CollectError } from "./errors.ts";
import { type ExpectedFound, findExpected } from "./expected.ts";
import { takeFolder } from "./folder.ts";
import { Journal } from "./journal.ts";
import { COLLECT_LIMITS, type Limits, PACE, type Pace } from "./limits.ts";
import { PRODUCT } from "./robots.ts";
import { type Left, type ListRead, Round, type Taken } from "./round.ts";
import type { Start } from "./starts.ts";

export { CollectError, type CollectErrorCode } from "./errors.ts";
export type { ExpectedFound } from "./expected.ts";
export type { Left, ListRead, Taken } from "./round.ts";
export { readStarts, type Start, startOf } from "./starts.ts";

/** What to collect, where to, and how. */
export interface CollectOptions {
  readonly starts: readonly Start[];
  /** The folder; null for a dry run, which asks for robots.txt and lists alone and writes nothing. */
  readonly folder: string | null;
  readonly words?: readonly string[];
  readonly years?: { readonly from: number; readonly to: number } | null;
  readonly expected?: readonly Expected[];
  /** Whom a portal's keeper can write to: an address of mail or of a page. */
  readonly contact: string;
  readonly version: string;
  /** Hosts inside the house that a person named, by exactly these names or addresses. */
  readonly inside?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly pace?: Partial<Pace>;
  readonly clock?: Clock;
  readonly events?: AskEvents;
}

/** What became of a run. */
export interface CollectReport {
  readonly round: number;
  readonly lists: readonly ListRead[];
  readonly taken: readonly Taken[];
  readonly left: readonly Left[];
  readonly expected: readonly ExpectedFound[];
  /** Hosts with the requests of this run, and the reason why one was left for this round. */
  readonly hosts: readonly { readonly host: string; readonly asked: number; readonly left: string | null }[];
  /** Whether everything was gone through; else the next run goes on. */
  readonly complete: boolean;
}

/** Hosts that are asked at the same time. */
const HOSTS_AT_ONCE = 8;

/** A name for the portals' logs: who asks, and whom to write to. Throws CollectError. */
function userAgent(version: string, contact: string): string {
  if (!/^[\x21-\x7e]{3,200}$/u.test(contact) || !/[@.]/u.test(contact))
    throw new CollectError("bad-contact", 0, contact);
  return `${PRODUCT}/${version} (+${contact})`;
}

/** Collects what portals publish: list page → article → attachment, each body once, each request written down. Throws CollectError. */
export async function collect(options: CollectOptions): Promise<CollectReport> {
  const { starts, folder, expected = [], clock = WALL_CLOCK, events = {} } = options;
  const agentName = userAgent(options.version, options.contact);
  const limits = { ...COLLECT_LIMITS, ...options.limits };
  const hosts = new Set(starts.map(({ address }) => address.hostname));
  const inside = new Set(options.inside ?? []);
  const giveFree = folder === null ? () => undefined : takeFolder(folder);
  const agent = checkedAgent(inside, limits);
  let journal: Journal | null = null;
  try {
    journal = folder === null ? Journal.none() : Journal.open(folder);
    const pace = { ...PACE, ...options.pace };
    const bodies = new Bodies(folder);
    const asker = new Asker({
      agent,
      userAgent: agentName,
      limits,
      pace,
      clock,
      journal,
      bodies,
      hosts,
      inside,
      events,
    });
    const wanted = { words: options.words ?? USUAL_WORDS, years: options.years ?? null, hosts };
    const round = new Round(asker, journal, wanted, limits, folder === null);
    const complete = await visitAll(starts, round);
    if (complete && folder !== null)
      journal.add({ line: "end", round: journal.round, at: new Date(clock.now()).toISOString() });
    const candidates = [...round.taken.values()].map(({ words, line, ...taken }) => ({
      ...taken,
      names: [...words, line?.title ?? "", line?.name ?? ""].filter((name) => name !== ""),
    }));
    return {
      round: journal.round,
      lists: round.lists,
      taken: [...round.taken.values()],
      left: round.left,
      expected: findExpected(
        expected,
        candidates,
        round.lists.filter(({ pages }) => pages > 0).map(({ address }) => address),
      ),
      hosts: asker.hosts.all.map(({ name, asked, left }) => ({ host: name, asked, left })),
      complete,
    };
  } finally {
    await agent.destroy();
    journal?.close();
    giveFree();
  }
}

/** Hosts side by side, the lists of one host one after the other; false where the run had to stop asking. */
async function visitAll(starts: readonly Start[], round: Round): Promise<boolean> {
  const ofHost = new Map<string, Start[]>();
  for (const start of starts) {
    const { hostname } = start.address;
    push(ofHost, hostname, start);
  }
  const queue = new PQueue({ concurrency: HOSTS_AT_ONCE });
  let complete = true;
  const ends = await Promise.allSettled(
    [...ofHost.values()].map((list) =>
      queue.add(async () => {
        for (const start of list) await round.visit(start);
      }),
    ),
  );
  for (const end of ends) {
    if (end.status === "fulfilled") continue;
    if (!(end.reason instanceof RequestLimit)) throw end.reason;
    complete = false;
  }
  return complete;
}
