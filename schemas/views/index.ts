export * from "./fields.ts";
export * from "./figure.ts";
export * from "./report.ts";
export * from "./sections.ts";
