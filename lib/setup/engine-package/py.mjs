// The package's py command.
import { loadEngine } from "./load.mjs";

const { engine, keep } = loadEngine(import.meta.dirname, String(process.env.ENGINE_HASH));
process.exitCode = engine.main(process.argv.slice(2));
keep();
