import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** What is kept besides the files of the build: the manifest's icons. */
const PUBLIC_FILES = ["/icon.svg", "/manifest.webmanifest", "/icons/192.png", "/icons/512.png", "/icons/maskable-512.png"];

let made: Promise<string> | null = null;

/** The service worker of this build, with the names of all its files. Read once: a build does not change under a running server. */
export function loadServiceWorker(): Promise<string> {
  made ??= serviceWorker();
  return made;
}

async function serviceWorker(): Promise<string> {
  // The working folder is the project's root, whose build this process serves.
  const [source, build, files] = await Promise.all([readText("lib/offline/service-worker.js"), readText(".next/BUILD_ID"), staticFiles()]);
  return source.replace("%BUILD%", build.trim()).replace("%FILES%", [...PUBLIC_FILES, ...files].join(" "));
}

const readText = (file: string): Promise<string> => readFile(path.join(/* turbopackIgnore: true */ process.cwd(), file), "utf8");

/** The addresses of the build's scripts, styles and fonts, all of which bear the hash of what is in them. */
async function staticFiles(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), ".next/static");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(js|css|woff2|svg|png|json)$/.test(entry.name))
    .map((entry) => `/_next/static/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")}`)
    .sort();
}
