/** Schema of what the fleet keeps beside pg-boss's own tables. */
export const FLEET = "mingzhang_fleet";
/** Schema and queue of pg-boss. */
export const QUEUE_SCHEMA = "mingzhang_queue";
export const QUEUE = "read";
/** First key of the session locks that workers hold; the second is the worker's number. */
export const LOCK_CLASS = 7241;

/** A file that ends three workers is set aside. */
export const MOST_STARTS = 3;

/**
 * round: what is read, with which engine. task: a file of the round. worker: a process that reads; it holds a session lock of its number.
 * claim: who reads a task, and the page reached. reading: what was read, compressed JSON, one row a file of the task.
 */
export const SCHEMA_SQL = `
CREATE SCHEMA IF NOT EXISTS ${FLEET};
CREATE TABLE IF NOT EXISTS ${FLEET}.round (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  engine text NOT NULL,
  options jsonb NOT NULL,
  sources text NOT NULL
);
CREATE TABLE IF NOT EXISTS ${FLEET}.task (
  path text PRIMARY KEY,
  seq bigserial NOT NULL UNIQUE,          -- the order in which one machine would read
  relative text NOT NULL,
  sha256 text NOT NULL CHECK (length(sha256) = 64),
  bytes bigint NOT NULL,
  engine text NOT NULL,
  job uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'aside')),
  note text,
  pages integer NOT NULL DEFAULT 0,
  seconds double precision NOT NULL DEFAULT 0,
  worker integer,
  done_at timestamptz
);
CREATE INDEX IF NOT EXISTS task_job ON ${FLEET}.task (job);
CREATE TABLE IF NOT EXISTS ${FLEET}.worker (
  id serial PRIMARY KEY,
  machine text NOT NULL,
  process integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS ${FLEET}.claim (
  job uuid PRIMARY KEY,
  attempt integer NOT NULL,
  worker integer NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  page integer,
  of_pages integer
);
CREATE TABLE IF NOT EXISTS ${FLEET}.reading (
  path text NOT NULL REFERENCES ${FLEET}.task ON DELETE CASCADE,
  seq integer NOT NULL,
  sha256 text,
  engine text NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (path, seq)
);
`;

/** True where a session on this database holds the lock of a worker. */
export const IS_ALIVE = (worker: string): string => `EXISTS (
  SELECT 1 FROM pg_locks AS l WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${LOCK_CLASS} AND l.objid = ${worker}
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
