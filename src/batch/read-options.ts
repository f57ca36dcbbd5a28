import type { process as readFile } from "../pipeline.ts";

/** What `process` takes besides the file. */
export type ReadOptions = NonNullable<Parameters<typeof readFile>[1]>;
