import type { TypeParameterRules } from "../parser/type-parameters.ts";

/** `*Ts: int`, `**P: int`. */
export function boundMistakes(p: TypeParameterRules): void {
  const pos = p.pos;
  const stars = p.takeAny("*", "**");
  const colon = stars && p.take("NAME") && p.take(":");
  const bound = colon && p.expression();
  if (stars && colon && bound) {
    const id = bound.type === "Tuple" ? "constraintsWith" : "boundWith";
    p.failFrom(colon, id, stars.kind === "*" ? "TypeVarTuple" : "ParamSpec");
  }
  p.pos = pos;
}
