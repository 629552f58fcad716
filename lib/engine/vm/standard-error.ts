import { release } from "../core/object.ts";
import { PyModule } from "../types/module.ts";
import { PyTextStream } from "../types/text-stream.ts";
import type { Machine } from "./machine.ts";

/** Writes to what the program has as `sys.stderr`; its own error streams are called, none swallows the text. */
export function writeToStderr(vm: Machine, text: string): void {
  const sys = vm.modules.peekName("sys");
  const stream = sys instanceof PyModule ? sys.dict?.peekName("stderr") : null;
  if (stream === vm.none) return;
  if (!stream || stream instanceof PyTextStream) vm.writeError(text);
  else release(vm.callMethod(stream, "write", [vm.temp(vm.str(text))]));
}
