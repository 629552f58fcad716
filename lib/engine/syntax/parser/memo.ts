/** Numbers of the rules whose results are remembered: those that CPython remembers (Grammar/python.gram, "memo"). */
export const MEMO = {
  expression: 0, starExpression: 1, disjunction: 2, conjunction: 3, inversion: 4, bitwiseOr: 5, factor: 6, awaitPrimary: 7, primary: 8,
  strings: 9, callArguments: 10, starTarget: 11, targetWithStarAtom: 12, targetPrimary: 13, deleteTarget: 14, namedMistake: 15, block: 16,
  simpleStatement: 17, closedPattern: 18, starPattern: 19, typeParameter: 20, importStatement: 21, atom: 22,
} as const;
