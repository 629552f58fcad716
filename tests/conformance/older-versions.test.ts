import { VERSIONS } from "../../lib/engine/index.ts";
import { judgeIn } from "./judge.ts";

judgeIn(VERSIONS.slice(0, 3));
