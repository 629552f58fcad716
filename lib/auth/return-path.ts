/** Any origin would do: it only shows whether the path leads away from it. */
const here = "https://heapwise.invalid";

/**
 * Where to go after signing in: the given path if it stays on this site, else "/". Accepts "/path?query" and
 * full URLs of `origin`; "//evil", "/\evil", "https:evil" and "javascript:" lead to "/".
 */
export function safeReturnPath(target: string | null | undefined, origin = here): string {
  if (!target) return "/";
  const relative = target.startsWith("/");
  if (!relative && !target.startsWith(`${origin}/`)) return "/";
  let url: URL;
  try {
    url = new URL(target, origin);
  } catch {
    return "/";
  }
  const path = `${url.pathname}${url.search}${url.hash}`;
  // "/.//evil" is on this site, but the path that comes out of it is not.
  return url.origin === new URL(origin).origin && !path.startsWith("//") ? path : "/";
}
