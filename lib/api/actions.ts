// The routes of the read-only API. A token opens them and nothing else; a session's cookie does not.
import "server-only";
import { findTokenUser } from "../auth/tokens/data.ts";
import { noteUse } from "../auth/tokens/mutations.ts";
import { hashInHeader } from "../auth/tokens/token.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { handle } from "../http/actions.ts";
import { failure, json } from "../http/json-response.ts";
import { loadOrigin } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { ENDPOINTS, type EndpointName, isEndpoint } from "./endpoints.ts";
import { READERS } from "./loaders.ts";
import { openApiDocument } from "./openapi.ts";

/** Answers `GET /api/v1/NAME`. Without a valid token nothing is told, not even which names there are. */
export function getEndpoint(request: Request, name: string): Promise<Response> {
  return handle(request, async () => {
    const hash = hashInHeader(request.headers.get("authorization"));
    const found = hash === null ? null : await findTokenUser(hash, now());
    if (found === null) return failure(401, "unauthenticated", "Send a personal token: Authorization: Bearer heapwise_... You make one in the settings, under Your data.", { "WWW-Authenticate": 'Bearer realm="heapwise"' });
    await spend("api", found.user.id);
    await noteUse(found.token.id, found.token.lastUsedAt, now());
    if (!isEndpoint(name)) throw new AppError("not-found", "There is nothing here. /api/v1/openapi.json says what there is.");
    return json(200, await answer(name, found.user, new URL(request.url).searchParams));
  });
}

/** Reads the query, and checks the answer by the schema that the document gives of it. */
async function answer<Name extends EndpointName>(name: Name, user: CurrentUser, given: URLSearchParams): Promise<object> {
  const twice = [...given.keys()].find((key) => given.getAll(key).length > 1);
  if (twice !== undefined) throw new AppError("invalid", `${twice.slice(0, 40)}: is given twice`);
  const query = ENDPOINTS[name].query.safeParse(Object.fromEntries(given));
  if (!query.success) {
    const issue = query.error.issues[0];
    throw new AppError("invalid", issue?.code === "unrecognized_keys" ? `unknown parameter ${issue.keys[0]?.slice(0, 40) ?? ""}` : `${issue?.path.join(".") ?? "query"}: ${issue?.message ?? "is not what this address takes"}`);
  }
  const read = READERS[name] as (user: CurrentUser, query: unknown, now: number) => Promise<object>;
  return ENDPOINTS[name].answer.parse(await read(user, query.data, now()));
}

/** Answers `GET /api/v1/openapi.json`: the same for everybody. */
export function getDocument(request: Request): Promise<Response> {
  return handle(request, async () => Response.json(openApiDocument(loadOrigin()), { headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "public, max-age=300" } }));
}
