// One program as a whole process: seconds and peak memory.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Highest resident memory of a process so far, in MB; null where the system does not say (only Linux does). */
function peakOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/u)[1]) / 1024;
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
    let said = "";
    const timer = setInterval(() => {
      peak = peakOf(child.pid) ?? peak;
    }, 10);
    child.stderr.on("data", (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    const end = (ok, why) => {
      clearInterval(timer);
      resolve({ ok, why, seconds: (performance.now() - started) / 1000, peak });
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
