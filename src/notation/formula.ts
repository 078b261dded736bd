import { NotationError } from '../errors.ts';

/** An index of a tensor; `up` is contravariant, `down` covariant. */
export interface Index {
  readonly name: string;
  readonly position: 'up' | 'down';
}

/**
 * A formula in index notation: plain data without meaning until interpreted. Repeated indices, once up and once down
 * within a product, are summed. Only the builders of this file make formulas, and they check the indices.
 */
export type Formula =
  | { readonly kind: 'coefficient'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'tensor'; readonly name: string; readonly indices: readonly Index[] }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'product'; readonly factors: readonly Formula[] }
  | { readonly kind: 'partial'; readonly index: Index; readonly of: Formula }
  | { readonly kind: 'expectation'; readonly of: Formula };

/**
 * Indices written as in TeX: `^k_i_j` has k up, i and j down; `^k_ij` means the same. One letter an index.
 * Throws {@link NotationError} for anything else.
 */
export function indices(text: string): Index[] {
  if (!/^([\^_][a-z]+)*$/.test(text)) {
    throw new NotationError(`expected indices such as "^k_ij", one letter each, got "${text}"`);
  }
  return [...text.matchAll(/([\^_])([a-z]+)/g)].flatMap(([, mark, letters]) =>
    [...letters].map((name): Index => ({ name, position: mark === '^' ? 'up' : 'down' })),
  );
}

/** The number numerator / denominator. */
export function coefficient(numerator: number, denominator = 1): Formula {
  return { kind: 'coefficient', numerator, denominator };
}

/** A named tensor with indices as in {@link indices}; without indices, a scalar. A dummy within it is contracted. */
export function tensor(name: string, places = ''): Formula {
  return checked({ kind: 'tensor', name, indices: indices(places) });
}

/** The sum of terms that all have the same free indices. */
export function sum(...terms: Formula[]): Formula {
  return checked({ kind: 'sum', terms });
}

/** The product, contracted over the indices that occur once up and once down. */
export function product(...factors: Formula[]): Formula {
  return checked({ kind: 'product', factors });
}

/** -f. */
export function minus(f: Formula): Formula {
  return product(coefficient(-1), f);
}

/** The partial derivative along the coordinate with the given (lower) index: `partial('_k', f)`. */
export function partial(place: string, of: Formula): Formula {
  const [index, ...rest] = indices(place);
  if (index === undefined || rest.length > 0 || index.position === 'up') {
    throw new NotationError(`a partial derivative carries one lower index such as "_k", got "${place}"`);
  }
  return checked({ kind: 'partial', index, of });
}

/** The expectation over the sample space, under the model at the same parameters. */
export function expectation(of: Formula): Formula {
  return checked({ kind: 'expectation', of });
}

function checked(f: Formula): Formula {
  freeIndices(f);
  return f;
}

const show = ({ name, position }: Index): string => `${position === 'up' ? '^' : '_'}${name}`;

/**
 * The free indices of a formula in the order of first occurrence. Throws {@link NotationError} where an index occurs
 * more than twice, twice in one position, or where the terms of a sum disagree, or where a dummy shadows another index.
 */
export function freeIndices(f: Formula): Index[] {
  switch (f.kind) {
    case 'coefficient':
      return [];
    case 'tensor':
      return contracted(f.indices, f);
    case 'partial':
      refuseShadowing([tensorLike(f.index), f.of]);
      return contracted([f.index, ...freeIndices(f.of)], f);
    case 'expectation':
      return freeIndices(f.of);
    case 'product':
      refuseShadowing(f.factors);
      return contracted(f.factors.flatMap(freeIndices), f);
    case 'sum': {
      const [first, ...others] = f.terms.map((term) => freeIndices(term).map(show).sort().join(' '));
      const odd = others.find((names) => names !== first);
      if (odd !== undefined) {
        throw new NotationError(`the terms of a sum must have the same free indices, got "${first}" and "${odd}"`);
      }
      return f.terms.length === 0 ? [] : freeIndices(f.terms[0]);
    }
  }
}

function contracted(all: readonly Index[], f: Formula): Index[] {
  return all.filter((index, place) => {
    const others = all.filter((other, elsewhere) => elsewhere !== place && other.name === index.name);
    if (others.length > 1 || others.some((other) => other.position === index.position)) {
      throw new NotationError(
        `index ${index.name} occurs ${others.length + 1} times in one ${f.kind} (${all.map(show).join(' ')}): a dummy occurs once up and once down`,
      );
    }
    return others.length === 0;
  });
}

/** The dummies that a formula sums over by itself, below or at its top. */
export function dummyIndices(f: Formula): string[] {
  switch (f.kind) {
    case 'coefficient':
      return [];
    case 'tensor':
      return repeated(f.indices);
    case 'partial':
      return [...repeated([f.index, ...freeIndices(f.of)]), ...dummyIndices(f.of)];
    case 'expectation':
      return dummyIndices(f.of);
    case 'product':
      return [...repeated(f.factors.flatMap(freeIndices)), ...f.factors.flatMap(dummyIndices)];
    case 'sum':
      return f.terms.flatMap(dummyIndices);
  }
}

function repeated(all: readonly Index[]): string[] {
  return [...new Set(all.map(({ name }) => name).filter((name, place, names) => names.indexOf(name) !== place))];
}

/** An index that an operator carries, as a factor of its own. */
function tensorLike(index: Index): Formula {
  return { kind: 'tensor', name: 'partial', indices: [index] };
}

function refuseShadowing(factors: readonly Formula[]): void {
  factors.forEach((factor, place) => {
    const inner = dummyIndices(factor);
    const outer = factors.flatMap((other, elsewhere) =>
      elsewhere === place ? freeIndices(other) : [...freeIndices(other), ...dummyIndices(other).map(asIndex)],
    );
    const shadowed = inner.find((name) => outer.some((index) => index.name === name));
    if (shadowed !== undefined) {
      throw new NotationError(`the dummy ${shadowed} is used again beside the factor that sums over it: rename one`);
    }
  });
}

function asIndex(name: string): Index {
  return { name, position: 'down' };
}
