/** How V8 is set before any code is loaded: kept code is only good under the flags it was made with. */
export const V8_FLAGS = [
  // Every processor has a thread of its own to run: one that tidies its young memory must not wait for helpers.
  "--no-parallel-scavenge",
];
