// One program as a whole process: seconds, processor seconds and peak memory.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/**
 * What a process has used so far: highest resident memory in MB of it or of a program it runs, what all of them hold now, and processor
 * seconds.
 */
function usedBy(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [own, now] = [/VmHWM:\s+(\d+)/u, /VmRSS:\s+(\d+)/u].map((line) => Number(status.match(line)[1]) / 1024);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    const below = children.map(usedBy).filter((used) => used !== null);
    // After the name in brackets: state, …, then the time of the process and of its ended children.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return {
      peak: Math.max(own, ...below.map(({ peak }) => peak)),
      all: below.reduce((sum, { all }) => sum + all, now),
      cpu: ticks / TICKS_A_SECOND + below.reduce((sum, { cpu }) => sum + cpu, 0),
    };
  } catch {
    return null;
  }
}

/** Runs a program to its end without input; the last line it wrote tells why it failed. */
export function measure(program, args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let peak = null;
    let all = null;
    let cpu = null;
    let said = "";
    const timer = setInterval(() => {
      const used = usedBy(child.pid);
      if (used === null) return;
      peak = Math.max(peak ?? 0, used.peak);
      all = Math.max(all ?? 0, used.all);
      cpu = Math.max(cpu ?? 0, used.cpu);
    }, 10);
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    const end = (ok, why) => {
      clearInterval(timer);
      resolve({ ok, why, seconds: (performance.now() - started) / 1000, cpu, peak, all });
    };
    child.on("error", (error) => end(false, error.message));
    child.on("exit", (code) => end(code === 0, said.trim().split("\n").pop() ?? ""));
  });
}

/** The median run of several. */
export async function median(times, program, args, before = () => {}) {
  const runs = [];
  for (let n = 0; n < times; n++) {
    before();
    const run = await measure(program, args);
    if (!run.ok) return run;
    runs.push(run);
  }
  runs.sort((a, b) => a.seconds - b.seconds);
  return { ...runs[Math.floor(runs.length / 2)], peak: Math.max(...runs.map(({ peak }) => peak ?? 0)) || null };
}
