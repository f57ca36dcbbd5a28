import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/support/build.ts"],
    setupFiles: ["tests/support/seed.ts"],
    include: ["tests/**/*.test.ts"],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: "forks",
    // A test run reads the pictures it tests, not what an earlier run remembered.
    env: { MINGZHANG_CACHE: "off" },
  },
});
