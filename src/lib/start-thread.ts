import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";

const require = createRequire(import.meta.url);

/**
 * A thread whose file lies beside `from` under the name `name` (no ending): compiled, or TypeScript that the thread must first learn to
 * load. `limits`: how much memory its JavaScript may take. `workerData`: what it is started with.
 */
export function startThread(from: string, name: string, limits: ResourceLimits, workerData?: unknown): Worker {
  const compiled = !from.endsWith(".ts");
  const entry = new URL(`./${name}.${compiled ? "js" : "ts"}`, from);
  if (compiled) return new Worker(entry, { resourceLimits: limits, workerData });
  const tsx = pathToFileURL(join(dirname(require.resolve("tsx/package.json")), "dist/esm/api/index.mjs")).href;
  const start = `import(${JSON.stringify(tsx)}).then(({ register }) => (register(), import(${JSON.stringify(entry.href)})));`;
  return new Worker(start, { eval: true, resourceLimits: limits, workerData });
}
