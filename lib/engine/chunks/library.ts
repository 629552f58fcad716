// What a program needs that imports something, and what lists code.
import "../door.ts";
import { listInstructions } from "../compiler/disassemble.ts";
import { formatListings } from "../compiler/listing.ts";
import { listings } from "../compiler/listings.ts";
import { moduleSpecs } from "../modules/manifest.ts";
import { chosenSchedule } from "../threads/chosen-schedules.ts";
import { chosenSchedules } from "../threads/schedule.ts";
import { deadlocks } from "../threads/scheduler.ts";
import { runHandlers } from "../threads/signal-handlers.ts";
import { signalHandlers } from "../threads/signals.ts";
import { describeDeadlock } from "../threads/wait-graph.ts";
import { expectOthers } from "../vm/flat-callbacks.ts";
import { enterCollecting, enterExtending, flatHandlers, flatIterator } from "../vm/flat-iteration.ts";
import { library } from "../vm/importer.ts";
import { flatIteration, moduleStandIns } from "../vm/lent-iteration.ts";
import { callStandIn, enterCode } from "../modules/flat-calls.ts";
import { toolStepper } from "../modules/itertool-steps.ts";
import { NativeCalls } from "../vm/native-calls.ts";
import { nativeCalls } from "../vm/native-calls-of.ts";

library.fill(moduleSpecs);
nativeCalls.fill({ make: (vm) => new NativeCalls(vm) });
listings.fill({ instructions: listInstructions, text: formatListings });
deadlocks.fill(describeDeadlock);
chosenSchedules.fill(chosenSchedule);
signalHandlers.fill(runHandlers);
moduleStandIns.fill({ callStandIn, enterCode, toolStepper });
flatIteration.fill({ flatIterator, enterCollecting, enterExtending, flatHandlers, expectOthers });
