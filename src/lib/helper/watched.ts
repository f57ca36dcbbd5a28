import { Worker } from "node:worker_threads";
import { type HelperLimits, SAID } from "./messages.ts";

/** How often the watch looks, in milliseconds. */
const LOOK_MS = 100;

/** A process whose starter is gone has so long to tidy up, where it has anything to. */
const GRACE_MS = 3_000;

/** The watch's own program: it sees what a busy process cannot see itself. */
const WATCH = `
const { workerData: { shared, limits, said, parent, every, grace } } = require("node:worker_threads");
const fs = require("node:fs");
const began = new Float64Array(shared);
let alone = 0;
const end = (why) => { try { if (why) fs.writeSync(2, why + "\\n"); } catch {} process.kill(process.pid, "SIGKILL"); };
setInterval(() => {
  if (process.ppid === parent) alone = 0;
  else if ((alone += every) > grace) end();
  if (process.memoryUsage.rss() > limits.megabytes * 1048576) end(said.memory);
  // Read once: the work may end between two looks.
  const since = began[0];
  if (since > 0 && Date.now() - since > limits.seconds * 1000) end(said.time);
}, every);
`;

/**
 * Has this process watched from a thread of its own: it is ended when it takes too much memory or time, or when the process that started it
 * is gone (after `grace` milliseconds), whatever it is doing then. Gives what tells the watch that work begins and ends.
 */
export function watched(limits: HelperLimits, grace = GRACE_MS): (busy: boolean) => void {
  const shared = new SharedArrayBuffer(8);
  const began = new Float64Array(shared);
  const worker = new Worker(WATCH, {
    eval: true,
    workerData: { shared, limits, said: SAID, parent: process.ppid, every: LOOK_MS, grace },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  });
  worker.unref();
  return (busy) => {
    began[0] = busy ? Date.now() : 0;
  };
}
