import { release } from "../core/object.ts";
import type { Frame } from "../types/frame.ts";
import type { HandledException, PyGenerator } from "../types/generator.ts";
import type { Machine } from "./machine.ts";

/** Puts a suspended frame on the thread's stack, with the link to the exceptions being handled around it. */
export function enterGenerator(vm: Machine, generator: PyGenerator): void {
  vm.checkRecursion();
  generator.state = "running";
  generator.handled.previous = vm.handledItem;
  vm.handledItem = generator.handled;
  const frame = generator.frame as Frame;
  vm.pushFrame(frame);
  if (tellsCalls(vm, frame)) vm.tracer.call(frame);
}

/** Whether entering a frame is what is told as its call: no instruction of it does so, and it has begun. */
export function tellsCalls(vm: Machine, frame: Frame): boolean {
  return vm.startingFrame !== null && frame.blocks !== null;
}

/** The frame has been left: what it was handling is out of sight, and forgotten when it will not come back. */
export function leaveGenerator(vm: Machine, generator: PyGenerator, state: "suspended" | "closed"): void {
  generator.state = state;
  vm.handledItem = generator.handled.previous as HandledException;
  generator.handled.previous = null;
  if (state === "suspended") return;
  const { value } = generator.handled;
  generator.handled.value = null;
  if (value) release(value);
}
