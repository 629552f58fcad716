import { readFileSync } from "node:fs";
import vm from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { inProject } from "../../lib/setup/project.mjs";

const HOST = "https://heapwise.example";
const FILES = ["/icon.svg", "/_next/static/chunks/a.js", "/_next/static/media/b.woff2"];

type Answer = Response | "no connection";
type Listener = (event: { request?: Request; waitUntil: (work: Promise<unknown>) => void; respondWith: (answer: Promise<Response>) => void }) => void;

/** A cache as browsers have it, as far as the worker uses it: entries in the order in which they were put. */
function cache(ask: (path: string) => Promise<Response>) {
  const entries = new Map<string, Response>();
  const path = (request: Request | string): string => new URL(typeof request === "string" ? request : request.url, HOST).href;
  return {
    entries,
    addAll: async (requests: readonly (Request | string)[]) => {
      for (const request of requests) entries.set(path(request), await ask(path(request)));
    },
    put: async (request: Request, response: Response) => {
      entries.delete(path(request));
      entries.set(path(request), response);
    },
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
    delete: async (request: Request) => entries.delete(path(request)),
  };
}

describe("the service worker", () => {
  let listeners: Map<string, Listener>;
  let stores: Map<string, ReturnType<typeof cache>>;
  let server: Map<string, Answer>;
  let asked: string[];

  const ask = async (url: string): Promise<Response> => {
    const { pathname } = new URL(url, HOST);
    asked.push(pathname);
    const answer = server.get(pathname) ?? new Response(pathname);
    if (answer === "no connection") throw new TypeError("Failed to fetch");
    return answer.clone();
  };

  function start(build: string): void {
    listeners = new Map();
    const text = readFileSync(inProject("lib/offline/service-worker.js"), "utf8").replace("%BUILD%", build).replace("%FILES%", FILES.join(" "));
    const open = async (name: string) => {
      const known = stores.get(name) ?? cache(ask);
      stores.set(name, known);
      return known;
    };
    const caches = {
      open,
      keys: async () => [...stores.keys()],
      delete: async (name: string) => stores.delete(name),
      match: async (request: Request | string, { cacheName }: { cacheName: string }) => (await open(cacheName)).entries.get(new URL(typeof request === "string" ? request : request.url, HOST).href)?.clone(),
    };
    const Page = class extends Request {
      constructor(path: string | Request, init?: RequestInit) {
        super(typeof path === "string" ? new URL(path, HOST) : path, init);
      }
    };
    const self = { location: new URL(`${HOST}/sw.js`), addEventListener: (name: string, listener: Listener) => listeners.set(name, listener) };
    vm.runInNewContext(text, { self, caches, Request: Page, Response, URL, fetch: (request: Request) => ask(request.url) });
  }

  async function life(name: "install" | "activate"): Promise<void> {
    const work: Promise<unknown>[] = [];
    listeners.get(name)?.({ waitUntil: (one) => work.push(one), respondWith: () => undefined });
    await Promise.all(work);
  }

  /** What a page gets; null where the worker leaves the request to the browser. */
  async function get(path: string, { navigate = false, method = "GET" } = {}): Promise<string | null> {
    const request = new Request(new URL(path, HOST), { method });
    Object.defineProperty(request, "mode", { value: navigate ? "navigate" : "cors" });
    let answer: Promise<Response> | null = null;
    listeners.get("fetch")?.({ request, waitUntil: () => undefined, respondWith: (one) => { answer = one; } });
    return answer === null ? null : (await (answer as Promise<Response>)).text();
  }

  const cut = (...paths: string[]): void => paths.forEach((path) => server.set(path, "no connection"));

  beforeEach(async () => {
    stores = new Map();
    server = new Map([["/offline", new Response("the kept page")]]);
    asked = [];
    start("one");
    await life("install");
    asked.length = 0;
  });

  it("gives the build's files from the device, without asking", async () => {
    cut(...FILES);
    for (const file of FILES) expect(await get(file)).toBe(file);
    expect(asked).toEqual([]);
  });

  it("gives a page as it is now, and the kept page where it cannot be reached", async () => {
    expect(await get("/review", { navigate: true })).toBe("/review");
    cut("/review", "/settings");
    expect(await get("/review", { navigate: true })).toBe("the kept page");
    expect(await get("/settings", { navigate: true })).toBe("the kept page");
  });

  it("keeps no page but those of the library that are the same for everybody", async () => {
    server.set("/library/gil", new Response("gil", { headers: { "Cache-Control": "public, max-age=0" } }));
    server.set("/library", new Response("my search", { headers: { "Cache-Control": "private, no-store" } }));
    for (const page of ["/library/gil", "/library", "/review"]) await get(page, { navigate: true });
    cut("/library/gil", "/library", "/review");
    expect(await get("/library/gil", { navigate: true })).toBe("gil");
    expect(await get("/library", { navigate: true })).toBe("the kept page");
    expect([...stores.get("heapwise-pages")?.entries.keys() ?? []]).toEqual([`${HOST}/library/gil`]);
  });

  it("keeps a hundred pages, the last ones read", async () => {
    for (let page = 0; page < 103; page += 1) {
      server.set(`/library/card-${page}`, new Response(`${page}`, { headers: { "Cache-Control": "public" } }));
      await get(`/library/card-${page}`, { navigate: true });
    }
    const kept = [...stores.get("heapwise-pages")?.entries.keys() ?? []];
    expect(kept).toHaveLength(100);
    expect(kept[0]).toBe(`${HOST}/library/card-3`);
  });

  it("leaves answers, data and other sites to the browser", async () => {
    for (const [path, options] of [["/api/reviews", { method: "POST" }], ["/api/reviews/queue", {}], ["https://elsewhere.example/icon.svg", {}], ["/_next/static/chunks/of-another-build.js", {}]] as const) expect(await get(path, options)).toBeNull();
  });

  it("throws the files of an old build away when a new one takes over, and keeps the pages that were read", async () => {
    server.set("/library/gil", new Response("gil", { headers: { "Cache-Control": "public" } }));
    await get("/library/gil", { navigate: true });
    start("two");
    await life("install");
    expect([...stores.keys()].sort()).toEqual(["heapwise-assets-one", "heapwise-assets-two", "heapwise-pages"]);
    await life("activate");
    expect([...stores.keys()].sort()).toEqual(["heapwise-assets-two", "heapwise-pages"]);
  });
});
