// What records a run, or enumerates its schedules.
import "../door.ts";
import { enumerateSchedules } from "../enumerate-schedules.ts";
import { enumerating } from "../interleavings.ts";
import { recording } from "../record.ts";
import { recordProgram } from "../record-program.ts";

recording.fill(recordProgram);
enumerating.fill(enumerateSchedules);
