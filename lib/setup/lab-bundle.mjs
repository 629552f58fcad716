// The program in which the server proves cards and judges answers (lib/lab/process.ts starts it).
import { ensureBundle } from "./bundle.mjs";
import { engineHash } from "./engine-hash.mjs";
import { inProject } from "./project.mjs";

/** Makes build/lab.mjs where it is missing or old. It holds all that it needs, so that it can run without reading any other file. */
export const ensureLab = () => ensureBundle("lib/lab/child.ts", inProject("build/lab.mjs"), { whole: true, define: () => ({ ENGINE_HASH: JSON.stringify(engineHash(inProject("lib/engine"))) }) });
