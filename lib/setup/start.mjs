// npm start: does the set-up that is still to do, then serves the production build.
// npm run dev (--dev): the same, then serves with hot reload.
import "./node-version.mjs";
import { prepare } from "./prepare.mjs";
import { secondsSince } from "./progress.mjs";
import { serve } from "./serve.mjs";

const started = performance.now();
const dev = process.argv.includes("--dev");
const { adminToken } = await prepare({ production: !dev });

const port = process.env.PORT || "3000";
// Only this machine, unless told otherwise.
const host = process.env.HOST || "127.0.0.1";
process.env.NEXTAUTH_URL ||= `http://localhost:${port}`;

await serve({ dev, host, port: Number(port) });
console.log(`\nHeapwise: ${process.env.NEXTAUTH_URL}   (ready after ${secondsSince(started)}; Ctrl+C ends it)`);
if (adminToken) {
  console.log("There is no admin yet. Sign up, then open this link once to become it (valid for a day; earlier links are void):");
  console.log(`  ${process.env.NEXTAUTH_URL}/claim/${adminToken}\n`);
}
