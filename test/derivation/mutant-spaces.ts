import { type Assumption, type Claim, type SampleSpace, type Term, term } from 'fisher-rao';
import { rebuilt } from './mutant-definitions.ts';

/** The names of the finite spaces of a derivation. */
export function finiteSpacesIn(derivation: object): readonly string[] {
  const found = new Set<string>();
  rebuilt(derivation, (value) => {
    const name = finiteSpace(value);
    if (name !== null) found.add(name);
    return null;
  });
  return [...found];
}

/** The derivation, or other data, about any measure space in the place of a finite one; theorems stay what they are. */
export function withMeasure<V extends object>(data: V, name: string): V {
  const replaced = (value: object): object | null =>
    finiteSpace(value) === name ? rebuilt({ ...value, measure: 'sigmaFinite' }, replaced) : null;
  return rebuilt(data, replaced);
}

/** The name of the finite space that data is, or that of the observations of a recursion. */
function finiteSpace(value: object): string | null {
  if (!('kind' in value) || 'measure' in value) return null;
  if ((value.kind === 'base' || value.kind === 'power') && 'name' in value) return String(value.name);
  return value.kind === 'recursive' && 'space' in value ? String(value.space) : null;
}

/** Whether a space is one of this name, a product with it, or a space of observations in it. */
export function isIn(name: string): (space: SampleSpace) => boolean {
  return (space) => {
    let found = false;
    rebuilt(space as object, (part) => {
      found ||= 'name' in part && part.name === name;
      return null;
    });
    return found;
  };
}

/** A claim and its assumptions with the points of a space weighted in every sum, and what is assumed of the weights. */
export function weighted<V extends { readonly claim: Claim; readonly given: readonly Assumption[] }>(
  content: V,
  space: string,
): V & { readonly weights: readonly Assumption[] } {
  const weights = new Map<string, Assumption>();
  const heavy = (value: object): object | null => {
    if (!isSum(value) || !isIn(space)(value.over.space)) return null;
    const { over, of } = value;
    const { kind } = over.space;
    if (kind !== 'base') return null;
    const index = over.space.index;
    const symbol = {
      name: `weight${space}`,
      parameters: [
        ...(index === null ? [] : [{ sort: 'natural' as const, name: 'α' }]),
        {
          sort: 'point' as const,
          name: 'x',
          space: index === null ? over.space : { ...over.space, index: { variables: ['α'], offset: 0 } },
        },
      ],
    };
    for (const known of ['positive', 'constant'] as const) weights.set(known, { kind: known, function: symbol });
    const weight: Term = {
      kind: 'apply',
      function: symbol,
      arguments: [
        ...(index === null ? [] : [{ sort: 'natural' as const, value: index }]),
        { sort: 'point' as const, value: over },
      ],
    };
    return { ...value, of: term.multiply(weight, rebuilt(of, heavy)) };
  };
  return { ...rebuilt(content, heavy), weights: [...weights.values()] };
}

function isSum(value: object): value is Extract<Term, { kind: 'sum' }> {
  return 'kind' in value && value.kind === 'sum' && 'over' in value;
}
