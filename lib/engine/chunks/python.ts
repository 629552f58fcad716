// What a program needs that imports a module with a Python half.
import "../door.ts";
import { pythonHalves } from "../python/halves.ts";
import { pythonSources } from "../python/sources.ts";

pythonHalves.fill(pythonSources);
