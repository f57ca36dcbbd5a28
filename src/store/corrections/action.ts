/** What a person decides about a value: `add` where the program read none, `withdraw` to take back what was decided. */
export type CorrectionAction = "set" | "confirm" | "reject" | "add" | "withdraw";
/** `applied`; `redundant`: the program reads it so by now; `conflict`: it reads a third value; `orphan`: the statement is gone. */
export type CorrectionOutcome = "applied" | "redundant" | "conflict" | "orphan";
