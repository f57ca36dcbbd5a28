import pg from "pg";
import { PgBoss } from "pg-boss";
import { asFleetError, awayBecause, FleetError } from "./errors.ts";
import { FLEET, QUEUE, QUEUE_SCHEMA, SCHEMA_SQL } from "./schema.ts";

/** Where the queue lies: a connection string without a password, or nothing (then `PG*` variables and ~/.pgpass tell). */
export interface QueueAddress {
  readonly queue?: string;
}

/** A connection to the fleet's PostgreSQL. */
export interface Connection {
  readonly pool: pg.Pool;
  readonly boss: PgBoss;
  /** Runs work in one transaction, pg-boss's statements included. */
  transaction<T>(work: (client: pg.PoolClient, db: Executor) => Promise<T>): Promise<T>;
  /** A connection of its own for as long as it is wanted. */
  session(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** What pg-boss runs its statements with. */
export interface Executor {
  // biome-ignore lint/suspicious/noExplicitAny: the shape pg-boss asks for
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

const nothing = (): void => {};
const CONNECTIONS = 6;
const CONNECT_MS = 5_000;
/** A process that is frozen within a transaction holds its rows no longer than this. */
const IDLE_MS = 20_000;
/** Asked for, not sent when connecting: a pooler refuses settings it does not know. */
const END_IDLE = `SET idle_in_transaction_session_timeout = ${IDLE_MS}`;

function settings({ queue }: QueueAddress): pg.ClientConfig {
  const common = {
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: "mingzhang",
  };
  if (queue === undefined) return common;
  // The command line is there for everyone of the machine to read.
  if (URL.canParse(queue) && new URL(queue).password !== "") throw new FleetError("password", "PGPASSWORD");
  return { ...common, connectionString: queue };
}

const executor = (client: Pick<pg.Pool, "query">): Executor => ({
  executeSql: async (text, values) => {
    const result = await client.query(text, values);
    // Several statements in one give several results: the rows of all.
    return Array.isArray(result) ? { rows: result.flatMap((r: pg.QueryResult) => r.rows) } : result;
  },
});

/** Connects and makes the tables where they are missing. Throws FleetError `no-server`, `pooled`, `password`. */
export async function connect(address: QueueAddress): Promise<Connection> {
  const config = settings(address);
  const onConnect = async (client: pg.ClientBase): Promise<void> => void (await client.query(END_IDLE));
  const pool = new pg.Pool({ ...config, max: CONNECTIONS, onConnect });
  // An idle connection that breaks is replaced at the next question.
  pool.on("error", nothing);
  const session = async (): Promise<pg.Client> => {
    const client = new pg.Client(config);
    client.on("error", nothing);
    await client.connect();
    await client.query(`${KEEP_ALIVE}; ${END_IDLE}`);
    return client;
  };
  try {
    await refusePooled(pool, session);
    const setup = await pool.connect();
    try {
      await setup.query("BEGIN");
      await setup.query(`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`);
      // Making an index waits for whoever holds a row, and everybody else for it: nothing is made that is there.
      const { rows } = await setup.query(`SELECT to_regclass('${FLEET}.source') IS NOT NULL AS there`);
      if (!(rows[0] as { there: boolean }).there) await setup.query(SCHEMA_SQL);
      await setup.query("COMMIT");
    } finally {
      setup.release();
    }
    const boss = new PgBoss({
      db: executor(pool),
      schema: QUEUE_SCHEMA,
      supervise: false,
      schedule: false,
      migrate: true,
    });
    // What pg-boss warns of is told by the statement that fails.
    boss.on("error", nothing);
    await boss.start();
    // A job sent to a queue that was never made is lost or refused: made here, once.
    if ((await boss.getQueue(QUEUE)) === null)
      await boss.createQueue(QUEUE, {
        retryLimit: 2,
        retryDelay: 0,
        expireInSeconds: LONGEST_S,
        deleteAfterSeconds: 0,
      });
    return {
      pool,
      boss,
      session,
      transaction: async (work) => {
        const client = await pool.connect();
        // A connection that breaks says so twice: to the statement that waits, and here, where silence would end the process.
        client.on("error", nothing);
        let broken: Error | undefined;
        try {
          await client.query("BEGIN");
          const result = await work(client, executor(client));
          await client.query("COMMIT");
          return result;
        } catch (error) {
          broken = awayBecause(error) === "no-server" ? (error as Error) : undefined;
          if (!broken) await client.query("ROLLBACK").catch(() => {});
          throw error;
        } finally {
          client.off("error", nothing);
          client.release(broken);
        }
      },
      close: async () => {
        await boss.stop({ graceful: false }).catch(() => {});
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw asFleetError(error);
  }
}

/** A machine that lost its power says nothing: the server asks whether it is there, and lets go of its locks after half a minute. */
const KEEP_ALIVE = "SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";
/** Two processes must not make the tables at once. */
const SETUP_LOCK = 72_411_024;
/** pg-boss gives a job back by itself after this: a holder that is gone is known at once by its lock. */
const LONGEST_S = 23 * 3600;

/**
 * A session's lock must last as long as its connection. A pooler in transaction mode gives one connection of the server to whoever has a
 * transaction: an idle session and a busy one then have the same process there.
 */
async function refusePooled(pool: pg.Pool, session: () => Promise<pg.Client>): Promise<void> {
  const own = await session();
  try {
    const pid = async (client: Pick<pg.Client, "query">): Promise<number> =>
      (await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0]!.pid;
    const mine = await pid(own);
    const other = await pool.connect();
    try {
      if ((await pid(other)) === mine || (await pid(own)) !== mine) throw new FleetError("pooled", "transaction");
    } finally {
      other.release();
    }
  } finally {
    await own.end();
  }
}
