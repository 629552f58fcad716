// Serves the production build on a database of its own, for the browser tests. Playwright starts and ends it.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, buildIsCurrent } from "../build.mjs";
import { ensureLab } from "../lab-bundle.mjs";
import { migrate } from "../migrations.mjs";
import { inProject, issueAdminToken, root, syncContent } from "../project.mjs";

const [folder, port] = process.argv.slice(2);
if (!folder || !port) throw new Error("e2e-server.mjs FOLDER PORT");
mkdirSync(folder, { recursive: true });
Object.assign(process.env, {
  DATABASE_URL: `file:${path.join(folder, "e2e.db")}`,
  NEXTAUTH_SECRET: process.env.HEAPWISE_E2E_SECRET,
  NEXTAUTH_URL: `http://127.0.0.1:${port}`,
  NEXT_TELEMETRY_DISABLED: "1",
  // The tests are the proxy: each says from which network it comes, so that limits per network do not add up over all of them.
  TRUSTED_PROXY_HOPS: "1",
});
for (const name of ["GITHUB_ID", "GITHUB_SECRET", "GOOGLE_ID", "GOOGLE_SECRET", "ADMIN_EMAILS", "SMTP_URL", "MAIL_FROM", "SECOND_FACTOR"]) process.env[name] = "";

await ensureLab();
if (!buildIsCurrent()) await build();
await migrate(/** @type {string} */ (process.env.DATABASE_URL));
await syncContent();
writeFileSync(path.join(folder, "admin-token"), (await issueAdminToken()) ?? "");

const server = spawn(process.execPath, [inProject("lib/setup/serve.mjs"), "127.0.0.1", port], { cwd: root, stdio: "inherit" });
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
server.on("exit", (status) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(status ?? 0);
});
