import type { Connection } from "./connection.ts";
import { roundOf } from "./round.ts";
import { FLEET, IS_ALIVE, QUEUE, QUEUE_SCHEMA } from "./schema.ts";

/** How a round stands. */
export interface FleetStatus {
  readonly engine: string;
  readonly files: number;
  readonly waiting: number;
  readonly reading: number;
  readonly done: number;
  readonly aside: number;
  readonly pages: number;
  /** Of the last hour, or since the first finished file if that is less. */
  readonly filesAnHour: number;
  readonly pagesAnHour: number;
  /** At that pace; null where nothing was finished. */
  readonly hoursLeft: number | null;
  readonly machines: readonly {
    readonly machine: string;
    readonly workers: number;
    /** Workers that went without a word. */
    readonly dead: number;
    readonly files: number;
    readonly pages: number;
  }[];
  /** The files that are held longest, with the page reached. */
  readonly held: readonly {
    readonly path: string;
    readonly machine: string;
    readonly seconds: number;
    readonly page: number | null;
    readonly pages: number | null;
  }[];
  readonly setAside: readonly { readonly path: string; readonly note: string | null }[];
}

const LISTED = 10;

/** What somebody reads now. */
const HELD = `FROM ${FLEET}.claim AS c JOIN ${FLEET}.task AS t ON t.job = c.job JOIN ${FLEET}.worker AS w ON w.id = c.worker
  JOIN ${QUEUE_SCHEMA}.job AS j ON j.id = c.job AND j.name = '${QUEUE}' AND j.state = 'active' AND j.retry_count = c.attempt`;

/** How the round stands now. Throws FleetError `not-begun`. */
export async function status({ pool }: Connection): Promise<FleetStatus> {
  const { engine } = await roundOf(pool);
  const one = async <T>(sql: string): Promise<T> => (await pool.query(sql)).rows[0] as T;
  const all = async <T>(sql: string): Promise<T[]> => (await pool.query(sql)).rows as T[];
  const counts = await one<Record<"files" | "waiting" | "done" | "aside" | "pages", string>>(
    `SELECT count(*) AS files, count(*) FILTER (WHERE r.state = 'waiting') AS waiting, count(*) FILTER (WHERE r.state = 'done') AS done,
       count(*) FILTER (WHERE r.state = 'aside') AS aside, coalesce(sum(t.pages), 0) AS pages
     FROM ${FLEET}.task AS t JOIN ${FLEET}.task AS r ON r.seq = coalesce(t.same, t.seq)`,
  );
  const pace = await one<{ files: string; pages: string; hours: number | null }>(
    `SELECT count(*) AS files, coalesce(sum(pages), 0) AS pages,
       least(1, extract(epoch FROM now() - min(done_at)) / 3600)::float8 AS hours
     FROM ${FLEET}.task WHERE done_at > now() - interval '1 hour'`,
  );
  const reading = await one<{ n: string }>(`SELECT count(*) AS n ${HELD}`);
  const held = await all<{ path: string; machine: string; seconds: number; page: number | null; pages: number | null }>(
    `SELECT t.path, w.machine, extract(epoch FROM now() - c.since)::float8 AS seconds, c.page, c.of_pages AS pages
     ${HELD} ORDER BY c.since LIMIT ${LISTED}`,
  );
  const machines = await all<{ machine: string; workers: string; dead: string; files: string; pages: string }>(
    `SELECT w.machine, count(DISTINCT w.id) FILTER (WHERE alive) AS workers,
       count(DISTINCT w.id) FILTER (WHERE NOT alive AND w.ended_at IS NULL) AS dead, count(t.path) AS files,
       coalesce(sum(t.pages), 0) AS pages
     FROM (SELECT id, machine, ended_at, ${IS_ALIVE("id")} AS alive FROM ${FLEET}.worker) AS w LEFT JOIN ${FLEET}.task AS t ON t.worker = w.id AND t.state = 'done' GROUP BY w.machine ORDER BY w.machine`,
  );
  const setAside = await all<{ path: string; note: string | null }>(
    `SELECT path, note FROM ${FLEET}.task WHERE state = 'aside' ORDER BY path LIMIT ${LISTED}`,
  );
  const hours = Math.max(pace.hours ?? 0, 1 / 3600);
  const filesAnHour = Number(pace.files) / hours;
  const waiting = Number(counts.waiting);
  return {
    engine,
    files: Number(counts.files),
    waiting: waiting - Number(reading.n),
    reading: Number(reading.n),
    done: Number(counts.done),
    aside: Number(counts.aside),
    pages: Number(counts.pages),
    filesAnHour,
    pagesAnHour: Number(pace.pages) / hours,
    hoursLeft: filesAnHour > 0 ? waiting / filesAnHour : null,
    machines: machines.map(({ machine, workers, dead, files, pages }) => ({
      machine,
      workers: Number(workers),
      dead: Number(dead),
      files: Number(files),
      pages: Number(pages),
    })),
    held,
    setAside,
  };
}
