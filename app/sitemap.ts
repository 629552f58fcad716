import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { loadLibraryRows } from "../lib/content/loaders.ts";
import { loadOrigin } from "../lib/http/loaders.ts";

/** Every page that is worth finding: the playground, the library, its topics and all published cards. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const rows = await loadLibraryRows();
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  const paths = ["/", "/play", "/library", "/library/glossary", ...topics.map((topic) => `/library/topics/${topic}`)];
  return [...paths.map((path) => ({ url: `${loadOrigin()}${path}` })), ...rows.map(({ id, reviewedOn }) => ({ url: `${loadOrigin()}/library/${id}`, lastModified: reviewedOn }))];
}
