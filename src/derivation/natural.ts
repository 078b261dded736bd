/** A natural number l + k + 3: the number of an observation or a layer, the length of a sample. */
export interface Natural {
  /** The variables that are added up, sorted; one that occurs twice counts twice. */
  readonly variables: readonly string[];
  /** A whole number >= 0. */
  readonly offset: number;
}

/** A whole number >= 0 as an expression. */
export function numberNatural(offset: number): Natural {
  return { variables: [], offset };
}

/** The natural variable of this name, with a number added. */
export function variableNatural(name: string, offset: number = 0): Natural {
  return { variables: [name], offset };
}

/** a + b. */
export function addNaturals(a: Natural, b: Natural): Natural {
  return { variables: [...a.variables, ...b.variables].sort(), offset: a.offset + b.offset };
}

/** n for n + 1; `null` where the expression does not show that it is at least 1. */
export function predecessor({ variables, offset }: Natural): Natural | null {
  return offset === 0 ? null : { variables, offset: offset - 1 };
}

/** Whether the expression is the number 0. */
export function isZeroNatural({ variables, offset }: Natural): boolean {
  return variables.length === 0 && offset === 0;
}

/** The name of the variable that the expression is, or `null` where it is not a single one. */
export function asVariable({ variables, offset }: Natural): string | null {
  return variables.length === 1 && offset === 0 ? variables[0] : null;
}

/** Whether two naturals are the same expression. */
export function isSameNatural(a: Natural, b: Natural): boolean {
  return a.offset === b.offset && a.variables.join(' ') === b.variables.join(' ');
}

/** The expression with variables replaced, all at once. */
export function replaceVariables(natural: Natural, values: ReadonlyMap<string, Natural>): Natural {
  return natural.variables.reduce<Natural>(
    (sum, name) => addNaturals(sum, values.get(name) ?? variableNatural(name)),
    numberNatural(natural.offset),
  );
}
