import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands/index.ts";
import { packageRoot } from "../../src/lib/package-root.ts";

/** Headings of docs/cli.md (`## correct`, `### correct add`) with the options told below each. */
const documented = new Map(
  readFileSync(join(packageRoot, "docs/cli.md"), "utf8")
    .split(/^###? /mu)
    .slice(1)
    .map((part) => [
      part.split("\n")[0]!,
      new Set([...part.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map((m) => m[1]!)),
    ]),
);

/** A command and its own commands by their names as typed. */
const named = (command: Command, before = ""): [string, Command][] => {
  const name = `${before}${command.name()}`;
  return [[name, command], ...command.commands.flatMap((part) => named(part, `${name} `))];
};
const commands = COMMANDS.flatMap(({ command }) => named(command));

test("docs/cli.md tells of every command and of no other (npm run docs)", () => {
  expect([...documented.keys()]).toEqual(commands.map(([name]) => name));
});

test.each(commands)("docs/cli.md: %s has the options the program takes (npm run docs)", (name, command) => {
  const known = command.options.map(({ long }) => long!).sort();
  expect([...(documented.get(name) ?? [])].filter((flag) => flag !== "--help").sort()).toEqual(known);
});

test.each(COMMANDS)(
  "$command.name has a description, options described, examples of itself",
  ({ command, examples }) => {
    expect(command.description()).not.toBe("");
    for (const { flags, description } of command.options) expect(description, flags).not.toBe("");
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example).toContain(`mingzhang ${command.name()}`);
  },
);
