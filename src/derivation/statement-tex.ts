import { nameToTex } from '../calculus/index.ts';
import type { Assumption } from './assumption.ts';
import { type DefinedFunction, parametersOf, type UndeterminedFunction, variableArgument } from './term.ts';
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
  const isOfSamples = definition.kind === 'recursive';
  const rest = definition.parameters.map((parameter) => nameToTex(parameter.name));
  const own = parametersOf(definition).map(variableArgument);
  const earlier = own.slice(0, isOfSamples ? 2 : 1);
  const successor = withRecurrence(definition.successor, (values) => ({
    kind: 'defined',
    definition,
    arguments: [...earlier, ...values],
  }));
  const points = isOfSamples ? [definition.previous, definition.last].map((point) => nameToTex(point)) : [];
  const call = (...values: readonly string[]): string => `${name}(${[...values, ...rest].join(', ')})`;
  const first = isOfSamples ? call('0', '()') : call('0');
  const second = isOfSamples ? call(`${count}+1`, `(${points.join(', ')})`) : call(`${count}+1`);
  return `${first} := ${termToTex(definition.zero)}, \\quad ${second} := ${termToTex(successor)}`;
}

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
