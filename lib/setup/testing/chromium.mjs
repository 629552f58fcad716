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

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) => execFileSync("apt-get", args, { stdio: "ignore", env });
  try {
    console.log("  installing Chromium with apt-get");
    const install = (/** @type {string} */ name) => apt("install", "-y", "--no-install-recommends", name);
    try {
      install(names[0]);
    } catch {
      apt("update");
      try {
        install(names[0]);
      } catch {
        install("chromium");
      }
    }
  } catch {
    // What the caller says next tells what to do.
  }
}

/** @returns {Promise<string>} an executable; installs one where that is possible */
export async function requireChromium() {
  const found = await findChromium();
  if (found) return found;
  installWithApt();
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium. Install it (apt-get install chromium, or npx playwright install chromium), or set CHROMIUM_PATH to one.",
  );
}
