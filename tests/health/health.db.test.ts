import { afterEach, describe, expect, it, vi } from "vitest";
import { GET } from "../../app/api/health/route.ts";
import { connect, provideDatabase } from "../../lib/db/client.ts";
import { providers, withDatabase } from "../support/database.ts";

const request = () => new Request("http://localhost:3000/api/health");
const state = globalThis as unknown as { heapwiseStopping?: boolean; heapwiseHealth?: unknown };

describe.each(providers)("health on %s", (provider) => {
  const database = withDatabase(provider);
  afterEach(() => {
    state.heapwiseStopping = false;
    state.heapwiseHealth = undefined;
    provideDatabase(database.client);
    vi.useRealTimers();
  });

  it("is good while the database answers, and says nothing secret", async () => {
    const response = await GET(request());
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(await response.json()).toEqual({ status: "ok", version: expect.stringMatching(/^\d+\.\d+\.\d+$/), database: "reachable" });
  });

  it("is 503 while the database cannot be reached", async () => {
    const nowhere = await connect(provider === "sqlite" ? "file:/dev/null/nowhere.db" : "postgresql://nobody@127.0.0.1:1/nowhere");
    provideDatabase(nowhere);
    const response = await GET(request());
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "unavailable", database: "unreachable" });
  });

  it("is 503 once the server was asked to end, so that a balancer sends nobody there", async () => {
    state.heapwiseStopping = true;
    const response = await GET(request());
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "stopping", database: "reachable" });
  });

  it("asks the database once for many questions in a second", async () => {
    const asked = vi.spyOn(database.client.adminClaim, "findFirst");
    await Promise.all(Array.from({ length: 50 }, () => GET(request())));
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
