/** A number with its noun, as "1 card" and "2 cards". */
export const count = (number: number, one: string, many: string = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
