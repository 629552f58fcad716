import type { ModuleSpec } from "../vm/importer.ts";
import { arrayModule } from "./array.ts";
import { binasciiModule } from "./binascii.ts";
import { bisectModule } from "./bisect.ts";
import { collectionsHostModule } from "./collections.ts";
import { ctypesHostModule, ctypesModule } from "./ctypes.ts";
import { decimalModule } from "./decimal.ts";
import { disModule } from "./dis.ts";
import { gcModule } from "./gc.ts";
import { hashHostModule, hashlibModule } from "./hashlib.ts";
import { heapqHostModule, heapqModule } from "./heapq.ts";
import { inspectHostModule } from "./inspect.ts";
import { itertoolsModule } from "./itertools.ts";
import { mathModule } from "./math.ts";
import { pythonModules } from "./python-halves.ts";
import { randomHostModule, randomModule } from "./random.ts";
import { reHostModule, reModule } from "./re.ts";
import { structHostModule, structModule } from "./struct.ts";
import { sysModule } from "./sys.ts";
import { textModules } from "./text-halves.ts";
import { timeModule } from "./time.ts";
import { tracebackModule } from "./traceback.ts";
import { tracemallocHostModule } from "./tracemalloc.ts";
import { typingHostModule } from "./typing.ts";
import { weakrefHostModule, weakrefModule } from "./weakref.ts";
import { zlibModule } from "./zlib.ts";

/** Every module that a program can import, but for `builtins`, which the core brings. A module with a host half and a Python half has one entry here. */
export const moduleSpecs: readonly ModuleSpec[] = [sysModule, gcModule, collectionsHostModule, itertoolsModule, bisectModule, heapqHostModule, heapqModule, disModule, mathModule, randomHostModule, randomModule, reHostModule, reModule, timeModule, tracebackModule, tracemallocHostModule, ctypesHostModule, ctypesModule, decimalModule, inspectHostModule, typingHostModule, weakrefHostModule, weakrefModule, arrayModule, binasciiModule, hashHostModule, hashlibModule, structHostModule, structModule, zlibModule, ...textModules, ...pythonModules];
