import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inProject, root } from "../../lib/setup/project.mjs";
import { filesBelow } from "../../lib/setup/sources.mjs";

const read = (file: string): string => readFileSync(file, "utf8");
const nameOf = (file: string): string => path.relative(root, file);

const sources = ["app", "components", "lib"].flatMap((folder) => filesBelow(inProject(folder), (file) => /\.tsx?$/.test(file)));
const actionFiles = sources.filter((file) => /^\s*"use server";/.test(read(file)));
const routeFiles = filesBelow(inProject("app"), (file) => path.basename(file) === "route.ts");

/** The functions that a file exports, each with its text. */
function exportedFunctions(text: string): { name: string; body: string }[] {
  const starts = [...text.matchAll(/^export (?:async )?function (\w+)/gm)];
  return starts.map((start, i) => ({ name: start[1] ?? "", body: text.slice(start.index, starts[i + 1]?.index ?? text.length) }));
}

/**
 * Whether a form's action asks where it was sent from before it does anything else, itself or in the function of its file
 * that it hands all its work to: Next lets a request without an Origin pass.
 */
function asksOrigin(body: string, file: string): boolean {
  const work = body.slice(body.search(/\{\n/) + 1).trimStart();
  if (/^(const (\w+) = await headers\(\);\s*if \(!isSameOrigin\(\2\)\)|if \(!isSameOrigin\(await headers\(\)\)\)) return\b/.test(work)) return true;
  const helper = /^return (\w+)(<[^(]*>)?\(/.exec(work)?.[1];
  const at = helper === undefined ? -1 : file.search(new RegExp(`^(async )?function ${helper}\\b`, "m"));
  return at !== -1 && asksOrigin(file.slice(at), file);
}

/** Routes that are not ours to wrap, each with why. */
const UNWRAPPED: Record<string, string> = { "app/api/auth/[...nextauth]/route.ts": "next-auth answers by itself" };

/** Whether a route's failures become a general answer: it, or the actions file that it hands the request to, goes through handle. */
function isWrapped(file: string): boolean {
  const text = read(file);
  const handedTo = [...text.matchAll(/from "([^"]*\/actions\.ts)"/g)].map(([, target]) => read(path.resolve(path.dirname(file), target ?? "")));
  return [text, ...handedTo].some((one) => /\b(handle|answerJson)\(/.test(one));
}

describe("what the web can reach", () => {
  it("is found", () => {
    expect(actionFiles.map(nameOf)).toEqual(expect.arrayContaining(["lib/auth/actions.ts", "lib/settings/actions.ts"]));
    expect(routeFiles.map(nameOf)).toContain("app/api/reviews/route.ts");
  });

  it("asks in each action of a form where the form was sent from, before anything else", () => {
    const careless = actionFiles.flatMap((file) => exportedFunctions(read(file)).filter(({ body }) => !asksOrigin(body, read(file))).map(({ name }) => `${nameOf(file)}: ${name}`));
    expect(careless).toEqual([]);
  });

  it("would be caught asking late or not at all", () => {
    const action = (first: string) => `export async function act(_previous: R | null, form: FormData): Promise<R> {\n  ${first}\n}`;
    const ask = "if (!isSameOrigin(await headers())) return fromElsewhere;";
    const helper = (first: string) => `async function forUser<Result>(work: (user: CurrentUser) => Promise<Result>): Promise<Result> {\n  ${first}\n}\n`;
    expect(asksOrigin(action(ask), "")).toBe(true);
    expect(asksOrigin(action("return forUser<R>(async (user) => save(user, form));"), helper(ask))).toBe(true);
    expect(asksOrigin(action("return forUser<R>(async (user) => save(user, form));"), helper("return work(await currentUser());"))).toBe(false);
    expect(asksOrigin(action(`await save(form);\n  ${ask}`), "")).toBe(false);
    expect(asksOrigin(action("await save(form);"), "")).toBe(false);
  });

  it("tells nothing of its failures: every route goes through handle", () => {
    expect(routeFiles.filter((file) => !isWrapped(file)).map(nameOf).toSorted()).toEqual(Object.keys(UNWRAPPED).toSorted());
  });

  it("sets its policy in two places, for pages made for a request and for pages kept, and its other headers in one", () => {
    const files = [...sources, inProject("proxy.ts"), inProject("next.config.js"), inProject("instrumentation.ts")];
    const policies = ["lib/http/captured/library-pages.ts", "proxy.ts"];
    const setting = (header: string) => files.filter((file) => new RegExp(`["'](${header})["']`, "i").test(read(file))).map(nameOf);
    for (const header of ["Content-Security-Policy", "Permissions-Policy", "Strict-Transport-Security"]) expect([header, setting(header).toSorted()]).toEqual([header, policies]);
    for (const header of ["X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"]) expect(setting(header)).toEqual(["next.config.js"]);
  });
});
