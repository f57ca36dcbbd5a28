import { spine } from "./001-spine.ts";
import { registry } from "./002-registry.ts";

/** In order; `user_version` of a database counts those it has had. A migration that has been released is never edited. */
export const MIGRATIONS: readonly string[] = [spine, registry];
