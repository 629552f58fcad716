import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig, defineProject } from "vitest/config";

const shared = {
  pool: "forks",
  environment: "node",
  restoreMocks: true,
  // This package throws outside Next's server; the tests are the server.
  alias: { "server-only": path.join(import.meta.dirname, "tests/support/server-only.ts") },
} as const;

// Tests that need a database are called *.db.test.ts and run on both (*.sqlite.test.ts and *.postgresql.test.ts on one); the rest of tests/ is unit, but for the
// suites with folders of their own.
const database = ["tests/**/*.db.test.ts"];
const sqliteOnly = ["tests/**/*.sqlite.test.ts"];
const postgresOnly = ["tests/**/*.postgresql.test.ts"];
// Tests that start the app itself.
const processes = ["tests/operation/**/*.process.test.ts"];
const apart = ["tests/engine/**", "tests/conformance/**", "tests/cards/**", "tests/content/**", "tests/e2e/**", "tests/bench/**"];

export default defineConfig({
  test: {
    // The default leaves one processor idle, which on two is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      defineProject({ test: { ...shared, name: "unit", include: ["tests/**/*.test.{ts,tsx}"], exclude: [...database, ...sqliteOnly, ...postgresOnly, ...processes, ...apart], isolate: false, testTimeout: 60_000 } }),
      // The engine keeps nothing from one run to the next, so its files share a process, and its thousand modules are read once.
      defineProject({ test: { ...shared, name: "engine", include: ["tests/engine/**/*.test.ts"], isolate: false, testTimeout: 60_000 } }),
      defineProject({ test: { ...shared, name: "conformance", include: ["tests/conformance/**/*.test.ts"], testTimeout: 60_000 } }),
      defineProject({ test: { ...shared, name: "cards", include: ["tests/{cards,content}/**/*.test.ts"], exclude: database, testTimeout: 120_000 } }),
      defineProject({ test: { ...shared, name: "sqlite", include: [...database, ...sqliteOnly], isolate: false, setupFiles: "tests/support/server-setup.ts", globalSetup: "tests/support/sqlite-setup.ts", testTimeout: 60_000, hookTimeout: 60_000 } }),
      defineProject({ test: { ...shared, name: "postgresql", include: [...database, ...postgresOnly], isolate: false, setupFiles: "tests/support/server-setup.ts", globalSetup: "tests/support/postgres-setup.ts", testTimeout: 60_000, hookTimeout: 60_000 } }),
      defineProject({ test: { ...shared, name: "operation", include: processes, globalSetup: "tests/support/process-setup.ts", testTimeout: 180_000, hookTimeout: 300_000, fileParallelism: false } }),
    ],
  },
});
