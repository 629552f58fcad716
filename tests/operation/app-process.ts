import { type ChildProcess, spawn } from "node:child_process";
import { encode } from "next-auth/jwt";
import { freePort } from "../../lib/setup/testing/free-port.mjs";
import { inProject, root } from "../../lib/setup/project.mjs";

const SECRET = "only for the tests of running processes, 32 characters";
export const COOKIE_NAME = "heapwise.session";

export interface AppProcess {
  readonly origin: string;
  /** Sends a signal and waits until the process is gone; gives its exit status, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  readonly child: ChildProcess;
}

/** A session cookie as signing in gives it. `origin` stays the same for all processes behind one address. */
export async function cookieOf(uid: string): Promise<string> {
  return `${COOKIE_NAME}=${await encode({ token: { uid, version: 0 }, secret: SECRET, maxAge: 3_600 })}`;
}

/** Starts the production build on a database, and waits until it is healthy. `origin` is the address that people use. */
export async function startApp(databaseUrl: string, publicOrigin?: string): Promise<AppProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: SECRET, NEXTAUTH_URL: publicOrigin ?? origin, NEXT_TELEMETRY_DISABLED: "1", LOG: "off" } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [inProject("lib/setup/serve.mjs"), "127.0.0.1", String(port)], { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const gone = new Promise<number | null>((resolve) => child.on("exit", (status) => resolve(status)));
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return gone;
  };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The app ended with status ${child.exitCode}: ${said}`);
    const healthy = await fetch(`${origin}/api/health`).then((response) => response.ok, () => false);
    if (healthy) return { origin, end, child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end("SIGKILL");
  throw new Error(`The app was not healthy within 30 seconds: ${said}`);
}

/** Posts JSON as a page of the app would; null when the connection broke before an answer. */
export async function post(origin: string, path: string, body: unknown, cookie: string, site = origin): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(`${origin}${path}`, { method: "POST", headers: { "content-type": "application/json", origin: site, cookie }, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}
