import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

const [, ...parts] = readFileSync(join(packageRoot, "docs/cli.md"), "utf8").split(/^## /mu);
const documented = parts.map((part) => ({
  name: /^\S+/u.exec(part)![0],
  options: new Set([...part.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map((m) => m[1]!)),
}));

test("docs/cli.md tells of commands", () => {
  expect(documented.length).toBeGreaterThan(5);
});

test.each(documented)(
  "docs/cli.md: $name and its options are what the program takes (npm run docs)",
  ({ name, options }) => {
    const command = COMMANDS.find(({ command: c }) => c.name() === name)?.command;
    expect(command, name).toBeDefined();
    const known = command!.options.map(({ long }) => long);
    expect([...options].filter((flag) => flag !== "--help" && !known.includes(flag))).toEqual([]);
  },
);

test.each(COMMANDS)(
  "$command.name has a description, options described, examples of itself",
  ({ command, examples }) => {
    expect(command.description()).not.toBe("");
    for (const { flags, description } of command.options) expect(description, flags).not.toBe("");
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toContain(`mingzhang ${command.name()}`);
  },
);
