// The service worker, as a browser gets it after lib/offline/loaders.ts has put in the build and its files. It keeps three things:
// the files of the build, which never change under their names; one page of nobody's, which asks the day's cards from what the
// device kept; and the pages of the library that were read, which are the same for everybody. Nothing personal is kept here.

const BUILD = "%BUILD%";
const FILES = "%FILES%".split(" ");

const OFFLINE_PAGE = "/offline";
const ASSETS = `heapwise-assets-${BUILD}`;
const PAGES = "heapwise-pages";
/** Pages of the library that are kept; the oldest goes first. */
const PAGES_AT_MOST = 100;

const isLibrary = (/** @type {string} */ path) => path === "/library" || path.startsWith("/library/");

/** What is kept with everybody's build: fetched as somebody without an account would get it. */
const asNobody = (/** @type {string} */ path) => new Request(path, { credentials: "omit", cache: "no-store" });

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll([...FILES, asNobody(OFFLINE_PAGE)])));
});

// A new worker takes over when all pages of the old build are closed: those still load the old build's files.
self.addEventListener("activate", (event) => {
  const old = (/** @type {string} */ name) => name.startsWith("heapwise-assets-") && name !== ASSETS;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (FILES.includes(url.pathname)) event.respondWith(keptFirst(request));
  else if (request.mode === "navigate") event.respondWith(isLibrary(url.pathname) ? libraryPage(request) : fetch(request).catch(offlinePage));
});

/** @param {Request} request */
async function keptFirst(request) {
  const kept = await caches.match(request, { cacheName: ASSETS, ignoreSearch: true, ignoreVary: true });
  // Made anew, without an address of its own: a worker reads what it is to do from the address that was asked for.
  return kept === undefined ? fetch(request) : new Response(kept.body, { status: kept.status, headers: kept.headers });
}

async function offlinePage() {
  return (await caches.match(OFFLINE_PAGE, { cacheName: ASSETS, ignoreVary: true })) ?? Response.error();
}

/** The page as it is now; without a connection as it was read last. @param {Request} request */
async function libraryPage(request) {
  try {
    const response = await fetch(request);
    // A search depends on who asks, and says so.
    if (response.ok && (response.headers.get("Cache-Control") ?? "").includes("public")) await keepPage(request, response.clone());
    return response;
  } catch {
    return (await caches.match(request, { cacheName: PAGES, ignoreVary: true })) ?? offlinePage();
  }
}

/** @param {Request} request @param {Response} response */
async function keepPage(request, response) {
  const cache = await caches.open(PAGES);
  await cache.put(request, response);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - PAGES_AT_MOST))) await cache.delete(old);
}
