/** Has the code compiled so far kept for the next start, unless that of this kind of work (a word) is kept already. */
export type KeepCode = (kind: string) => void;

/** Where the loader of the built program leaves it. */
export const CODE_KEEPER: unique symbol = Symbol.for("mingzhang.keep-code");

/** As `KeepCode`; from source nothing is kept. */
export const keepCode: KeepCode = (kind) => (globalThis as { [CODE_KEEPER]?: KeepCode })[CODE_KEEPER]?.(kind);
