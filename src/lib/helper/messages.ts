import type { TroubleCode } from "../errors.ts";

/** To a helper: work to begin, or the next piece of it. */
export type HelperRequest = { readonly kind: "begin"; readonly request: unknown } | { readonly kind: "next" };

/** From a helper: a piece of its work, the end of it, or what was in the way. */
export type HelperAnswer =
  | { readonly kind: "piece"; readonly piece: unknown }
  | { readonly kind: "end" }
  | {
      readonly kind: "trouble";
      readonly code: TroubleCode;
      readonly message: string;
      readonly where: string | null;
    };

/** What a module of a helper's work exports as `work`: takes a request, gives pieces. Both are plain data. */
export type HelperWork = (request: never) => AsyncIterable<unknown>;

/** What a helper may take, and what its watch is told when it is started. */
export interface HelperLimits {
  /** Resident memory. */
  readonly megabytes: number;
  /** For one piece of work. */
  readonly seconds: number;
}

/** Said on a helper's standard error by its watch before it ends it. */
export const SAID = { memory: "helper: too much memory", time: "helper: too much time" } as const;
