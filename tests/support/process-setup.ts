import type { TestProject } from "vitest/node";
import { build, buildIsCurrent } from "../../lib/setup/build.mjs";
import { ensureLab } from "../../lib/setup/lab-bundle.mjs";
import startServer from "./postgres-setup.ts";

/** For tests of running processes: the production build, and a PostgreSQL server with an empty database of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env.NEXTAUTH_SECRET ??= "only for building in tests, 32 characters and more";
  if (!buildIsCurrent()) await build();
  await ensureLab();
  return startServer(project);
}
