/** How V8 is set before any code is loaded: kept code is only good under the flags it was made with. Flags a version does not know do nothing. */
export const V8_FLAGS = [
  // Every processor has a thread of its own to run: one that tidies its young memory must not wait for helpers.
  "--no-parallel-scavenge",
  // A file is read in a second or less. What is compiled again for speed (JavaScript, PDFium) must first have shown that it is worth it:
  // by default that costs a third of the processor time, for 20 pages as for 1,000.
  "--interrupt-budget=1000000",
  "--wasm-tiering-budget=8000000",
];
