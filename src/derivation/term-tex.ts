import { nameToTex } from '../calculus/index.ts';
import type { Natural } from './natural.ts';
import { isFiniteSpace, type PointVariable, type SamplePoint, type SampleSpace } from './space.ts';
import type { Argument, Claim, Term } from './term.ts';

/** What a piece of TeX is, for the parentheses around it. */
type Shape = 'sum' | 'product' | 'operator' | 'atom';

interface Written {
  readonly tex: string;
  readonly shape: Shape;
}

/** A term in TeX: `\sum_{x \in X} p(x)\, \partial_{i} \log p(x)`. */
export function termToTex(term: Term): string {
  return write(term).tex;
}

/** A claim in TeX, left side = right side or left side <= right side. */
export function claimToTex({ left, right, relation }: Claim): string {
  return `${termToTex(left)} ${relation === 'atMost' ? '\\le' : '='} ${termToTex(right)}`;
}

function write(term: Term): Written {
  switch (term.kind) {
    case 'rational': {
      const { numerator, denominator } = term;
      if (denominator === 1) return { tex: `${numerator}`, shape: numerator < 0 ? 'sum' : 'atom' };
      const size = `\\frac{${numerator < 0 ? -numerator : numerator}}{${denominator}}`;
      return numerator < 0 ? { tex: `-${size}`, shape: 'sum' } : { tex: size, shape: 'atom' };
    }
    case 'add':
      return { tex: sumTex(term.terms), shape: 'sum' };
    case 'multiply':
      return productTex(term.factors);
    case 'divide':
      return { tex: `\\frac{${termToTex(term.numerator)}}{${termToTex(term.denominator)}}`, shape: 'atom' };
    case 'log':
      return { tex: `\\log ${operand(term.of)}`, shape: 'operator' };
    case 'power': {
      const { tex, shape } = write(term.of);
      const base = shape === 'atom' && term.of.kind !== 'power' && term.of.kind !== 'divide' ? tex : parenthesised(tex);
      return { tex: `{${base}}^{${termToTex(term.exponent)}}`, shape: 'atom' };
    }
    case 'derivative':
      return { tex: `\\partial_{${pointTex(term.along)}} ${operand(term.of)}`, shape: 'operator' };
    case 'sum':
      return reaching(`\\${isFiniteSpace(term.over.space) ? 'sum' : 'int'}_{${boundTex(term.over)}}`, term.of);
    case 'range': {
      const sign = term.operation === 'sum' ? '\\sum' : '\\prod';
      return reaching(`${sign}_{${nameToTex(term.index)}=1}^{${naturalTex(term.to)}}`, term.of);
    }
    case 'cases': {
      const on = naturalTex(term.on);
      const rows = [
        `${termToTex(term.zero)} & ${on} = 0`,
        `${termToTex(term.successor)} & ${on} = ${nameToTex(term.index)}+1`,
      ];
      return { tex: `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`, shape: 'atom' };
    }
    case 'apply':
      return { tex: callTex(term.function.name, term.arguments), shape: 'atom' };
    case 'defined':
      return { tex: callTex(term.definition.name, term.arguments), shape: 'atom' };
    case 'recurrence':
      return { tex: '(\\cdot)', shape: 'atom' };
    case 'compose':
      return { tex: composedTex(term), shape: 'atom' };
    case 'delta':
      return { tex: `\\delta(${pointTex(term.left)}, ${pointTex(term.right)})`, shape: 'atom' };
    case 'at':
      return { tex: `\\left[${termToTex(term.of)}\\right]_{${pointTex(term.parameter)}}`, shape: 'atom' };
    case 'determinant':
      return reaching(`\\det_{${nameToTex(term.rows.name)}, ${boundTex(term.columns)}}`, term.of);
  }
}

function sumTex(terms: readonly Term[]): string {
  const parts = terms.map((part) => (part.kind === 'add' ? parenthesised(termToTex(part)) : termToTex(part)));
  return parts.length === 0
    ? '0'
    : parts.reduce((sum, tex) => (tex.startsWith('-') ? `${sum} - ${tex.slice(1)}` : `${sum} + ${tex}`));
}

function productTex(factors: readonly Term[]): Written {
  const [first, ...rest] = factors;
  if (first === undefined) return { tex: '1', shape: 'atom' };
  if (rest.length === 0) return write(first);
  const negated = first.kind === 'rational' && first.numerator === -1 && first.denominator === 1;
  const shown = negated ? rest : factors;
  const tex = shown
    .map((factor, place) => {
      const { tex: one, shape } = write(factor);
      const isNumber = factor.kind === 'rational' && place === 0;
      // What reaches to the right may stand bare in the last place only.
      const open = shape === 'sum' ? !isNumber : shape === 'operator' && place < shown.length - 1;
      return open ? parenthesised(one) : one;
    })
    .join('\\, ');
  return negated ? { tex: `-${tex}`, shape: 'sum' } : { tex, shape: 'product' };
}

function reaching(sign: string, body: Term): Written {
  const { tex, shape } = write(body);
  return { tex: `${sign} ${shape === 'sum' ? parenthesised(tex) : tex}`, shape: 'operator' };
}

function operand(term: Term): string {
  const { tex, shape } = write(term);
  return shape === 'atom' || term.kind === 'log' || term.kind === 'derivative' ? tex : parenthesised(tex);
}

function parenthesised(tex: string): string {
  return `\\left(${tex}\\right)`;
}

function callTex(name: string, values: readonly Argument[]): string {
  return `${nameToTex(name)}(${values.map(argumentTex).join(', ')})`;
}

function argumentTex(argument: Argument): string {
  if (argument.sort === 'natural') return naturalTex(argument.value);
  return pointTex(argument.value);
}

function pointTex(point: SamplePoint): string {
  if (point.kind === 'empty') return '()';
  if (point.kind === 'coordinate') {
    return point.arguments.length === 0 ? nameToTex(point.map.name) : callTex(point.map.name, point.arguments);
  }
  if (point.kind === 'variable') return nameToTex(point.name);
  return `(${pointTex(point.left)}, ${pointTex(point.right)})`;
}

function naturalTex({ variables, offset }: Natural): string {
  const names = variables.map(nameToTex);
  return offset === 0 && names.length > 0 ? names.join('+') : [...names, offset].join('+');
}

function composedTex({
  function: symbol,
  arguments: values,
  along,
  over,
  of,
}: Extract<Term, { kind: 'compose' }>): string {
  const name = nameToTex(symbol.name);
  const partial = along.map((points) => points.map(pointTex).join(' '));
  const head = over.length === 0 ? `${name}${"'".repeat(along.length)}` : indexedBy(name, partial);
  const inputs =
    over.length === 0 ? termToTex(of) : indexed(parenthesised(termToTex(of)), over.map(boundTex).join(', '));
  return `${head}${parenthesised([...values.map(argumentTex), inputs].join(', '))}`;
}

/** F_{,ij}: a partial derivative in the real arguments i and j. */
function indexedBy(name: string, partial: readonly string[]): string {
  return partial.length === 0 ? name : indexed(name, `,${partial.join(' ')}`);
}

/** `x \in X`; coordinates are recognised by where they stand. */
function boundTex({ name, space }: PointVariable): string {
  return space.kind === 'coordinates' ? nameToTex(name) : `${nameToTex(name)} \\in ${spaceTex(space)}`;
}

/** TeX takes one subscript only: a name that has one is a group. */
function indexed(tex: string, index: string): string {
  return `${tex.includes('_') ? `{${tex}}` : tex}_{${index}}`;
}

function spaceTex(space: SampleSpace): string {
  switch (space.kind) {
    case 'unit':
      return '\\{()\\}';
    case 'coordinates':
      return '\\partial';
    case 'parameters':
      return '\\Theta';
    case 'base':
      return space.index === null ? nameToTex(space.name) : indexed(nameToTex(space.name), naturalTex(space.index));
    case 'power':
      return `${nameToTex(space.name)}^{${naturalTex(space.length)}}`;
    case 'pairs':
      return `${spaceTex(space.left)} \\times ${spaceTex(space.right)}`;
  }
}
