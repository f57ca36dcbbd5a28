/** What the process says when it ends; documented in every `--help`. */
export const EXIT = { ok: 0, someUnread: 1, usage: 2, database: 3, found: 4, bug: 70 } as const;
