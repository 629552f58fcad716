/**
 * Whether a link may be shown: https, http, mailto, a fragment, or a path relative to the page. Everything else is
 * refused, among it other schemes, `//host`, backslashes, blanks and control characters (browsers drop some of these
 * before they look for the scheme).
 */
export function isAllowedLink(url: string): boolean {
  if (url === "" || /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/u.test(url)) return false;
  if (/^https?:\/\/[^/?#@]+([/?#]|$)/i.test(url)) return true;
  if (/^mailto:[^:?]+@[^:?]+(\?|$)/i.test(url)) return true;
  if (url.startsWith("#")) return true;
  if (url.startsWith("//")) return false;
  // A relative path: no colon before the first slash, so it cannot be read as a scheme.
  return /^[A-Za-z0-9_.~/-][^:]*$/.test(url.split(/[?#]/)[0] ?? "");
}
