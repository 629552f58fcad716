import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../lib/setup/migrations.mjs";

/** Migrates one file; each test gets a copy. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), "heapwise-template-"));
  const file = path.join(folder, "template.db");
  await migrate(`file:${file}`);
  project.provide("provider", "sqlite");
  project.provide("template", file);
  return () => rmSync(folder, { recursive: true });
}
