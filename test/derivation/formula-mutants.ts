import { create, type MathNode, parseDependencies } from 'mathjs/number';

const mathjs = create({ parseDependencies });

/** A formula with one thing changed in it; long ones have thousands, so that the text is made on demand. */
export interface MutantFormula {
  readonly change: string;
  readonly text: () => string;
}

/** The formula as it is read, every operation in brackets. */
export function bracketed(text: string): string {
  return printed(mathjs.parse(text));
}

/**
 * Every formula that differs from a text in one place: a sign, a factor, a number, an index or another name, a term or
 * function that is dropped, arguments or operands exchanged, another operation. `names` may take the place of one another.
 */
export function mutantFormulas(text: string, names: readonly string[]): readonly MutantFormula[] {
  return mutantsOf(mathjs.parse(text), names);
}

function mutantsOf(node: MathNode, names: readonly string[]): readonly MutantFormula[] {
  const parts = partsOf(node);
  const texts = once(() => parts.map(printed));
  const inside = parts.flatMap((part, place) => {
    const mutants = isName(node, place) ? otherNames(part, names) : mutantsOf(part, names);
    return mutants.map(({ change, text }) => ({
      change,
      text: () => withParts(node, texts().with(place, text())),
    }));
  });
  return mathjs.isParenthesisNode(node) ? inside : [...changesAt(node, texts, names), ...inside];
}

function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function partsOf(node: MathNode): readonly MathNode[] {
  if (mathjs.isParenthesisNode(node)) return [node.content];
  return mathjs.isOperatorNode(node) || mathjs.isFunctionNode(node) ? node.args : [];
}

function printed(node: MathNode): string {
  return withParts(node, partsOf(node).map(printed));
}

function withParts(node: MathNode, parts: readonly string[]): string {
  if (mathjs.isParenthesisNode(node)) return parts[0];
  if (mathjs.isFunctionNode(node)) return `${node.fn.toString()}(${parts.join(', ')})`;
  if (!mathjs.isOperatorNode(node)) return node.toString();
  return parts.length === 1 ? `(${node.op}${parts[0]})` : `(${parts.join(` ${node.op} `)})`;
}

const binders: Readonly<Record<string, readonly number[]>> = {
  D: [1],
  at: [1],
  sum: [1],
  metric: [0, 1],
  christoffel: [0, 1, 2],
  riemann: [0, 1, 2, 3],
  ricci: [0, 1],
  cubic: [0, 1, 2],
};

/** Whether a part is a name and nothing else: what is differentiated along, bound, or an index. */
function isName(node: MathNode, place: number): boolean {
  return mathjs.isFunctionNode(node) && (binders[node.fn.toString()] ?? []).includes(place);
}

function otherNames(node: MathNode, names: readonly string[]): readonly MutantFormula[] {
  const name = String(node);
  const other = names[(names.indexOf(name) + 1) % names.length];
  return other === undefined || other === name ? [] : [{ change: `${name} becomes ${other}`, text: () => other }];
}

function changesAt(node: MathNode, parts: () => readonly string[], names: readonly string[]): readonly MutantFormula[] {
  const whole = (): string => withParts(node, parts());
  const changes: MutantFormula[] = [
    { change: 'sign', text: () => `(-${whole()})` },
    { change: 'factor 2', text: () => `(2 * ${whole()})` },
  ];
  const change = (what: string, text: (parts: readonly string[]) => string): void => {
    changes.push({ change: what, text: () => text(parts()) });
  };
  if (mathjs.isConstantNode(node)) change('number', () => `(${whole()} + 1)`);
  if (mathjs.isSymbolNode(node) && names.includes(node.name)) changes.push(...otherNames(node, names));
  if (mathjs.isFunctionNode(node)) {
    change(`${node.fn} dropped`, ([first = '1']) => first);
    if (node.args.length > 1) change('arguments exchanged', (all) => withParts(node, [...all].reverse()));
  }
  if (mathjs.isOperatorNode(node) && node.args.length === 2) {
    change('first operand dropped', ([, second]) => second);
    change('second operand dropped', ([first]) => first);
    if (node.op === '+') change('product for sum', ([first, second]) => `(${first} * ${second})`);
    if (node.op === '*') change('sum for product', ([first, second]) => `(${first} + ${second})`);
    if (node.op === '+') change('difference for sum', ([first, second]) => `(${first} - ${second})`);
    if (['-', '/', '^'].includes(node.op))
      change('operands exchanged', ([first, second]) => withParts(node, [second, first]));
  }
  return changes;
}
