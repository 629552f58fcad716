// The headers that differ from answer to answer. It locks nothing: who may see what is asked where the data is read.
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, isFramed, needsWholeLoad, NO_PAGE_POLICY, permissionsPolicy, STRICT_TRANSPORT } from "./lib/http/page-headers.ts";

const METHODS = ["GET", "HEAD", "POST"];

/** Set for every page and route; the files of the build have only the headers of next.config.js. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  const https = process.env.NEXTAUTH_URL?.startsWith("https:") ?? false;
  const response = pathname.startsWith("/api/") ? NextResponse.next() : page(request, https);
  if (https) response.headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
  response.headers.set("Permissions-Policy", permissionsPolicy(pathname));
  if (!response.headers.has("Content-Security-Policy")) response.headers.set("Content-Security-Policy", NO_PAGE_POLICY);
  return response;
}

function page(request: NextRequest, https: boolean): NextResponse {
  if (!METHODS.includes(request.method)) return new NextResponse("Pages are read with GET.\n", { status: 405, headers: { Allow: METHODS.join(", "), "Cache-Control": "no-store" } });
  // Not what the app's router expects of a page, so it lets the browser load the address.
  if (needsWholeLoad(request.nextUrl.pathname, request.headers)) return new NextResponse(null, { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" } });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy({ nonce, https, development: process.env.NODE_ENV === "development", framed: isFramed(request.nextUrl.pathname) });
  const headers = new Headers(request.headers);
  // Next reads the nonce out of the request's policy and puts it on every script and style of its own.
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Not for what our server captures, pages of the library: it sets the same headers itself, with hashes for the nonce
// (lib/http/captured). The header is taken off every request from outside.
export const config = { matcher: [{ source: "/((?!_next/static/|_next/image).*)", missing: [{ type: "header", key: "x-heapwise-captured" }] }] };
