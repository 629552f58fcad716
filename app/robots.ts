import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { loadOrigin } from "../lib/http/loaders.ts";

/** What search engines may read: the library, not what is one reader's own, and no endless lists of searches. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/studio", "/settings", "/interview/", "/claim/", "/reset/", "/library?"] }, sitemap: `${loadOrigin()}/sitemap.xml` };
}
