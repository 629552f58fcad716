# opcode has the numbers and kinds of instructions that dis has.
import dis
import opcode

print(sorted(opcode.__all__), sorted(dis.__all__))
for name in ("hasconst", "hascompare", "hasjabs"):
    assert getattr(opcode, name) is getattr(dis, name)
    print(name, sorted(dis.opname[number] for number in getattr(opcode, name) if number < 148))
for name in ("LOAD_CONST", "POP_TOP", "FOR_ITER", "LOAD_FAST", "COMPARE_OP"):
    number = opcode.opmap[name]
    lists = [kind for kind in opcode.__all__ if kind.startswith("has") and number in getattr(opcode, kind)]
    print(name, opcode.opname[number], sorted(lists))
print(opcode.opmap is dis.opmap, opcode.cmp_op, dis.COMPILER_FLAG_NAMES)
print(opcode.stack_effect(opcode.opmap["POP_TOP"]), opcode.HAVE_ARGUMENT, opcode.EXTENDED_ARG)
