/** Of every answer, files too. Those that differ from answer to answer, the Content-Security-Policy among them, are in proxy.ts. */
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Of every answer but the embedded stepper, which is made for frames (lib/http/page-headers.ts). */
const NO_FRAMES = { "X-Frame-Options": "DENY" };

/** @param {Record<string, string>} headers */
const rows = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  // npm test checks the types of everything; starting the app need not.
  typescript: { ignoreBuildErrors: true },
  // Native code, or code that finds its files by its own path.
  serverExternalPackages: ["better-sqlite3", "@prisma/adapter-better-sqlite3", "pg", "@prisma/adapter-pg"],
  // A worker has no document, which the package's form for browsers decodes entities with.
  turbopack: { resolveAlias: { "decode-named-character-reference": "./node_modules/decode-named-character-reference/index.js" } },
  async headers() {
    return [
      { source: "/:path*", headers: rows(HEADERS) },
      { source: "/((?!embed$).*)", headers: rows(NO_FRAMES) },
    ];
  },
};

export default config;
