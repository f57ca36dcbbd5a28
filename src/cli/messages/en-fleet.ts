import type { fleetZh } from "./zh-fleet.ts";

/** Words of many machines. */
export const fleetEn: typeof fleetZh = {
  about:
    "many machines read together: queue and finished readings lie in PostgreSQL, gathered in the end into one SQLite file, row for row what one machine would have made",
  init: "begins a round: with which engine, how, and where the files lie",
  add: "puts files and folders into the round; what is there already stays",
  work: "reads on this machine until none is left",
  status: "how the round stands",
  retry: "tries again what was set aside",
  gather: "keeps finished readings in the database (again and again, while others still read)",
  queue: "address of PostgreSQL (without a password; PG* variables where not given)",
  sources: "a folder that all machines reach, or s3://bucket/prefix",
  priority: "order: higher numbers first",
  jobs: "files read at once (default: the number of processors)",
  silence: "seconds without a sign after which a file is given up (default 300)",
  watch: "looks again every two seconds",
  wait: "waits until all is read",
  began: (engine) => `the round reads with engine ${engine}`,
  oldNode: (version) => `Node ${version}: pg-boss asks for 22.12 or newer; it was tried on 20 and works`,
  added: (n, all) => `${n} files added (of ${all} given)`,
  adding: (looked, added) => `${looked} files looked at, ${added} new`,
  done: (path, pages) => `${path} ${pages} pages`,
  putAside: (path, why) => `${path} set aside: ${why}`,
  finished: (n, aside) => `${n} files read on this machine${aside > 0 ? `, ${aside} set aside` : ""}`,
  away: (what, seconds) => `${what}: again in ${seconds} s`,
  back: "it is back; going on",
  retried: (n) => `${n} files queued again`,
  gathered: (files, left, aside) =>
    `${files} files kept${aside > 0 ? `, ${aside} set aside` : ""}${left > 0 ? `; ${left} are not read yet` : ""}`,
  state: {
    counts: (s) =>
      `files ${s.files}: read ${s.done}, being read ${s.reading}, waiting ${s.waiting}, set aside ${s.aside}; ${s.pages} pages`,
    pace: (files, pages, left) =>
      `${files} files, ${pages} pages an hour${left === null ? "" : `; about ${left} h left`}`,
    machine: (name, workers, dead, files, pages) =>
      `  ${name}: ${workers} at work${dead > 0 ? `, ${dead} dead` : ""}, ${files} files read, ${pages} pages`,
    held: (path, machine, seconds, page) => `  held longest: ${path} (${machine}, ${Math.round(seconds)} s${page})`,
    page: (page, pages) => `, page ${page}${pages === null ? "" : `/${pages}`}`,
    aside: (path, note) => `  set aside: ${path} (${note ?? ""})`,
  },
  error: {
    "no-server": "PostgreSQL cannot be reached",
    pooled:
      "the connection goes through a pooler in transaction mode, which loses session locks: connect to PostgreSQL itself",
    "not-begun": "no round has begun; run first",
    "other-engine": "this machine's engine is another than the round's and would read otherwise",
    "other-round": "a round with another engine or other sources is there",
    password: "a password does not belong on the command line; use the environment",
    "server-full": "PostgreSQL's disk is full",
    "no-sources": "the place of the files cannot be reached",
    "no-room": "the disk of this machine is full",
    gathering: "another gather writes this database",
    missing: "the file is not where the files of the round lie",
    "other-bytes": "the bytes are not those of their hash",
  },
};
