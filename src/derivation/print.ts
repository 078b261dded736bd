import type { Assumption } from './assumption.ts';
import { type Natural, variableNatural } from './natural.ts';
import { isFiniteSpace, type PointVariable, type SamplePoint, type SampleSpace } from './space.ts';
import {
  type Argument,
  type Claim,
  type DefinedFunction,
  parametersOf,
  partsOf,
  type Term,
  type UndeterminedFunction,
  variableArgument,
} from './term.ts';
import { withRecurrence } from './unfolding.ts';

/** How tightly a piece of text holds together: sums, products, atoms. */
const looseness = { sum: 0, product: 1, atom: 2 } as const;

/** Stands for the earlier value while a recursion is printed; no name contains it. */
const recurrenceSign = '⟨recurrence⟩';

interface Printed {
  readonly text: string;
  readonly strength: number;
}

/** A term in the usual notation, on one line: `Σ_{x∈X} p(x) ∂_i log p(x)`. */
export function printTerm(term: Term): string {
  return print(term).text;
}

/** A claim in the usual notation, on one line. */
export function printClaim({ left, right, relation }: Claim): string {
  return `${printTerm(left)} ${relation === 'atMost' ? '≤' : '='} ${printTerm(right)}`;
}

/** An assumption in words and the usual notation, on one line. */
export function printAssumption(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'positive':
      return `${printFunction(assumption.function)} > 0`;
    case 'nonnegative':
      return `${printFunction(assumption.function)} ≥ 0`;
    case 'nonzero':
      return `${printFunction(assumption.function)} ≠ 0`;
    case 'constant':
      return `${printFunction(assumption.function)} does not depend on θ`;
    case 'differentiable': {
      const variable = assumption.function.inputs === undefined ? ' in θ' : '';
      return `${printFunction(assumption.function)} ${times(assumption.order)} continuously differentiable${variable}`;
    }
    case 'integrable': {
      const names = assumption.over.map(({ name }) => name).join(', ');
      const term = printTerm(assumption.of);
      return assumption.order === 0
        ? `${term} absolutely integrable over ${names}`
        : `${term} integrable over ${names} and ${times(assumption.order)} continuously differentiable in θ under the integral (dominated derivatives)`;
    }
    case 'equation':
      return `${assumption.name}: ${printClaim(assumption.claim)}`;
  }
}

function times(order: number): string {
  return order === 1 ? 'once' : order === 2 ? 'twice' : `${order} times`;
}

/** What a defined function means, on one line: `s(i, x) := ∂_i log p(x)`; the two clauses of a recursion. */
export function printDefinition(definition: DefinedFunction): string {
  const { name } = definition;
  if (definition.kind === 'plain') {
    const names = definition.parameters.map((parameter) => parameter.name);
    return `${name}(${names.join(', ')}) := ${printTerm(definition.body)}`;
  }
  if (definition.kind === 'sequence') return printSequence(definition);
  const { count, previous, last, parameters, zero, successor } = definition;
  const rest = parameters.map((parameter) => parameter.name);
  const [first, second] = [
    ['0', '()'],
    [`${count}+1`, `(${previous}, ${last})`],
  ].map((start) => `${name}(${[...start, ...rest].join(', ')})`);
  const earlier = parametersOf(definition).slice(0, 2).map(variableArgument);
  const after = withRecurrence(successor, (values) => ({
    kind: 'defined',
    definition,
    arguments: [...earlier, ...values],
  }));
  return `${first} := ${printTerm(zero)}; ${second} := ${printTerm(after)}`;
}

function printSequence(definition: Extract<DefinedFunction, { kind: 'sequence' }>): string {
  const { name, count, parameters, zero, successor } = definition;
  const rest = parameters.map((parameter) => parameter.name);
  const earlier: Argument = { sort: 'natural', value: variableNatural(count) };
  const after = withRecurrence(successor, (values) => ({
    kind: 'defined',
    definition,
    arguments: [earlier, ...values],
  }));
  const [first, second] = ['0', `${count}+1`].map((number) => `${name}(${[number, ...rest].join(', ')})`);
  return `${first} := ${printTerm(zero)}; ${second} := ${printTerm(after)}`;
}

/** A sample space in the usual notation: X, X_α, X^n, X×Y. */
export function printSpace(space: SampleSpace): string {
  switch (space.kind) {
    case 'unit':
      return '{()}';
    case 'coordinates':
      return '∂';
    case 'parameters':
      return 'Θ';
    case 'base':
      return space.index === null ? space.name : `${space.name}_${subscript(space.index)}`;
    case 'power':
      return `${space.name}^${subscript(space.length)}`;
    case 'pairs':
      return `${printSpace(space.left)}×${printSpace(space.right)}`;
  }
}

function print(term: Term): Printed {
  switch (term.kind) {
    case 'rational':
      return printRational(`${term.numerator}`, `${term.denominator}`);
    case 'add':
      return { text: printSum(term.terms), strength: looseness.sum };
    case 'multiply':
      return printProduct(term.factors);
    case 'divide':
      return { text: `${numerator(term.numerator)}/${tight(term.denominator)}`, strength: looseness.product };
    case 'log':
      return { text: `log ${tight(term.of)}`, strength: looseness.product };
    case 'power':
      return { text: `${bracketed(term.of)}^${bracketed(term.exponent)}`, strength: looseness.atom };
    case 'derivative':
      return { text: `∂_${printPoint(term.along)} ${tight(term.of)}`, strength: looseness.product };
    case 'sum':
      return operator(`${isFiniteSpace(term.over.space) ? 'Σ' : '∫'}_{${boundPoint(term.over)}}`, term.of);
    case 'range': {
      const sign = term.operation === 'sum' ? 'Σ' : 'Π';
      return operator(`${sign}_{${term.index}=1..${printNatural(term.to)}}`, term.of);
    }
    case 'cases': {
      const [zero, successor] = partsOf(term).map(printTerm);
      const on = printNatural(term.on);
      return {
        text: `[${zero} for ${on} = 0; ${successor} for ${on} = ${term.index}+1]`,
        strength: looseness.atom,
      };
    }
    case 'apply':
      return { text: call(term.function.name, term.arguments), strength: looseness.atom };
    case 'defined':
      return { text: call(term.definition.name, term.arguments), strength: looseness.atom };
    case 'recurrence':
      return { text: recurrenceSign, strength: looseness.atom };
    case 'compose':
      return { text: printComposed(term), strength: looseness.atom };
    case 'delta':
      return { text: `δ(${printPoint(term.left)}, ${printPoint(term.right)})`, strength: looseness.atom };
    case 'at':
      return { text: `[${printTerm(term.of)}]_${printPoint(term.parameter)}`, strength: looseness.atom };
    case 'determinant':
      return operator(`det_{${term.rows.name},${boundPoint(term.columns)}}`, term.of);
  }
}

/** σ(u), σ''(u), F((u_i)_{i∈I}) and its partial derivative F_{,j}((u_i)_{i∈I}). */
function printComposed({
  function: symbol,
  arguments: values,
  along,
  over,
  of,
}: Extract<Term, { kind: 'compose' }>): string {
  const partial = along.map((points) => points.map(printPoint).join(' '));
  const sign = over.length === 0 ? "'".repeat(along.length) : partial.length === 0 ? '' : `_{,${partial.join(',')}}`;
  const inputs = over.length === 0 ? printTerm(of) : `(${printTerm(of)})_{${over.map(boundPoint).join(',')}}`;
  return `${symbol.name}${sign}(${[...values.map(printArgument), inputs].join(', ')})`;
}

/** `x∈X`; coordinates are recognised by where they stand. */
function boundPoint({ name, space }: PointVariable): string {
  return space.kind === 'coordinates' ? name : `${name}∈${printSpace(space)}`;
}

function printProduct(factors: readonly Term[]): Printed {
  const [first, ...rest] = factors;
  if (first === undefined) return { text: '1', strength: looseness.atom };
  if (rest.length === 0) return print(first);
  const isNegated = first.kind === 'rational' && first.numerator === -1 && first.denominator === 1;
  const shown = isNegated ? rest : factors;
  const text = shown.map((factor, place) => hold(factor, place === shown.length - 1)).join(' ');
  return isNegated ? { text: `-${text}`, strength: looseness.sum } : { text, strength: looseness.product };
}

function printRational(numerator: string, denominator: string): Printed {
  const strength = numerator.startsWith('-') ? looseness.sum : denominator === '1' ? looseness.atom : looseness.product;
  return { text: denominator === '1' ? numerator : `${numerator}/${denominator}`, strength };
}

function printSum(terms: readonly Term[]): string {
  const texts = terms.map((part) => (part.kind === 'add' ? `(${printTerm(part)})` : printTerm(part)));
  return texts.length === 0
    ? '0'
    : texts.reduce((sum, text) => (/^-/.test(text) ? `${sum} - ${text.slice(1)}` : `${sum} + ${text}`));
}

/** In a product: what reaches to the right (a sum sign) may stand bare only in the last place. */
function hold(term: Term, isLast: boolean = true): string {
  const { text, strength } = print(term);
  const reaches = term.kind === 'sum' || term.kind === 'range' || term.kind === 'determinant';
  if (term.kind === 'rational' && strength === looseness.sum) return text;
  return strength === looseness.sum || (reaches && !isLast) ? `(${text})` : text;
}

/** A base or an exponent: everything but a single name, call or whole number is in parentheses. */
function bracketed(term: Term): string {
  const { text, strength } = print(term);
  return strength === looseness.atom && term.kind !== 'power' ? text : `(${text})`;
}

function tight(term: Term): string {
  const { text, strength } = print(term);
  const isPrefix = term.kind === 'log' || term.kind === 'derivative';
  return strength === looseness.atom || isPrefix ? text : `(${text})`;
}

/** A derivative or logarithm of the numerator alone must not look like one of the quotient. */
function numerator(term: Term): string {
  const isPrefix = term.kind === 'log' || term.kind === 'derivative';
  return isPrefix ? `(${printTerm(term)})` : hold(term, false);
}

function operator(sign: string, body: Term): Printed {
  return { text: `${sign} ${hold(body)}`, strength: looseness.product };
}

function call(name: string, values: readonly Argument[]): string {
  return `${name}(${values.map(printArgument).join(', ')})`;
}

function printArgument(argument: Argument): string {
  if (argument.sort === 'natural') return printNatural(argument.value);
  return printPoint(argument.value);
}

function printPoint(point: SamplePoint): string {
  if (point.kind === 'empty') return '()';
  if (point.kind === 'coordinate') {
    return point.arguments.length === 0 ? point.map.name : call(point.map.name, point.arguments);
  }
  return point.kind === 'variable' ? point.name : `(${printPoint(point.left)}, ${printPoint(point.right)})`;
}

function printNatural({ variables, offset }: Natural): string {
  return offset === 0 && variables.length > 0 ? variables.join('+') : [...variables, offset].join('+');
}

function subscript(natural: Natural): string {
  const text = printNatural(natural);
  return text.includes('+') ? `(${text})` : text;
}

function printFunction({ name, parameters }: UndeterminedFunction): string {
  return parameters.length === 0 ? name : `${name}(${parameters.map((parameter) => parameter.name).join(', ')})`;
}
