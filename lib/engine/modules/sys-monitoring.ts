import { nativeFunction } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyCode } from "../types/code.ts";
import type { PyDict } from "../types/dict.ts";
import { makeModule } from "../types/module.ts";
import { PyStr } from "../types/str-object.ts";
import type { Machine } from "../vm/machine.ts";
import { eventOrder, eventsOf, type MonitoredEvent } from "../vm/monitored-events.ts";
import { Monitoring, TOOLS } from "../vm/monitoring.ts";

/** Tools that have a place of their own. */
const TOOL_IDS = { DEBUGGER_ID: 0, COVERAGE_ID: 1, PROFILER_ID: 2, OPTIMIZER_ID: 5 };

function monitoringOf(rt: Runtime): Monitoring {
  const vm = rt as Machine;
  vm.monitoring ??= new Monitoring(vm);
  return vm.monitoring;
}

function toolId(rt: Runtime, value: PyObject): number {
  const id = rt.index(value);
  if (id < 0n || id >= BigInt(TOOLS)) rt.raise("ValueError", `invalid tool ${id} (must be between 0 and ${TOOLS - 1})`);
  return Number(id);
}

/** The id of a tool that is in use. */
function usedTool(rt: Runtime, value: PyObject): number {
  const id = toolId(rt, value);
  if (!monitoringOf(rt).peekTool(id)) rt.raise("ValueError", `tool ${id} is not in use`);
  return id;
}

function codeArgument(rt: Runtime, value: PyObject): PyCode {
  return value instanceof PyCode ? value : rt.raise("TypeError", "code must be a code object");
}

const bit = (rt: Runtime, event: MonitoredEvent) => 1n << BigInt(eventOrder(rt.profile, event).index);

/** The events of a set of bits, as they are kept: those of calls come with CALL, and a branch has two ways. */
function eventSet(rt: Runtime, value: PyObject, isLocal: boolean): Set<MonitoredEvent> {
  const bits = rt.index(value);
  const events = eventsOf(rt.profile);
  if (bits < 0n || bits >= 1n << BigInt(events.length)) rt.raise("ValueError", `invalid event set 0x${bits.toString(16)}`);
  const found = new Set(events.filter((event) => bits & bit(rt, event)));
  if (found.has("C_RETURN") || found.has("C_RAISE")) {
    if (!(found.has("C_RETURN") && found.has("C_RAISE") && found.has("CALL"))) rt.raise("ValueError", "cannot set C_RETURN or C_RAISE events independently");
    found.delete("C_RETURN");
    found.delete("C_RAISE");
  }
  if (isLocal && [...found].some((event) => event !== "BRANCH" && !eventOrder(rt.profile, event).isLocal)) {
    rt.raise("ValueError", `invalid local event set 0x${bits.toString(16)}`);
  }
  if (rt.profile.monitoring?.splitsBranches && found.delete("BRANCH")) found.add("BRANCH_LEFT").add("BRANCH_RIGHT");
  return found;
}

function bitsOf(rt: Runtime, events: Iterable<MonitoredEvent>): PyObject {
  let bits = 0n;
  for (const event of events) bits |= bit(rt, event);
  return rt.int(bits);
}

function registerCallback(rt: Runtime, [tool, event, callback]: PyObject[]): PyObject {
  const id = toolId(rt, tool);
  const bits = rt.index(event);
  const found = eventsOf(rt.profile).filter((each) => bits & bit(rt, each));
  if (bits <= 0n || found.length > 1) rt.raise("ValueError", "The callback can only be set for one event at a time");
  if (found.length === 0) rt.raise("ValueError", `invalid event ${bits.toString(2).length - 1}`);
  const ways: MonitoredEvent[] = found[0] === "BRANCH" && rt.profile.monitoring?.splitsBranches ? ["BRANCH_LEFT", "BRANCH_RIGHT"] : found;
  const monitoring = monitoringOf(rt);
  const olds = ways.map((way) => monitoring.setCallback(id, way, callback === rt.none ? null : callback));
  for (const old of olds.slice(1)) if (old) release(old);
  return olds[0] ?? retain(rt.none);
}

const functions = [
  nativeFunction("use_tool_id(tool_id, name, /)", (rt, [tool, name]) => {
    const id = toolId(rt, tool);
    if (!(name instanceof PyStr)) rt.raise("ValueError", "tool name must be a str");
    const monitoring = monitoringOf(rt);
    if (monitoring.peekTool(id)) rt.raise("ValueError", `tool ${id} is already in use`);
    monitoring.useTool(id, name);
    return retain(rt.none);
  }),
  nativeFunction("free_tool_id(tool_id, /)", (rt, [tool]) => {
    monitoringOf(rt).clearTool(toolId(rt, tool), true);
    return retain(rt.none);
  }),
  nativeFunction("get_tool(tool_id, /)", (rt, [tool]) => retain(monitoringOf(rt).peekTool(toolId(rt, tool))?.name ?? rt.none)),
  nativeFunction("register_callback(tool_id, event, func, /)", registerCallback),
  nativeFunction("get_events(tool_id, /)", (rt, [tool]) => bitsOf(rt, monitoringOf(rt).peekTool(usedTool(rt, tool))?.events ?? [])),
  nativeFunction("set_events(tool_id, event_set, /)", (rt, [tool, events]) => {
    const id = toolId(rt, tool);
    const found = eventSet(rt, events, false);
    monitoringOf(rt).setEvents(usedTool(rt, tool) && id, found);
    return retain(rt.none);
  }),
  nativeFunction("get_local_events(tool_id, code, /)", (rt, [tool, code]) => {
    const subject = codeArgument(rt, code);
    return bitsOf(rt, monitoringOf(rt).peekTool(usedTool(rt, tool))?.local.get(subject) ?? []);
  }),
  nativeFunction("set_local_events(tool_id, code, event_set, /)", (rt, [tool, code, events]) => {
    const subject = codeArgument(rt, code);
    const id = usedTool(rt, tool);
    monitoringOf(rt).setLocalEvents(id, subject, eventSet(rt, events, true));
    return retain(rt.none);
  }),
  nativeFunction("restart_events()", (rt) => {
    monitoringOf(rt).restart();
    return retain(rt.none);
  }),
];

const clearFunction = nativeFunction("clear_tool_id(tool_id, /)", (rt, [tool]) => {
  monitoringOf(rt).clearTool(usedTool(rt, tool), false);
  return retain(rt.none);
});

/** `_all_events()`: which tools hear of which events, as sets of bits. */
const allEventsFunction = nativeFunction("_all_events()", (rt) => {
  const monitoring = monitoringOf(rt);
  const result = (rt as Machine).dict();
  for (const event of eventsOf(rt.profile)) {
    let tools = 0;
    for (let id = 0; id < TOOLS; id++) if (monitoring.peekTool(id)?.events.has(event)) tools |= 1 << id;
    if (tools > 0) take(result, event, rt.int(tools));
  }
  return result;
});

function take(namespace: PyDict, name: string, value: PyObject): void {
  namespace.setName(name, value);
  release(value);
}

/** `sys.monitoring` (PEP 669); null where the version has none. */
export function monitoringNamespace(vm: Machine): PyObject | null {
  const rules = vm.profile.monitoring;
  if (!rules) return null;
  const module = makeModule(vm, "sys.monitoring");
  const names = module.dict as PyDict;
  const declared = [...functions, allEventsFunction, ...(rules.splitsBranches ? [clearFunction] : [])];
  for (const each of declared) take(names, each.signature.name, vm.importer.makeFunction(each, "sys.monitoring"));
  for (const [name, id] of Object.entries(TOOL_IDS)) take(names, name, vm.int(id));
  const monitoring = monitoringOf(vm);
  names.setName("DISABLE", monitoring.disable);
  names.setName("MISSING", monitoring.missing);
  const events = ["NO_EVENTS", ...eventsOf(vm.profile)];
  const values = events.map((event) => vm.temp(event === "NO_EVENTS" ? vm.int(0) : vm.int(bit(vm, event as MonitoredEvent))));
  take(names, "events", vm.call(vm.types.SimpleNamespace, values, events));
  return module;
}
