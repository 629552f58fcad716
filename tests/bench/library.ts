// Pages of the library under load: kept by our server, against one that the app makes for each request.
//   node --conditions=react-server --import tsx tests/bench/library.ts
// Needs a current build (npm run build). Client and server share the machine's cores.
import autocannon from "autocannon";
import { startApp } from "../operation/app-process.ts";
import { bringLibrary, onFreshDatabase, printRows } from "./alone.ts";
import type { Row } from "./server.ts";

const CONNECTIONS = 10;
const SECONDS = 8;

/** Address, and what it is, in words. The last is not kept. */
const PAGES = [
  ["/library/257-at-the-prompt", "a card"],
  ["/library/topics/closures", "a cheat sheet"],
  ["/library", "the list of all cards"],
  ["/login", "for comparison, a page made for each request"],
] as const;

/** Requests a second that the app answers for each page, with 10 connections. */
export async function libraryRows(url: string): Promise<Row[]> {
  const app = await startApp(url);
  const rows: Row[] = [];
  for (const [address, what] of PAGES) {
    const target = { url: `${app.origin}${address}`, connections: CONNECTIONS, headers: { "accept-encoding": "gzip" } };
    await autocannon({ ...target, duration: 1 });
    const { requests, latency, non2xx } = await autocannon({ ...target, duration: SECONDS });
    if (non2xx > 0) throw new Error(`${address} failed ${non2xx} times`);
    rows.push({ what: `Page ${address} (${what}), ${CONNECTIONS} connections`, figure: `${Math.round(requests.average)} a second, p50 ${latency.p50} ms, p99 ${latency.p99} ms` });
  }
  await app.end("SIGTERM");
  return rows;
}

if (process.argv[1] === import.meta.filename) {
  printRows(
    await onFreshDatabase(async (url) => {
      await bringLibrary(url);
      return libraryRows(url);
    }),
  );
}
