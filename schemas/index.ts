export * from "./common.ts";
export * from "./concepts.ts";
export * from "./measures.ts";
export * from "./records.ts";
export * from "./views/index.ts";
export * from "./vocabulary.ts";
