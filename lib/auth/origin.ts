/** What is read of a request: Headers, or what next/headers gives. */
type HeaderReader = { get(name: string): string | null };

/** What a form is told that isSameOrigin refuses. */
export const FORM_FROM_ELSEWHERE = "This form was not sent from Heapwise. Reload the page and try again.";

/**
 * Whether a request that changes something was sent by one of our own pages. Cookies go along from other
 * sites' forms, so this is asked before every change: the Origin must be there and name the host that was
 * asked, and Sec-Fetch-Site, where a browser sends it, must not say otherwise.
 */
export function isSameOrigin(headers: HeaderReader): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (!origin || !host) return false;
  try {
    const url = new URL(origin);
    return (url.protocol === "https:" || url.protocol === "http:") && url.host === host.toLowerCase();
  } catch {
    return false; // "null", from a sandboxed frame or a redirect between sites
  }
}
