import { type PyObject, release, retain } from "../../core/object.ts";
import { asciiText } from "../../protocol/repr.ts";
import { formatValue, formattedObject } from "../../types/format/template.ts";
import { PyStr } from "../../types/str-object.ts";
import type { Handler } from "../loop.ts";

const ASCII = 3;

/** f-strings and t-strings. */
export const textHandlers: Readonly<Record<string, Handler>> = {
  CONVERT_VALUE: (vm, frame, how) => {
    const value = frame.peek(1);
    if (how === 1 && value.type === vm.types.str) return;
    const text: PyObject = how === 1 ? vm.str(vm.strText(value)) : how === ASCII ? vm.str(asciiText(vm, value)) : vm.repr(value);
    frame.drop(1);
    frame.push(text);
  },
  FORMAT_SIMPLE: (vm, frame) => {
    const value = frame.peek(1);
    if (value.type === vm.types.str) return;
    const text = vm.str(formatValue(vm, value, ""));
    frame.drop(1);
    frame.push(text);
  },
  FORMAT_WITH_SPEC: (vm, frame) => {
    const { value: spec } = frame.peek(1) as PyStr;
    const text = formattedObject(vm, frame.peek(2), spec);
    frame.drop(2);
    frame.push(text);
  },
  BUILD_STRING: (vm, frame, count) => {
    let text = "";
    for (let depth = count; depth > 0; depth--) text += (frame.peek(depth) as PyStr).value;
    vm.charge(text.length >> 4);
    frame.drop(count);
    frame.push(vm.str(text));
  },
  BUILD_INTERPOLATION: (vm, frame, arg) => {
    const spec = arg & 1 ? frame.pop() : vm.str("");
    const expression = frame.pop();
    const value = frame.pop();
    const conversion = [vm.none, "s", "r", "a"][arg >> 2];
    const how = typeof conversion === "string" ? vm.str(conversion) : retain(vm.none);
    const parts = [value, expression, how, spec];
    try {
      frame.push(vm.call(vm.importer.peekName("string.templatelib", "Interpolation"), parts));
    } finally {
      for (const part of parts) release(part);
    }
  },
  BUILD_TEMPLATE: (vm, frame) => {
    const made = vm.call(vm.importer.peekName("string.templatelib", "_template"), [frame.peek(2), frame.peek(1)]);
    frame.drop(2);
    frame.push(made);
  },
};
