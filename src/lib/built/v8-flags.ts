/** Node 20 compiles anew for speed what has run for a little while: for 20 pages as for 1,000 that costs a third of the processor time. */
const LATER_OPTIMIZING =
  Number.parseInt(process.versions.v8, 10) === 11
    ? ["--interrupt-budget=1000000", "--wasm-tiering-budget=8000000"]
    : [];

/** How V8 is set before any code is loaded: kept code is only good under the flags it was made with. */
export const V8_FLAGS: readonly string[] = [
  // Every processor has a thread of its own to run: one that tidies its young memory must not wait for helpers.
  "--no-parallel-scavenge",
  ...LATER_OPTIMIZING,
];
