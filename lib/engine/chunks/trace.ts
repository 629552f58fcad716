// What records a run.
import "../door.ts";
import { recording } from "../record.ts";
import { recordProgram } from "../record-program.ts";

recording.fill(recordProgram);
