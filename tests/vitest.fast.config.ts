import { configDefaults, defineConfig } from "vitest/config";

/** `npm run check:fast`: every test that looks at no picture and starts no other program. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/seed.ts"],
    exclude: [
      ...configDefaults.exclude,
      // pictures
      "tests/stages/scan*.test.ts",
      "tests/golden/scans.test.ts",
      // other programs: our own as built, LibreOffice, readers of exports, browsers
      "tests/cli/**",
      "tests/review/browser.test.ts",
      "tests/review/tools.test.ts",
      "tests/fleet/fleet.test.ts",
      "tests/stages/doc.test.ts",
      "tests/golden/formats-equal.test.ts",
      "tests/export/csv.test.ts",
      "tests/export/scripts.test.ts",
      "tests/stages/store-scale.test.ts",
    ],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: "forks",
    isolate: true,
    env: { MINGZHANG_CACHE: "off" },
  },
});
