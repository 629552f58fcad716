// One line for each request: enough to find a fault, nothing about a person. No address, no user agent, no query, no body.

/** Segments after which an address holds a secret or somebody's id. */
const secretAfter = new Set(["claim", "reset", "calendar", "reminders"]);

/** An id made by a machine: a UUID, a cuid, a hash. Card ids are words and stay. */
const machineMade = /^(?=.*\d)[0-9a-z-]{20,}$/i;

/**
 * The path of an address with ids and tokens masked, at most 200 characters, ASCII only: it stays one line whatever was asked for.
 * @param {string} url as in the request line @returns {string}
 */
export function routeOf(url) {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const segments = path.split("/").map((segment, place, all) => (secretAfter.has(all[place - 1] ?? "") ? ":secret" : machineMade.test(segment) ? ":id" : segment));
  return segments.join("/").replace(/[^\x21-\x7e]/g, "?").slice(0, 200);
}

/**
 * @param {{ requestId: string, method: string, url: string, status: number, milliseconds: number }} request @param {Date} at
 * @returns {string} JSON, without a line feed
 */
export function requestLine({ requestId, method, url, status, milliseconds }, at) {
  const level = status >= 500 ? "error" : "info";
  return JSON.stringify({ time: at.toISOString(), level, event: "request", requestId, method, route: routeOf(url), status, ms: Math.round(milliseconds) });
}

/** Whether lines are wanted: LOG=json or LOG=off; without it, in production where nobody watches a terminal. @param {boolean} dev */
export const wantsLog = (dev) => (process.env.LOG ? process.env.LOG === "json" : !dev && !process.stdout.isTTY);
