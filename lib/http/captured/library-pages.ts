import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { contentSecurityPolicy, NO_PAGE_POLICY, permissionsPolicy, STRICT_TRANSPORT } from "../page-headers.ts";
import { THEME_SCRIPT } from "../theme-script.ts";
import { type Captured, capture, type Handle } from "./capture.ts";
import { hashesOf, sourceOf } from "./hashes.ts";
import type { PageStore, StoredPage } from "./page-store.ts";

/** Tells the app that an answer is captured: proxy.ts then leaves it alone. Our server takes it off what comes from outside. */
export const CAPTURED_HEADER = "x-heapwise-captured";

const METHODS = ["GET", "HEAD"];
/** Headers with which the app's router asks for data instead of a page. */
const ROUTER_HEADERS = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch", "next-action"];
/** What would make an answer depend on who asks, or not be whole. */
const READER_HEADERS = ["cookie", "authorization", "accept-language"];
const PARTIAL_HEADERS = ["accept-encoding", "if-none-match", "if-modified-since", "range"];
/** The pages that are the same for everybody, by their path alone. */
const STATIC = /^\/library(\/[a-z0-9-]{1,80}){0,2}$/;

const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? "";

/** Whether a request is for a page of the library, as a document. */
export function takes({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): boolean {
  return /^\/library(\/|$)/.test(pathOf(url)) && !/[?&]_rsc=/.test(url) && ROUTER_HEADERS.every((name) => headers[name] === undefined);
}

interface LibraryPagesOptions {
  /** Null: every page is made anew, as in development. */
  readonly store: PageStore | null;
  readonly https: boolean;
  readonly development: boolean;
}

/**
 * Answers requests for pages of the library: made once by the app, without knowing who asks, then sent from memory with a
 * policy that names the hashes of that page's scripts. A search depends on who asks; it is made for each request.
 */
export function libraryPages(options: LibraryPagesOptions) {
  return async (request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> => {
    const { method = "", url = "" } = request;
    if (!METHODS.includes(method)) return void response.writeHead(405, { Allow: METHODS.join(", "), "Cache-Control": "no-store" }).end();
    const path = pathOf(url);
    const isSearch = path === "/library" && url !== path;
    const shared = STATIC.test(path) && !isSearch && options.store !== null;
    const accepts = String(request.headers["accept-encoding"] ?? "");
    const seen = request.headers["if-none-match"];
    for (const name of shared ? [...READER_HEADERS, ...PARTIAL_HEADERS] : PARTIAL_HEADERS) delete request.headers[name];
    request.method = "GET";
    // Nothing in such a page may depend on a query.
    if (shared) request.url = path;
    const render = async (): Promise<StoredPage> => made(await rendered(request, handle), shared, path, options);
    const page = shared && options.store !== null ? await options.store.get(path, render) : await render();
    send(page, response, { head: method === "HEAD", gzip: /\bgzip\b/.test(accepts), seen });
  };
}

interface Rendered extends Captured {
  readonly nonce: string;
}

/** Has the app make the page, with a nonce that only its own renderer knows. */
async function rendered(request: IncomingMessage, handle: Handle): Promise<Rendered> {
  const nonce = randomBytes(18).toString("base64");
  request.headers[CAPTURED_HEADER] = "1";
  request.headers["content-security-policy"] = `script-src 'nonce-${nonce}'`;
  return { ...(await capture(handle, request)), nonce };
}

/** Not to be sent: of the connection, or of one reader. */
const DROPPED = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "date", "set-cookie", "x-request-id", "cache-control", "etag", "vary"]);

function made({ status, headers, body, nonce }: Rendered, shared: boolean, path: string, { https, development }: LibraryPagesOptions): StoredPage {
  const kept = Object.entries(headers).filter(([name]) => !DROPPED.has(name) || (!shared && name === "set-cookie"));
  const isPage = String(headers["content-type"] ?? "").startsWith("text/html");
  const { scripts, styles } = hashesOf(isPage ? body.toString("utf8") : "", nonce);
  const policy = isPage ? contentSecurityPolicy({ scripts: [sourceOf(THEME_SCRIPT), ...scripts], styles, https, development }) : NO_PAGE_POLICY;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return {
    status,
    headers: {
      ...Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)])),
      "content-security-policy": policy,
      "permissions-policy": permissionsPolicy(path),
      ...(https ? { "strict-transport-security": STRICT_TRANSPORT } : {}),
      // A browser asks each time whether it is still so; a shared cache may answer for a moment.
      "cache-control": shared && status === 200 ? "public, max-age=0, s-maxage=5, must-revalidate" : "private, no-store",
      vary: "accept-encoding, rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch",
      ...(shared && status === 200 ? { etag } : {}),
    },
    body,
    gzip: body.length > 1_000 ? gzipSync(body) : body,
    etag,
  };
}

function send(page: StoredPage, response: ServerResponse, { head, gzip, seen }: { readonly head: boolean; readonly gzip: boolean; readonly seen: string | undefined }): void {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (page.headers.etag && seen?.split(",").some((one) => one.trim().replace(/^W\//, "") === page.etag)) return void response.writeHead(304).end();
  const packed = gzip && page.gzip !== page.body;
  const body = packed ? page.gzip : page.body;
  if (packed) response.setHeader("content-encoding", "gzip");
  response.writeHead(page.status, { "content-length": body.length }).end(head ? undefined : body);
}
