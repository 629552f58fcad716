// Serves the app: Next's own handler behind a server of ours, which knows who really connects, gives each request an id, bounds
// what a request may take, and ends in order.
//   node lib/setup/serve.mjs HOST PORT [--dev]
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { root } from "./project.mjs";
import { requestLine, wantsLog } from "./request-log.mjs";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const headerBytesAtMost = 16 * 1024;
const headersWithinMs = 10_000;
const requestWithinMs = 30_000;
/** How long requests under way may still take once the server was asked to end. */
export const graceMs = 10_000;

/** @typedef {import("node:http").IncomingMessage} Request @typedef {import("node:http").ServerResponse} Response */

/**
 * What the app's own code and the server know of each other: /api/health says when it is ending, and the app brings what
 * answers for the pages of the library (instrumentation.ts).
 * @typedef {{ takes(request: Request): boolean, answer(request: Request, response: Response, handle: (request: Request, response: Response) => Promise<void>): Promise<void> }} Pages
 */
const state = /** @type {{ heapwiseServing?: boolean, heapwiseStopping?: boolean, heapwiseDatabase?: Promise<{ $disconnect(): Promise<void> }>, heapwisePages?: Pages }} */ (globalThis);

/**
 * Sets what only the server can know, whatever the client sent under these names.
 * @param {import("node:http").IncomingMessage} request @returns {string} the request's id
 */
function mark(request) {
  const requestId = randomUUID();
  request.headers["x-heapwise-peer"] = request.socket.remoteAddress ?? "";
  request.headers["x-request-id"] = requestId;
  delete request.headers["x-heapwise-captured"];
  return requestId;
}

/**
 * Starts to listen. The server ends on SIGTERM, SIGINT or SIGHUP: it takes no new connection, lets requests under way finish,
 * closes the database and exits with 0. A second signal ends it at once.
 * @param {{ dev: boolean, host: string, port: number }} options
 */
export async function serve({ dev, host, port }) {
  // Next reads it when it loads, and React with it.
  Object.assign(process.env, { NODE_ENV: dev ? "development" : "production" });
  state.heapwiseServing = true;
  const { default: next } = await import("next");
  const app = next({ dev, hostname: host, port, dir: root });
  await app.prepare();
  const handle = app.getRequestHandler();
  const log = wantsLog(dev);
  const server = createServer({ maxHeaderSize: headerBytesAtMost, headersTimeout: headersWithinMs, requestTimeout: requestWithinMs }, (request, response) => {
    const started = performance.now();
    const requestId = mark(request);
    const { method = "", url = "" } = request;
    response.setHeader("X-Request-Id", requestId);
    // A connection that waits for its next request would hold up the end.
    response.on("close", () => state.heapwiseStopping && setImmediate(() => server.closeIdleConnections()));
    if (log) response.on("close", () => console.log(requestLine({ requestId, method, url, status: response.statusCode, milliseconds: performance.now() - started }, new Date())));
    if (!methods.has(method)) {
      response.writeHead(405, { Allow: [...methods].join(", ") }).end();
      return;
    }
    if (!state.heapwisePages?.takes(request)) return void handle(request, response);
    state.heapwisePages.answer(request, response, handle).catch(() => {
      // What failed was reported where it failed.
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
      response.end("This page failed. The fault is ours.\n");
    });
  });
  if (dev) server.on("upgrade", app.getUpgradeHandler());
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) process.on(signal, () => stop(server));
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, host, () => resolve(undefined)));
  return server;
}

/** @param {import("node:http").Server} server */
function stop(server) {
  if (state.heapwiseStopping) process.exit(1);
  state.heapwiseStopping = true;
  const end = async () => {
    await (await state.heapwiseDatabase)?.$disconnect();
    process.exit(0);
  };
  server.close(() => void end());
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
    void end();
  }, graceMs).unref();
}

if (process.argv[1] === import.meta.filename) {
  const [host, port, mode] = process.argv.slice(2);
  if (!host || !port) throw new Error("serve.mjs HOST PORT [--dev]");
  await serve({ dev: mode === "--dev", host, port: Number(port) });
}
