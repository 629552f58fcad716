import type { Profile, VersionId } from "../profiles/types.ts";

/** A text from a version on; null where the version does not know the mistake. Placeholders are `{0}`, `{1}`. */
type Change = readonly [since: VersionId, text: string | null];

const VERSIONS: readonly VersionId[] = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

/** Texts that all versions share. */
const SHARED: Readonly<Record<string, string>> = {
  verbatim: "{0}",
  invalidSyntax: "invalid syntax",
  unexpectedIndent: "unexpected indent",
  unexpectedUnindent: "unexpected unindent",
  unexpectedEof: "unexpected EOF while parsing",
  expected: "expected '{0}'",
  multipleStatements: "multiple statements found while compiling a single statement",
  recursion: "maximum recursion depth exceeded during compilation",
  tooManyParentheses: "too many nested parentheses",
  neverClosed: "'{0}' was never closed",
  unmatched: "unmatched '{0}'",
  mismatched: "closing parenthesis '{0}' does not match opening parenthesis '{1}'",
  mismatchedOnLine: "closing parenthesis '{0}' does not match opening parenthesis '{1}' on line {2}",
  invalidNumber: "invalid {0} literal",
  invalidDigit: "invalid digit '{0}' in {1} literal",
  leadingZeros: "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
  unterminatedString: "unterminated string literal (detected at line {0})",
  unterminatedTriple: "unterminated triple-quoted string literal (detected at line {0})",
  unterminatedF: "unterminated {0}-string literal (detected at line {1})",
  unterminatedTripleF: "unterminated triple-quoted {0}-string literal (detected at line {1})",
  invalidCharacter: "invalid character '{0}' (U+{1})",
  invalidNonPrintable: "invalid non-printable character U+{0}",
  afterContinuation: "unexpected character after line continuation character",
  tooManyIndents: "too many levels of indentation",
  badDedent: "unindent does not match any outer indentation level",
  inconsistentTabs: "inconsistent use of tabs and spaces in indentation",
  tooManyNestedFStrings: "too many nested f-strings",
  fstringExpectingBrace: "{0}-string: expecting '}'",
  fstringTooDeep: "{0}-string: expressions nested too deeply",
  fstringSingleBrace: "{0}-string: single '}' is not allowed",
  fstringUnmatched: "{0}-string: unmatched '{1}'",
  fstringMismatched: "f-string: closing parenthesis '{0}' does not match opening parenthesis '{1}'",
  fstringBackslash: "f-string expression part cannot include a backslash",
  fstringComment: "f-string expression part cannot include '#'",
  fstringUnterminated: "f-string: unterminated string",
  fstringEmpty: "f-string: empty expression not allowed",
  legacyConversion: "f-string: invalid conversion character: expected 's', 'r', or 'a'",
  fstringValidExpression: "{0}-string: valid expression required before '{1}'",
  fstringExpectingExpression: "{0}-string: expecting a valid expression after '{'",
  fstringExpectingAny: "{0}-string: expecting '=', or '!', or ':', or '}'",
  fstringExpectingAfterEquals: "{0}-string: expecting '!', or ':', or '}'",
  fstringMissingConversion: "{0}-string: missing conversion character",
  fstringInvalidConversion: "{0}-string: invalid conversion character",
  fstringBadConversion: "{0}-string: invalid conversion character '{1}': expected 's', 'r', or 'a'",
  fstringExpectingColon: "{0}-string: expecting ':' or '}'",
  fstringExpectingSpec: "{0}-string: expecting '}', or format specs",
  fstringLambda: "{0}-string: lambda expressions are not allowed without parentheses",
  mixedTemplates: "cannot mix t-string literals with string or bytes literals",
  mixedBytes: "cannot mix bytes and nonbytes literals",
  tooManyDigits:
    "Exceeds the limit (4300 digits) for integer string conversion: value has {0} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
  cannotAssign: "cannot assign to {0}",
  cannotDelete: "cannot delete {0}",
  starredHere: "cannot use starred expression here",
  doubleStarredHere: "cannot use double starred expression here",
  missingComma: "invalid syntax. Perhaps you forgot a comma?",
  expectedElse: "expected 'else' after 'if' expression",
  missingParentheses: "Missing parentheses in call to '{0}'. Did you mean {0}(...)?",
  walrusTarget: "cannot use assignment expressions with {0}",
  maybeEqualsOrWalrus: "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
  maybeEquals: "cannot assign to {0} here. Maybe you meant '==' instead of '='?",
  annotatedTarget: "only single target (not {0}) can be annotated",
  illegalAnnotation: "illegal target for annotation",
  assignToYield: "assignment to yield expression not possible",
  augmentedTarget: "'{0}' is an illegal expression for augmented assignment",
  comprehensionTarget: "did you forget parentheses around the comprehension target?",
  generatorNeedsParentheses: "Generator expression must be parenthesized",
  positionalAfterUnpacking: "positional argument follows keyword argument unpacking",
  positionalAfterKeyword: "positional argument follows keyword argument",
  assignmentInExpression: 'expression cannot contain assignment, perhaps you meant "=="?',
  colonAfterKey: "':' expected after dictionary key",
  starredDictValue: "cannot use a starred expression in a dictionary value",
  valueAfterKey: "expression expected after dictionary key and ':'",
  importTrailingComma: "trailing comma not allowed without surrounding parentheses",
  block: "expected an indented block",
  blockAfterWord: "expected an indented block after '{0}' statement on line {1}",
  blockAfterFunction: "expected an indented block after function definition on line {0}",
  blockAfterClass: "expected an indented block after class definition on line {0}",
  expectedExcept: "expected 'except' or 'finally' block",
  expectedExceptionTypes: "expected one or more exception types",
  parenthesizedTypesWithAs: "multiple exception types must be parenthesized when using 'as'",
  realRequired: "real number required in complex literal",
  imaginaryRequired: "imaginary number required in complex literal",
  underscoreTarget: "cannot use '_' as a target",
  positionalAfterKeywordPattern: "positional patterns follow keyword patterns",
  boundWith: "cannot use bound with {0}",
  constraintsWith: "cannot use constraints with {0}",
};

/** Texts that changed, and mistakes that only some versions know. Names that begin with `rule.` are rules without a text. */
const CHANGED: Readonly<Record<string, readonly Change[]>> = {
  tooComplex: [["3.10", ""], ["3.13", "Parser stack overflowed - Python source too complex to compile"]],
  nullBytes: [["3.10", "source code string cannot contain null bytes"]],
  unterminatedStringEscaped: [
    ["3.10", "unterminated string literal (detected at line {0})"],
    ["3.13", "unterminated string literal (detected at line {0}); perhaps you escaped the end quote?"],
  ],
  fstringConversionSpace: [
    ["3.12", "{0}-string: conversion type must come right after the exclamanation mark"],
    ["3.14", "{0}-string: conversion type must come right after the exclamation mark"],
  ],
  withTrailingComma: [["3.14", "the last 'with' item has a trailing comma"]],
  fstringRequired: [["3.10", "f-string: empty expression not allowed"], ["3.11", "f-string: expression required before '{0}'"]],
  incompatiblePrefixes: [["3.14", "'{0}' and '{1}' prefixes are incompatible"]],
  bytesNotAscii: [["3.10", "bytes can only contain ASCII literal characters"]],
  defaultOrder: [["3.10", "non-default argument follows default argument"], ["3.12", "parameter without a default follows parameter with a default"]],
  bareStar: [["3.10", "named arguments must follow bare *"], ["3.15", "named parameters must follow bare *"]],
  starTwice: [["3.11", "* argument may appear only once"], ["3.15", "* may appear only once"]],
  starDefault: [["3.11", "var-positional argument cannot have default value"], ["3.15", "var-positional parameter cannot have default value"]],
  keywordRestDefault: [["3.11", "var-keyword argument cannot have default value"], ["3.15", "var-keyword parameter cannot have default value"]],
  afterKeywordRest: [["3.11", "arguments cannot follow var-keyword argument"], ["3.15", "parameters cannot follow var-keyword parameter"]],
  slashFirst: [["3.11", "at least one argument must precede /"], ["3.15", "at least one parameter must precede /"]],
  slashTwice: [["3.11", "/ may appear only once"]],
  slashAfterStar: [["3.11", "/ must be ahead of *"]],
  commaAfterSlash: [["3.11", "expected comma between / and *"]],
  parenthesizedParameters: [["3.11", "Function parameters cannot be parenthesized"]],
  parenthesizedLambda: [["3.11", "Lambda expression parameters cannot be parenthesized"]],
  expectedDefault: [["3.11", "expected default value expression"]],
  partOfString: [["3.14", "invalid syntax. Is this intended to be part of the string?"]],
  statementAfterElse: [["3.14", "expected expression after 'else', but statement is given"]],
  statementBeforeIf: [["3.14", "expected expression before 'if', but statement is given"]],
  starAfterElse: [["3.15", "cannot unpack only part of a conditional expression"]],
  doubleStarAfterElse: [["3.15", "cannot use dict unpacking on only part of a conditional expression"]],
  notAfterOperator: [["3.13", "'not' after an operator must be parenthesized"]],
  starredConditional: [["3.15", "invalid starred expression. Did you forget to wrap the conditional expression in parentheses?"]],
  doubleStarredConditional: [["3.15", "invalid double starred expression. Did you forget to wrap the conditional expression in parentheses?"]],
  dictUnpackingHere: [["3.15", "cannot use dict unpacking here"]],
  dictUnpackingInList: [["3.15", "cannot use dict unpacking in list comprehension"]],
  dictUnpackingInGenerator: [["3.15", "cannot use dict unpacking in generator expression"]],
  iterableUnpackingInComprehension: [["3.10", "iterable unpacking cannot be used in comprehension"]],
  dictUnpackingInComprehension: [["3.10", "dict unpacking cannot be used in dict comprehension"], ["3.15", null]],
  dictUnpackingValue: [["3.14", "cannot use dict unpacking in a dictionary value"]],
  starredDictKey: [["3.15", "cannot use a starred expression in a dictionary key"]],
  dictKeyUnpacking: [["3.15", "cannot use dict unpacking in a dictionary key"]],
  invalidStar: [["3.13", "Invalid star expression"]],
  assignToStarred: [["3.12", "cannot assign to iterable argument unpacking"]],
  assignToDoubleStarred: [["3.12", "cannot assign to keyword argument unpacking"]],
  expectedArgumentValue: [["3.12", "expected argument value expression"]],
  iterableUnpackingAfterKeywords: [["3.10", "iterable argument unpacking follows keyword argument unpacking"]],
  inAfterForVariables: [["3.13", "'in' expected after for-loop variables"]],
  raiseBeforeFrom: [["3.14", "did you forget an expression between 'raise' and 'from'?"]],
  raiseAfterFrom: [["3.14", "did you forget an expression after 'from'?"]],
  walrusInAssert: [["3.14", "cannot use named expression without parentheses here"]],
  importFrom: [["3.12", "Did you mean to use 'from ... import ...' instead?"]],
  importNames: [["3.13", "Expected one or more names after 'import'"]],
  importTarget: [["3.14", "cannot use {0} as import target"]],
  elifAfterElse: [["3.14", "'elif' block follows an 'else' block"]],
  parenthesizedTypes: [["3.10", "multiple exception types must be parenthesized"]],
  mixedExcept: [["3.11", "cannot have both 'except' and 'except*' on the same 'try'"]],
  exceptTarget: [["3.14", "cannot use {0} statement with {1}"]],
  patternTarget: [["3.10", "invalid pattern target"], ["3.14", "cannot use {0} as pattern target"]],
  doubleStarPatternLast: [["3.15", "double star pattern must be the last (right-most) subpattern in the mapping pattern"]],
  caseOutside: [["3.15", "case statement must be inside match statement"]],
  emptyTypeParameters: [["3.13", "Type parameter list cannot be empty"]],
  "rule.anyLetterAfterNumber": [["3.10", "refused"], ["3.11", ""]],
  "rule.softKeywordPrefixes": [["3.10", ""], ["3.14", null]],
  "rule.comprehensionFirst": [["3.15", ""]],
  "rule.strictUnpackingAfterKeywords": [["3.11", ""]],
  "rule.unpackingAtStar": [["3.11", ""], ["3.13", null]],
  "rule.bytesErrorAtToken": [["3.11", ""]],
  "rule.slashBeforeDefaults": [["3.12", ""]],
  "rule.commaAtLastLine": [["3.15", ""]],
  "rule.patternTargetIsExpression": [["3.14", ""]],
  "rule.plusInPatterns": [["3.15", ""]],
  "rule.forceFunctionParenthesis": [["3.11", ""], ["3.13", null]],
  "rule.forceFunctionColon": [["3.10", ""], ["3.13", null]],
  "rule.forceFunctionLate": [["3.13", ""]],
};

const tables = new Map<VersionId, Readonly<Record<string, string | null>>>();

/** A version's texts by id; null where it does not know the mistake. Made for the first program with a mistake. */
function textsOf(version: VersionId): Readonly<Record<string, string | null>> {
  const known = tables.get(version);
  if (known) return known;
  const table: Record<string, string | null> = { ...SHARED };
  for (const [id, changes] of Object.entries(CHANGED)) {
    const upTo = changes.filter(([since]) => VERSIONS.indexOf(since) <= VERSIONS.indexOf(version));
    table[id] = upTo.at(-1)?.[1] ?? null;
  }
  tables.set(version, table);
  return table;
}

/** The text of a mistake in a version, or null if the version does not know it. A profile's own text, under `syntax.` and the id, comes first. */
export function syntaxMessage(profile: Profile, id: string, parts: readonly (string | number)[]): string | null {
  const text = profile.messages[`syntax.${id}`] ?? textsOf(profile.id)[id];
  if (text === undefined) throw new RangeError(`no syntax message "${id}"`);
  return text === null || parts.length === 0 ? text : text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)]));
}
