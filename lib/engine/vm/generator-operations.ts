import { type PyObject, release, retain } from "../core/object.ts";
import type { PyGenerator } from "../types/generator.ts";
import * as generators from "./generators.ts";
import type { Machine } from "./machine.ts";
import { Operations } from "./operations.ts";

/** What the machine does with generators and coroutines: each method is the function of its name. */
export abstract class GeneratorOperations extends Operations {
  private readonly vm = this as unknown as Machine;
  /** The value that a delegate returned, for SEND. */
  private returned: PyObject | null = null;

  nextGenerator(generator: PyObject): PyObject | null {
    return generators.nextValue(this.vm, generator as PyGenerator);
  }
  sendGenerator(generator: PyObject, value: PyObject): PyObject {
    return generators.send(this.vm, generator as PyGenerator, value);
  }
  throwGenerator(generator: PyObject, type: PyObject, value: PyObject | null, traceback: PyObject | null): PyObject {
    return generators.throwInto(this.vm, generator as PyGenerator, type, value, traceback);
  }
  warnOfThrow(method: string, value: PyObject | undefined): void {
    const { vm } = this;
    if (value && vm.profile.generators.throwTakesInstance) release(vm.call(vm.importer.peekName("warnings", "_warn_throw"), [vm.temp(vm.str(method))]));
  }
  closeGenerator(generator: PyObject): PyObject {
    return generators.close(this.vm, generator as PyGenerator);
  }
  closeSuspended(generator: PyObject): void {
    release(generators.close(this.vm, generator as PyGenerator));
  }
  finalizeGenerator(generator: PyObject): void {
    generators.finalize(this.vm, generator as PyGenerator);
  }
  finalizeRequest(request: PyObject, generator: PyObject, method: string): void {
    const { vm } = this;
    generators.warnUnawaited(vm, request, "_warn_unawaited_request", vm.temp(vm.str(method)), (generator as PyGenerator).qualname);
  }
  meetHooks(generator: PyObject): void {
    generators.meetHooks(this.vm, generator as PyGenerator);
  }
  awaitable(object: PyObject, where: number): PyObject {
    return generators.awaitable(this.vm, object, where);
  }
  asyncIterator(object: PyObject): PyObject {
    return generators.asyncIterator(this.vm, object);
  }
  asyncNext(iterator: PyObject): PyObject {
    return generators.asyncNext(this.vm, iterator);
  }
  /** One step of a delegate: the yielded value, or null when it returned (see `takeReturned`). */
  sendTo(receiver: PyObject, value: PyObject): PyObject | null {
    const sent = generators.sendTo(this.vm, receiver, value);
    if (sent.yielded) return sent.value;
    this.returned = sent.value;
    return null;
  }
  takeReturned(): PyObject {
    const value = this.returned as PyObject;
    this.returned = null;
    return value;
  }

  generatorCode(generator: PyObject): PyObject {
    return retain((generator as PyGenerator).code);
  }
}
