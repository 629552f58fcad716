/** Numbers of the rules whose results are remembered: those that CPython remembers (Grammar/python.gram, "memo"). */
export const MEMO = {
  expression: 0, starExpression: 1, disjunction: 2, bitwiseOr: 3, primary: 4, strings: 5, callArguments: 6, starTarget: 7,
  targetWithStarAtom: 8, targetPrimary: 9, deleteTarget: 10, namedMistake: 11, block: 12, simpleStatement: 13, closedPattern: 14,
} as const;
