import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/lib/package-root.ts";
import { ACROSS_RULES, RULES } from "../../src/validate/index.ts";
import { rulesPage, rulesWithoutFamily } from "../../src/validate/rules-page.ts";

test("the page names every rule once", () => {
  expect(rulesWithoutFamily()).toEqual([]);
  const page = rulesPage();
  for (const { id } of [...RULES, ...ACROSS_RULES]) expect(page.split(`\`${id}\``).length, id).toBe(2);
});

test("docs/rules.md is what the rules say (npm run rules)", () => {
  const path = join(packageRoot, "docs", "rules.md");
  expect(existsSync(path) && readFileSync(path, "utf8") === rulesPage(), "docs/rules.md is stale").toBe(true);
});
