#!/usr/bin/env node
// npm run admin -- reset ADDRESS | role ADDRESS ROLE | reset-second-factor ADDRESS
import "./node-version.mjs";
import { existsSync } from "node:fs";
import { CommandFailed, inProject, loadEnvironment, providerOf, runCommandHere } from "./project.mjs";

loadEnvironment();
const url = /** @type {string} */ (process.env.DATABASE_URL);
if (!process.env.NEXTAUTH_SECRET || (providerOf(url) === "sqlite" && !existsSync(url.slice("file:".length)))) {
  console.error("There is no Heapwise here yet: run npm start once. If it runs with other settings (DATABASE_URL, NEXTAUTH_SECRET), give them to this command too.");
  process.exit(1);
}
if (!existsSync(inProject("node_modules/tsx"))) {
  console.error("The dependencies are not installed. Run: npm ci");
  process.exit(1);
}
try {
  await runCommandHere("lib/command/admin.ts", process.argv.slice(2));
} catch (error) {
  // The command has said what is wrong.
  if (!(error instanceof CommandFailed)) throw error;
  process.exitCode = error.status;
}
