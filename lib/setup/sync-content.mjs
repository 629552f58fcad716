// Loads content/ into the database: lib/content/sync-command.ts does it and prints what changed.
import { existsSync } from "node:fs";
import { inProject, run } from "./project.mjs";

const command = "lib/content/sync-command.ts";

/** @returns {Promise<string>} what the command printed */
export async function syncContent() {
  if (!existsSync(inProject(command))) return "";
  return run(process.execPath, ["--conditions=react-server", "--import", "tsx", command], { quiet: true });
}
