import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { companion } from "../../src/lib/companion.ts";

const folder = mkdtempSync(join(tmpdir(), "companion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a companion is found beside the program, else in the user's project, else nowhere", () => {
  const program = join(folder, "lib/node_modules/program");
  const project = join(folder, "project");
  mkdirSync(program, { recursive: true });
  const install = (into: string): string => {
    const at = join(into, "node_modules/recogniser-of-scans");
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "package.json"), '{"name":"recogniser-of-scans","main":"index.js"}');
    writeFileSync(join(at, "index.js"), "");
    return join(at, "index.js");
  };
  const places = [program, project];
  expect(companion("recogniser-of-scans", places)).toBeNull();
  const inProject = install(project);
  expect(companion("recogniser-of-scans", places)).toBe(inProject);
  const beside = install(program);
  expect(companion("recogniser-of-scans", places)).toBe(beside);
});
