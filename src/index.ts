/** The library: a path in, typed records out. `for await (const file of ingest(path)) await process(file)`. */
export * from "../schemas/index.ts";
export { ingest, type Unreadable } from "./ingest/index.ts";
export { ExtractionError, type TroubleCode } from "./lib/errors.ts";
export type { SourceFile } from "./lib/source-file.ts";
export { type Processed, process } from "./pipeline.ts";
