/** Schema of what the fleet keeps beside pg-boss's own tables. */
export const FLEET = "mingzhang_fleet";
/** Schema and queue of pg-boss. */
export const QUEUE_SCHEMA = "mingzhang_queue";
export const QUEUE = "read";
/** First key of the session locks that workers hold; the second is the worker's number. */
export const LOCK_CLASS = 7241;
/** First key of the session lock of who gathers; the second is made of the database file's place. */
export const GATHER_CLASS = 7242;

/** A file that ends three workers is set aside. */
export const MOST_STARTS = 3;
/** What was given back comes before everything else; nothing is added with more than `MOST_URGENT`. */
export const RESCUED = 1_000_000_000;
export const MOST_URGENT = RESCUED - 1;

/**
 * round: what is read, with which engine. task: some bytes under a path; bytes that are read under another path already are not read twice
 * (`same`). worker: a process that reads; it holds a session lock of its number. claim: who reads a task, and the page reached. reading: what
 * was read, compressed JSON, one row a member of the file. source: the addresses that bytes were published at.
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
  seq bigserial PRIMARY KEY,              -- the order in which one machine would read
  path text NOT NULL,
  relative text NOT NULL,
  sha256 text CHECK (length(sha256) = 64), -- none: it could not be read when it was added
  bytes bigint NOT NULL,
  priority integer NOT NULL DEFAULT 0,
  job uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'aside', 'same')),
  same bigint REFERENCES ${FLEET}.task,   -- the task whose reading is this one's too
  note text,
  pages integer NOT NULL DEFAULT 0,
  seconds double precision NOT NULL DEFAULT 0,
  worker integer,
  done_at timestamptz,
  UNIQUE (path, sha256),
  CHECK ((state = 'same') = (same IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS task_job ON ${FLEET}.task (job);
CREATE INDEX IF NOT EXISTS task_sha256 ON ${FLEET}.task (sha256);
CREATE INDEX IF NOT EXISTS task_waiting ON ${FLEET}.task (seq) WHERE state = 'waiting';
CREATE TABLE IF NOT EXISTS ${FLEET}.worker (
  id serial PRIMARY KEY,
  machine text NOT NULL,
  process integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz                    -- none and no lock: it died
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
  task bigint NOT NULL REFERENCES ${FLEET}.task ON DELETE CASCADE,
  member integer NOT NULL,
  sha256 text,
  engine text NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (task, member)
);
CREATE TABLE IF NOT EXISTS ${FLEET}.source (
  sha256 text NOT NULL,
  address text NOT NULL,
  seq bigserial NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (sha256, address)
);
`;

/** True where a session on this database holds the lock of a worker. */
export const IS_ALIVE = (worker: string): string => `EXISTS (
  SELECT 1 FROM pg_locks AS l WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ${LOCK_CLASS} AND l.objid = ${worker}
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;
