/** Texts whose wording differs between versions, as 3.10 has them. A profile overrides what its version changed; `{0}`, `{1}` are filled in. */
export const baseMessages: Readonly<Record<string, string>> = {
  unboundLocal: "local variable '{0}' referenced before assignment",
  unboundFree: "free variable '{0}' referenced before assignment in enclosing scope",
};
