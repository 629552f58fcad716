// Files of one suite share their modules, which halves its time. So what they put in place of Next, of the time and of the settings is put there for all of them.
import { vi } from "vitest";
import type * as environment from "../../lib/env.ts";
import { resetServer } from "./server.ts";

vi.mock("next-auth", async (original) => {
  const { incoming } = await import("./server.ts");
  return { ...(await original<object>()), getServerSession: async () => (incoming.user === null ? null : { user: incoming.user }) };
});
vi.mock("next/headers", async () => {
  const { incoming } = await import("./server.ts");
  return { headers: async () => incoming.headers, cookies: async () => ({ get: () => undefined, getAll: () => [] }) };
});
vi.mock("next/server", async (original) => {
  const { incoming } = await import("./server.ts");
  return { ...(await original<object>()), after: (work: () => Promise<void>) => void incoming.after.push(work) };
});
// A cache of a request: here every call is a request of its own.
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: (work: unknown) => work }));
vi.mock("../../lib/clock.ts", async () => {
  const { clock } = await import("./server.ts");
  return { now: () => clock.now ?? Date.now() };
});
// The app reads its settings once; each file has its own.
vi.mock("../../lib/env.ts", async (original) => {
  const real = await original<typeof environment>();
  return { ...real, env: () => real.parseEnv(process.env) };
});

resetServer();
