/** What decides the policy of one answer. */
type Answer = {
  /** Whether Heapwise is reached by https: then browsers are told to use nothing else. */
  readonly https: boolean;
  /** The development server evaluates text and adds style elements of its own. */
  readonly development: boolean;
  /** Whether pages of other sites may show it in a frame. */
  readonly framed?: boolean;
} & (
  | { readonly nonce: string }
  /** Of a page that is sent more than once: the hashes of its inline scripts and style elements. */
  | { readonly scripts: readonly string[]; readonly styles: readonly string[] }
);

/**
 * The Content-Security-Policy of a page. Inline scripts run by the nonce or by their hash; others because one that has the
 * nonce loads them, or because they are files of this site. Style elements likewise; style attributes are allowed, as they
 * can draw but not act.
 */
export function contentSecurityPolicy({ https, development, framed = false, ...answer }: Answer): string {
  const scripts = "nonce" in answer ? [`'nonce-${answer.nonce}'`, "'strict-dynamic'"] : answer.scripts;
  const styles = "nonce" in answer ? [`'nonce-${answer.nonce}'`] : answer.styles;
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts, ...(development ? ["'unsafe-eval'"] : [])].join(" "),
    "script-src-attr 'none'",
    // Browsers that know style-src-elem and style-src-attr read only those; others need the attributes more than the nonce.
    "style-src 'self' 'unsafe-inline'",
    ["style-src-elem 'self'", ...(development ? ["'unsafe-inline'"] : styles)].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framed ? "*" : "'none'"}`,
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The policy of what is no page: it may load nothing, should a browser ever draw it. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Whether a page is made to stand in pages of other sites: the embedded stepper, which knows nobody and changes nothing. next.config.js says the same. */
export const isFramed = (path: string): boolean => path === "/embed";

const NO_DEVICES = "camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

const inInterview = (path: string): boolean => path === "/interview" || path.startsWith("/interview/");

/** Which devices a page may ask for: the microphone in interviews, nothing else anywhere. */
export function permissionsPolicy(path: string): string {
  return `${NO_DEVICES}, microphone=(${inInterview(path) ? "self" : ""})`;
}

/** Two years, for this host and those below it. Browsers heed it over https alone. */
export const STRICT_TRANSPORT = "max-age=63072000; includeSubDomains";

/**
 * Whether a page of interviews is fetched by a document that may not use the microphone. The document keeps the
 * policy it was loaded with, so the page has to be loaded whole.
 */
export function needsWholeLoad(path: string, headers: { get(name: string): string | null }): boolean {
  if (!inInterview(path) || headers.get("sec-fetch-dest") !== "empty") return false;
  // A whole load that a service worker passes on says "empty" too, but still asks for HTML; the app's router does not.
  if (headers.get("accept")?.includes("text/html")) return false;
  try {
    return !inInterview(new URL(headers.get("referer") ?? "").pathname);
  } catch {
    return true; // no page, or one that does not say which
  }
}
