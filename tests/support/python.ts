import { spawnSync } from "node:child_process";

/** Whether `python3` is here to read files back. Tests that need it are skipped without it and say so in their name. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** The name of a test that Python takes part in. */
export const withPython = (name: string): string => (hasPython ? name : `${name} (python3 not installed: skipped)`);
