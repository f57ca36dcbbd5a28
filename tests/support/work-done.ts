import { Session } from "node:inspector/promises";

/** Runs after which the highest count is taken for the whole one, and the most there are. */
const FEWEST = 3;
const MOST = 12;

/** How often blocks of our own files ran while something was done, counted by the engine. */
async function counted(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await run();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result
    .filter(({ url }) => /\/(?:src|extractors)\/(?!.*test)/.test(url) && !url.includes("node_modules"))
    .flatMap(({ functions }) => functions)
    .flatMap(({ ranges }) => ranges)
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * How many times the work of the small input the large one is. The engine forgets the counts of code that it throws away while it runs, and
 * never makes any up: of several runs the highest counts, and the small input is counted again as long as more than `most` times would come out.
 */
export async function growth(small: () => unknown, large: () => unknown, most: number): Promise<number> {
  await small();
  let [once, twice] = [0, 0];
  for (let run = 0; run < MOST && (run < FEWEST || twice / once >= most); run++) {
    once = Math.max(once, await counted(small));
    if (run < FEWEST) twice = Math.max(twice, await counted(large));
  }
  return twice / once;
}
