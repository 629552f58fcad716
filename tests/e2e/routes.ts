import { readFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

/** A page or route of app/, found by its file: one that is added is tested without being named here. */
export interface AppRoute {
  /** As in the file system, such as "/library/[id]". */
  readonly pattern: string;
  /** An address that it answers. */
  readonly address: string;
  /** Of a route, the methods that it offers. */
  readonly methods: readonly string[];
  readonly source: string;
}

/** What a dynamic segment is filled with, where the page should show something. */
const KNOWN: Readonly<Record<string, string>> = { "/library/[id]": "/library/257-at-the-prompt", "/library/topics/[topic]": "/library/topics/gil" };

const patternOf = (file: string): string => {
  const parts = path.relative(inProject("app"), path.dirname(file)).split(path.sep).filter((part) => part !== "" && !/^[(@]/.test(part));
  return `/${parts.join("/")}`;
};

function routesOf(name: RegExp): AppRoute[] {
  return filesBelow(inProject("app"), (file) => name.test(path.basename(file))).map((file) => {
    const source = readFileSync(file, "utf8");
    const pattern = patternOf(file);
    const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => new RegExp(`export (async )?(function|const) ${method}\\b|\\bas ${method}\\b|export \\{[^}]*\\b${method}\\b`).test(source));
    return { pattern, address: KNOWN[pattern] ?? pattern.replace(/\[+[^\]]*\]+/g, "nothing"), methods, source };
  });
}

export const PAGES: readonly AppRoute[] = routesOf(/^page\.tsx$/);
export const API: readonly AppRoute[] = routesOf(/^route\.ts$/).filter(({ pattern }) => pattern.startsWith("/api/"));

const below = (folders: readonly string[]) => ({ pattern }: AppRoute): boolean => folders.some((folder) => pattern === folder || pattern.startsWith(`${folder}/`));

/** For authors and admins alone. */
export const forAuthors = (route: AppRoute): boolean => below(["/studio", "/api/studio"])(route) || (route.pattern.startsWith("/api/") && /role:\s*"(AUTHOR|ADMIN)"/.test(route.source));

/** Open to visitors; every other route of the API needs a user, and so do the pages of interviews, of progress and of the user's data. A reader without an account may flag a card. */
const OPEN_API = ["/api/auth", "/api/health", "/api/reviews/queue", "/api/reviews/cards", "/api/reader", "/api/flags", "/api/v1/openapi.json"];

export const forUsers = (route: AppRoute): boolean =>
  forAuthors(route) || (route.pattern.startsWith("/api/") ? !below(OPEN_API)(route) : below(["/interview", "/progress", "/settings/data", "/settings/pace"])(route));
