/** Rules of modules about source texts and their trees that differ between versions. */
export interface SourceModules {
  /** Rules of `ast`. */
  readonly ast: {
    /** What a constructor does about fields that it is not given: leaves them out, fills them and warns of others, or refuses (3.13, 3.15). */
    readonly missingFields: "absent" | "warned" | "refused";
    /** What `dump` leaves out: fields whose default is None, also empty values, empty lists, or lists and `Load()`. */
    readonly dumpLeavesOut: "none" | "empty" | "lists" | "lists and loads";
    /** `Num`, `Str` and their like: usual, deprecated (3.12), or gone (3.14). */
    readonly oldConstants: "usual" | "deprecated" | "gone";
    /** Nodes have a repr of their own and `__replace__`, and there is `compare` (3.14). */
    readonly showsNodes: boolean;
    /** `literal_eval` names the outermost expression that is none; before, the part of it that it stopped at (3.15). */
    readonly namesWholeNode: boolean;
    /** `parse` knows `optimize` (3.13). */
    readonly optimizes: boolean;
    /** An f-string that is written back may use quotes and backslashes inside its fields (3.12). */
    readonly freeFields: boolean;
    /** A quote that a field uses is left to the field (3.13). */
    readonly fieldsChooseQuotes: boolean;
    /** Parentheses and spaces that are not needed are left out when a tree is written: `a, b = c`, `lambda: 0` (3.11). */
    readonly sparesParentheses: boolean;
    /** Statements of an interactive tree are written on one line (3.14). */
    readonly joinsInteractive: boolean;
    /** A list that a node lacks counts as empty when the node is compiled (3.12). */
    readonly missingListsAreEmpty: boolean;
    /** Places of nodes that are compiled must make sense (3.11). */
    readonly checksPlaces: boolean;
    /** The target of `:=` in a tree must be a name (3.12). */
    readonly checksNamedTargets: boolean;
    /** `compile` of a tree to a tree makes a new one (3.14). */
    readonly copiesTrees: boolean;
  };
  /** Rules of `code`. */
  readonly code: {
    /** What was raised is kept in `sys.last_exc` too (3.12). */
    readonly keepsLastExc: boolean;
    /** Prompts that a console has made go with it (3.13). */
    readonly removesPrompts: boolean;
  };
  /** Rules of `token` and `tokenize`. */
  readonly tokens: {
    /** Kinds of tokens in the order of their numbers. */
    readonly names: string;
    /** `tokenize` cuts as the compiler does, strings with fields in parts, and refuses what that refuses (3.12). */
    readonly inC: boolean;
  };
  /** Rules of `symtable`. */
  readonly symtable: {
    /** Names of the kinds of blocks besides module, function, class and annotation. */
    readonly kindNames: { readonly "type-variable": string; readonly "type-alias": string; readonly "type-parameters": string };
    /** A symbol that is no function's or class's name is told as bound to none; before, to several (3.11). */
    readonly tellsNoNamespace: boolean;
    /** Kinds are members of an enumeration, and the repr of a symbol tells its uses (3.13). */
    readonly kindsAreEnum: boolean;
    /** Uses that the repr of a symbol may tell, in their order. */
    readonly shownUses: readonly string[];
    /** A symbol can be asked whether it is a type parameter, a cell of a comprehension and the like (3.14); whether it is a cell (3.15). */
    readonly asksMore: boolean;
    readonly asksCells: boolean;
    /** Methods of a class are its functions only, not all blocks in it (3.12). */
    readonly methodsAreFunctions: boolean;
    /** `get_methods` is deprecated (3.14). */
    readonly methodsWarn: boolean;
    /** Lambdas and comprehensions are named in angle brackets, as their code is (3.15). */
    readonly bracketsNames: boolean;
  };
  /** Rules of `difflib`. */
  readonly difflib: {
    /** `ndiff` looks for a line that is like another among few, not in the whole block (3.14). */
    readonly windowed: boolean;
    /** Texts in place of lists of lines are refused (3.14). */
    readonly refusesTexts: boolean;
  };
}

const OPERATORS = "LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL";
const tokenNames = (behind: string): string => `ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT ${OPERATORS} ${behind} ENCODING N_TOKENS`;
const FIELD_TOKENS = "FSTRING_START FSTRING_MIDDLE FSTRING_END";

const in310: SourceModules = {
  tokens: { names: tokenNames("OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ERRORTOKEN COMMENT NL"), inC: false },
  code: { keepsLastExc: false, removesPrompts: false },
  ast: {
    missingFields: "absent",
    dumpLeavesOut: "none",
    oldConstants: "usual",
    showsNodes: false,
    namesWholeNode: false,
    optimizes: false,
    freeFields: false,
    fieldsChooseQuotes: false,
    sparesParentheses: false,
    joinsInteractive: false,
    missingListsAreEmpty: false,
    checksPlaces: false,
    checksNamedTargets: false,
    copiesTrees: false,
  },
  symtable: {
    kindNames: { "type-variable": "TypeVar bound", "type-alias": "type alias", "type-parameters": "type parameter" },
    tellsNoNamespace: false,
    kindsAreEnum: false,
    shownUses: [],
    asksMore: false,
    asksCells: false,
    methodsAreFunctions: false,
    methodsWarn: false,
    bracketsNames: false,
  },
  difflib: { windowed: false, refusesTexts: false },
};
const in311: SourceModules = {
  tokens: in310.tokens,
  code: in310.code, difflib: in310.difflib, symtable: { ...in310.symtable, tellsNoNamespace: true }, ast: { ...in310.ast, checksPlaces: true, sparesParentheses: true } };
const in312: SourceModules = {
  tokens: { names: tokenNames(`EXCLAMATION OP AWAIT ASYNC TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ${FIELD_TOKENS} COMMENT NL ERRORTOKEN`), inC: true },
  code: { keepsLastExc: true, removesPrompts: false },
  difflib: in311.difflib,
  symtable: { ...in311.symtable, methodsAreFunctions: true },
  ast: { ...in311.ast, oldConstants: "deprecated", freeFields: true, missingListsAreEmpty: true, checksNamedTargets: true },
};
const in313: SourceModules = {
  tokens: { names: tokenNames(`EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ${FIELD_TOKENS} COMMENT NL ERRORTOKEN`), inC: true },
  code: { keepsLastExc: true, removesPrompts: true },
  difflib: in312.difflib,
  symtable: {
    ...in312.symtable,
    kindNames: { "type-variable": "type variable", "type-alias": "type alias", "type-parameters": "type parameters" },
    kindsAreEnum: true,
    shownUses: ["USE", "DEF_GLOBAL", "DEF_NONLOCAL", "DEF_LOCAL", "DEF_PARAM", "DEF_IMPORT", "DEF_BOUND", "DEF_ANNOT"],
  },
  ast: {
    ...in312.ast,
    missingFields: "warned",
    dumpLeavesOut: "empty",
    optimizes: true,
    fieldsChooseQuotes: true,
  },
};
const in314: SourceModules = {
  tokens: { names: tokenNames(`EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD ${FIELD_TOKENS} TSTRING_START TSTRING_MIDDLE TSTRING_END COMMENT NL ERRORTOKEN`), inC: true },
  code: in313.code,
  difflib: { windowed: true, refusesTexts: true },
  symtable: {
    ...in313.symtable,
    shownUses: [
      "USE", "DEF_GLOBAL", "DEF_NONLOCAL", "DEF_LOCAL", "DEF_PARAM", "DEF_TYPE_PARAM", "DEF_FREE_CLASS", "DEF_IMPORT", "DEF_BOUND",
      "DEF_ANNOT", "DEF_COMP_ITER", "DEF_COMP_CELL",
    ],
    asksMore: true,
    methodsWarn: true,
  },
  ast: { ...in313.ast, dumpLeavesOut: "lists", oldConstants: "gone", showsNodes: true, joinsInteractive: true, copiesTrees: true },
};
const in315: SourceModules = {
  tokens: in314.tokens,
  code: in314.code,
  difflib: in314.difflib,
  symtable: { ...in314.symtable, asksCells: true, bracketsNames: true },
  ast: { ...in314.ast, missingFields: "refused", dumpLeavesOut: "lists and loads", namesWholeNode: true },
};

/** By version. */
export const sourceModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
