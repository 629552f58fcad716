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
}

const in310: SourceModules = {
  ast: {
    missingFields: "absent",
    dumpLeavesOut: "none",
    oldConstants: "usual",
    showsNodes: false,
    namesWholeNode: false,
    optimizes: false,
    freeFields: false,
    fieldsChooseQuotes: false,
    joinsInteractive: false,
    missingListsAreEmpty: false,
    checksPlaces: false,
    checksNamedTargets: false,
    copiesTrees: false,
  },
};
const in311: SourceModules = { ast: { ...in310.ast, checksPlaces: true } };
const in312: SourceModules = {
  ast: { ...in311.ast, oldConstants: "deprecated", freeFields: true, missingListsAreEmpty: true, checksNamedTargets: true },
};
const in313: SourceModules = {
  ast: {
    ...in312.ast,
    missingFields: "warned",
    dumpLeavesOut: "empty",
    optimizes: true,
    fieldsChooseQuotes: true,
  },
};
const in314: SourceModules = {
  ast: { ...in313.ast, dumpLeavesOut: "lists", oldConstants: "gone", showsNodes: true, joinsInteractive: true, copiesTrees: true },
};
const in315: SourceModules = {
  ast: { ...in314.ast, missingFields: "refused", dumpLeavesOut: "lists and loads", namesWholeNode: true },
};

/** By version. */
export const sourceModules = { "3.10": in310, "3.11": in311, "3.12": in312, "3.13": in313, "3.14": in314, "3.15": in315 } as const;
