// A Chromium to test in: CHROMIUM_PATH, the system's, Playwright's own, or one installed with apt-get as root.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

// The headless shell is the same engine without the browser around it, and takes a quarter less processor time for the same tests.
const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macs = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

function onPath() {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(path.delimiter)];
  return [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...macs].find((file) => existsSync(file));
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** @returns {Promise<string | undefined>} one that is there already */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  return given || onPath() || (await playwrightsOwn());
}

/** @returns {string} what apt-get said when it could not; else nothing */
function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Another installation may be under way: then it is waited for.
  const apt = (/** @type {string[]} */ ...args) => execFileSync("apt-get", ["-o", "DPkg::Lock::Timeout=180", ...args], { stdio: ["ignore", "ignore", "pipe"], env });
  const install = (/** @type {string} */ name) => apt("install", "-y", "--no-install-recommends", name);
  let said = "";
  console.log("  installing Chromium with apt-get");
  for (const attempt of [() => install(names[0]), () => apt("update"), () => install(names[0]), () => install("chromium")]) {
    try {
      attempt();
    } catch (error) {
      said = String(/** @type {{ stderr?: unknown }} */ (error).stderr ?? error);
    }
    if (onPath()) return "";
  }
  return said;
}

/** @returns {Promise<string>} an executable; installs one where that is possible */
export async function requireChromium() {
  const found = await findChromium();
  if (found) return found;
  const said = installWithApt();
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    `The browser tests need Chromium. Install it (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH to one.${said === "" ? "" : `\napt-get says: ${said.trim()}`}`,
  );
}
