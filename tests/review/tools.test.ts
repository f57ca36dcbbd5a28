import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { storedFile } from "../support/stored-file.ts";
import { databaseWith } from "./support.ts";

test("the questions are tools over a pipe: listed, called, refused, ended", async () => {
  const database = databaseWith([storedFile()]);
  const child = spawn(process.execPath, [join(packageRoot, "dist/src/cli/main.js"), "mcp", "--db", database], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let id = 0;
  const call = async (method: string, params: object): Promise<Record<string, unknown>> => {
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params })}\n`);
    const { value } = await lines.next();
    return JSON.parse(value as string) as Record<string, unknown>;
  };
  await call("initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "t", version: "0" },
  });
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
  const listed = await call("tools/list", {});
  const tools = (listed.result as { tools: { name: string }[] }).tools.map(({ name }) => name);
  expect(tools).toEqual(["search", "panel", "document", "document_records", "findings", "coverage", "concepts"]);
  const said = await call("tools/call", { name: "panel", arguments: { concept: "sangong.total" } });
  const { content } = said.result as { content: { text: string }[] };
  expect(JSON.parse(content[0]!.text)).toMatchObject({
    rows: [{ value: "7.36", unit: "万元", page: 2, quote: "7.36" }],
  });
  const refused = await call("tools/call", { name: "panel", arguments: { sql: "SELECT 1" } });
  expect(JSON.stringify(refused)).toMatch(/isError":true|"error"/u);
  child.stdin.end();
  expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(0);
});
