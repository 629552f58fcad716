import { describe, expect, test } from "vitest";
import { cardsOfPoint } from "../../lib/interview/missed-points.ts";

const card = (id: string, title: string, topic = "closures", about = {}) => ({ id, title, topic, prerequisites: [] as string[], followups: [] as string[], ...about });

const LOOP = card("loop", "Lambdas made in a loop", "closures", { prerequisites: ["cells"], followups: ["fix"] });
const LIBRARY = [LOOP, card("cells", "A cell is shared"), card("free", "Free variables are looked up in cells"), card("other-topic", "Cells and free variables", "defaults"), card("fix", "Binding by a default"), card("late", "Late binding of free variables")];

const leads = (point: string): string[] => cardsOfPoint(point, LOOP, LIBRARY).map((one) => one.id);

describe("a missed point", () => {
  test("leads to its own card first, and to no other where none is about it", () => {
    expect(leads("one function for each round")).toEqual(["loop"]);
  });

  test("leads on to cards of the topic whose titles share two of its words, and to tied ones that share one", () => {
    expect(leads("free variables are read when the function runs")).toEqual(["loop", "free", "late"]);
    expect(leads("all of them see the same cell")).toEqual(["loop", "cells"]);
  });

  test("leads nowhere where its card has left the library and nothing else is about it", () => {
    expect(cardsOfPoint("one function for each round", { ...LOOP, id: "gone" }, [])).toEqual([]);
  });
});
