import { z } from "zod";
import { ENDPOINTS, type EndpointName } from "./endpoints.ts";
import { failureAnswer } from "./schema.ts";

/** Raised when an answer changes in a way that a program could notice. */
export const API_VERSION = "1.0.0";

type Json = Readonly<Record<string, unknown>>;

/** A schema in the dialect that OpenAPI 3.1 takes by default, JSON Schema 2020-12, without the line that says so. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return rest;
}

const content = (schema: Json): Json => ({ content: { "application/json": { schema } } });

const failure = (description: string): Json => ({ description, ...content({ $ref: "#/components/schemas/Failure" }) });

function parametersOf(query: z.ZodObject): Json[] {
  return Object.entries(query.shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType, "input");
    return { name, in: "query", required: true, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function operationOf(name: EndpointName): Json {
  const { summary, query, answer } = ENDPOINTS[name];
  return {
    get: {
      operationId: name,
      summary,
      parameters: parametersOf(query),
      responses: {
        200: { description: "The answer.", ...content(schemaOf(answer, "output")) },
        400: failure("The query is not what this address takes."),
        401: failure("There is no valid token."),
        429: failure("Too many requests; Retry-After says how many seconds to wait."),
      },
    },
  };
}

/** The API as an OpenAPI 3.1 document, made of the schemas that the routes themselves check with. `origin` without a slash at its end. */
export function openApiDocument(origin: string): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Heapwise", version: API_VERSION, description: "Reads a learner's own data. Nothing can be changed by it. Make a token in the settings and send it as `Authorization: Bearer heapwise_...`." },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, schemas: { Failure: schemaOf(failureAnswer, "output") } },
    paths: Object.fromEntries((Object.keys(ENDPOINTS) as EndpointName[]).map((name) => [`/${name}`, operationOf(name)])),
  };
}
