import { nameToTex } from '../calculus/index.ts';
import type { Assumption } from './assumption.ts';
import { variableNatural } from './natural.ts';
import { type DefinedFunction, type Term, type UndeterminedFunction, variableArgument } from './term.ts';
import { claimToTex, termToTex } from './term-tex.ts';
import { withRecurrence } from './unfolding.ts';

/** An assumption in TeX, to stand in mathematics; its words are in `\text`. */
export function assumptionToTex(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'positive':
      return `${functionTex(assumption.function)} > 0`;
    case 'nonnegative':
      return `${functionTex(assumption.function)} \\ge 0`;
    case 'nonzero':
      return `${functionTex(assumption.function)} \\neq 0`;
    case 'constant':
      return `${functionTex(assumption.function)} \\text{ does not depend on } \\theta`;
    case 'differentiable': {
      const variable = assumption.function.inputs === undefined ? ' in } \\theta' : '}';
      return `${functionTex(assumption.function)} \\in C^{${assumption.order}} \\text{${variable}`;
    }
    case 'integrable': {
      const names = assumption.over.map(({ name }) => nameToTex(name)).join(', ');
      const under =
        assumption.order === 0 ? '' : `, \\text{ with } \\theta\\text{-derivatives up to order } ${assumption.order}`;
      return `${termToTex(assumption.of)} \\text{ integrable over } ${names}${under}`;
    }
    case 'equation':
      return claimToTex(assumption.claim);
  }
}

/** What a defined function means, in TeX: `s(i, x) := ...`; the two clauses of a recursion. */
export function definitionToTex(definition: DefinedFunction): string {
  const name = nameToTex(definition.name);
  if (definition.kind === 'plain') {
    const names = definition.parameters.map((parameter) => nameToTex(parameter.name));
    return `${name}(${names.join(', ')}) := ${termToTex(definition.body)}`;
  }
  const count = nameToTex(definition.count);
  if (definition.kind === 'recursive') {
    const [previous, last] = [definition.previous, definition.last].map((point) => nameToTex(point));
    const after = `${name}(${count}+1, (${previous}, ${last}))`;
    const successor = termToTex(definition.successor).replaceAll(recurrenceTex, `${name}(${count}, ${previous})`);
    return `${name}(0, ()) := ${termToTex(definition.zero)}, \\quad ${after} := ${successor}`;
  }
  const rest = definition.parameters.map((parameter) => nameToTex(parameter.name));
  const successor = withRecurrence(definition.successor, (values) => ({
    kind: 'defined',
    definition,
    arguments: [{ sort: 'natural', value: variableNatural(definition.count) }, ...values],
  }));
  const [first, second] = ['0', `${count}+1`].map((number) => `${name}(${[number, ...rest].join(', ')})`);
  return `${first} := ${termToTex(definition.zero)}, \\quad ${second} := ${termToTex(successor)}`;
}

/** How {@link termToTex} writes the earlier value of a recursion; nothing else is written so. */
const recurrenceTex = termToTex({ kind: 'recurrence', arguments: [] } as Extract<Term, { kind: 'recurrence' }>);

function functionTex(symbol: UndeterminedFunction): string {
  if (symbol.parameters.length === 0) return nameToTex(symbol.name);
  return termToTex({ kind: 'apply', function: symbol, arguments: symbol.parameters.map(variableArgument) });
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '$<$',
  '>': '$>$',
  '∂': '$\\partial$',
  '∈': '$\\in$',
  '∫': '$\\int$',
  '≠': '$\\neq$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '×': '$\\times$',
  '−': '$-$',
  '∘': '$\\circ$',
  '⊗': '$\\otimes$',
};

/** Plain text as text in TeX: what TeX would read is escaped, signs and Greek letters are mathematics. */
export function textToTex(text: string): string {
  return text.replace(/[⁻⁰¹²³⁴-⁹]+|[\\^~<>&%$#_{}]|[^\x20-\x7e]/gu, (sign) => {
    if (/[⁻⁰¹²³⁴-⁹]/.test(sign)) return `$^{${sign.normalize('NFKC').replace('−', '-')}}$`;
    if (Object.hasOwn(signs, sign)) return signs[sign];
    if (/[&%$#_{}]/.test(sign)) return `\\${sign}`;
    return /\p{Script=Greek}/u.test(sign) ? `$${nameToTex(sign)}$` : sign;
  });
}
