// npm start: does the set-up that is still to do, then serves the production build.
// npm run dev (--dev): the same, then serves with hot reload.
import "./node-version.mjs";
import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { secondsSince } from "./progress.mjs";
import { inProject, root } from "./project.mjs";

const started = performance.now();
const dev = process.argv.includes("--dev");
const { adminToken } = await prepare({ production: !dev });

const port = process.env.PORT || "3000";
// Only this machine, unless told otherwise.
const host = process.env.HOST || "127.0.0.1";
process.env.NEXTAUTH_URL ||= `http://localhost:${port}`;

console.log(`\nHeapwise: ${process.env.NEXTAUTH_URL}   (ready after ${secondsSince(started)}; Ctrl+C ends it)`);
if (adminToken) {
  console.log("There is no admin yet. Sign up, then open this link once to become it (valid for a day; earlier links are void):");
  console.log(`  ${process.env.NEXTAUTH_URL}/claim/${adminToken}\n`);
}

const server = spawn(process.execPath, [inProject("node_modules/next/dist/bin/next"), dev ? "dev" : "start", "-H", host, "-p", port], { cwd: root, stdio: "inherit" });
let asked = false;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    asked = true;
    server.kill(signal);
  });
}
// A server that was killed without being asked to end (out of memory) is a failure to whoever watches.
server.on("exit", (status) => process.exit(asked ? 0 : (status ?? 1)));
