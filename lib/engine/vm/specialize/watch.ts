import { specializationOf } from "../../profiles/specializations/specialization-of.ts";
import type { Machine } from "../machine.ts";
import { Specializer } from "./specializer.ts";

/** From now on somebody may ask which instructions are specialised: code that is running is prepared anew. */
export function watchSpecialization(vm: Machine): void {
  const rules = specializationOf(vm.profile.id);
  if (!rules || vm.specializer) return;
  vm.specializer = new Specializer(rules);
  for (let frame = vm.frame; frame; frame = frame.back) frame.code.prepared = null;
}
