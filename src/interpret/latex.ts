import { nameToTex } from '../calculus/index.ts';
import {
  amariChentsov,
  christoffel,
  curvatureOperator,
  derivativeOfRiemann,
  loweredRiemann,
  ricci,
  riemann,
  scalarCurvature,
} from '../geometry/index.ts';
import type { Definition, Formula, Index } from '../notation/index.ts';
import type { Nested } from './riemannian.ts';

const named = [
  amariChentsov,
  christoffel,
  curvatureOperator,
  derivativeOfRiemann,
  loweredRiemann,
  ricci,
  riemann,
  scalarCurvature,
];

/** The symbols of tensors in TeX. */
const symbols: Readonly<Record<string, string>> = {
  logDensity: '\\ell',
  metric: 'g',
  inverseMetric: 'g',
  ...Object.fromEntries(named.map(({ name, symbol }) => [name, symbol])),
};

/** A definition in TeX, left side = right side, from the same data that is computed with. */
export function definitionToTex(definition: Definition): string {
  return `${tensorToTex(definition)} = ${formulaToTex(definition.formula)}`;
}

/** A tensor in TeX: its symbol with the names of its indices. */
export function tensorToTex({ symbol, indices }: Pick<Definition, 'symbol' | 'indices'>): string {
  return `${symbol}${indicesToTex(indices.map(({ name, position }) => ({ text: name, position })))}`;
}

/** A formula in index notation in TeX. */
export function formulaToTex(f: Formula): string {
  switch (f.kind) {
    case 'coefficient':
      if (f.denominator === 1) return `${f.numerator}`;
      return `${f.numerator < 0 ? '-' : ''}\\tfrac{${Math.abs(f.numerator)}}{${f.denominator}}`;
    case 'tensor':
      return `${symbols[f.name] ?? `\\mathrm{${f.name}}`}${indicesToTex(f.indices.map(({ name, position }) => ({ text: name, position })))}`;
    case 'partial':
      return `\\partial_{${f.index.name}} ${bracketed(f.of, ['sum', 'product'])}`;
    case 'expectation':
      return `\\mathbb{E}\\left[${formulaToTex(f.of)}\\right]`;
    case 'sum':
      return f.terms.map((term, place) => signed(formulaToTex(term), place)).join(' ');
    case 'product': {
      const [first, ...rest] = f.factors;
      const minus = first?.kind === 'coefficient' && first.numerator === -1 && first.denominator === 1;
      const factors = (minus ? rest : f.factors).map((factor, place) => {
        const tex = bracketed(factor, ['sum']);
        return tex.startsWith('-') && (minus || place > 0) ? inBrackets(tex) : tex;
      });
      return `${minus ? '-' : ''}${factors.join(' \\, ')}`;
    }
  }
}

function signed(tex: string, place: number): string {
  if (place === 0) return tex;
  return tex.startsWith('-') ? `- ${tex.slice(1)}` : `+ ${tex}`;
}

function bracketed(f: Formula, kinds: readonly Formula['kind'][]): string {
  const tex = formulaToTex(f);
  return kinds.includes(f.kind) ? inBrackets(tex) : tex;
}

function inBrackets(tex: string): string {
  return `\\left(${tex}\\right)`;
}

/** Upper and lower indices in their order, as in R^{k}{}_{lij}. */
function indicesToTex(list: readonly { readonly text: string; readonly position: Index['position'] }[]): string {
  let tex = '';
  list.forEach(({ text, position }, place) => {
    const mark = position === 'up' ? '^' : '_';
    const continues = place > 0 && list[place - 1].position === position;
    tex = continues ? `${tex.slice(0, -1)} ${text}}` : `${tex}${place > 0 ? '{}' : ''}${mark}{${text}}`;
  });
  return tex;
}

/**
 * The components of a tensor in TeX, one equation a line: a matrix for rank 2, otherwise the components that are not
 * zero. `components` are in TeX already, in the order of the indices of the definition.
 */
export function componentsToTex(
  { symbol, indices }: Pick<Definition, 'symbol' | 'indices'>,
  coordinates: readonly string[],
  components: Nested<string>,
): string[] {
  if (typeof components === 'string') return [`${symbol} = ${components}`];
  if (indices.length === 2) {
    const rows = (components as readonly (readonly string[])[]).map((row) => row.join(' & '));
    return [`${symbol} = \\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`];
  }
  return nonzeroComponents(components).map(({ place, value }) => {
    const named = place.map((index, k) => ({ text: nameToTex(coordinates[index]), position: indices[k].position }));
    return `${symbol}${indicesToTex(named)} = ${value}`;
  });
}

/** The components other than "0" with their indices, in order. */
export function nonzeroComponents(components: Nested<string>): { readonly place: number[]; readonly value: string }[] {
  if (typeof components === 'string') return components === '0' ? [] : [{ place: [], value: components }];
  return components.flatMap((part, index) =>
    nonzeroComponents(part).map(({ place, value }) => ({ place: [index, ...place], value })),
  );
}
