import { namesInSpace } from './free-variables.ts';
import { keyOf } from './identity.ts';
import { type Natural, variableNatural } from './natural.ts';
import type { SampleSpace } from './space.ts';
import { substitute } from './substitution.ts';
import type { Term } from './term.ts';

/** What binds a variable: a sum over a sample space, or a sum or product over 1, ..., `to`. */
export type Binder =
  | { readonly kind: 'sum'; readonly name: string; readonly space: SampleSpace }
  | { readonly kind: 'range'; readonly name: string; readonly to: Natural; readonly operation: 'sum' | 'product' };

type Bound = Extract<Term, { kind: 'sum' | 'range' }>;

/** The term that binds the binder's variable in a body. */
export function bind(binder: Binder, of: Term): Bound {
  if (binder.kind === 'sum')
    return { kind: 'sum', over: { kind: 'variable', name: binder.name, space: binder.space }, of };
  return { kind: 'range', operation: binder.operation, index: binder.name, to: binder.to, of };
}

/** The binder of a term and its body, the bound variable renamed. */
export function opened(term: Bound, name: string): { readonly binder: Binder; readonly body: Term } {
  if (term.kind === 'sum') {
    const { space } = term.over;
    const points = new Map([[term.over.name, { kind: 'variable', name, space } as const]]);
    return { binder: { kind: 'sum', name, space }, body: substitute(term.of, { points }) };
  }
  const naturals = new Map([[term.index, variableNatural(name)]]);
  const { to, operation } = term;
  return { binder: { kind: 'range', name, to, operation }, body: substitute(term.of, { naturals }) };
}

/**
 * The binder and body under `depth` other binders, the variable named by its level, `#0`, `#1`, ...: no user's name
 * begins so, and the levels around are lower, so that the new name is free.
 */
export function withLevel(term: Bound, depth: number): { readonly binder: Binder; readonly body: Term } {
  return opened(term, `#${depth}`);
}

/** Blocks of more sums than this are left in the order in which they were written. */
const largestBlock = 5;

/**
 * The nested finite sums at the head of a term in the order with the smallest key, among the orders in which no space
 * or bound comes before a variable that it depends on. `canonical` brings a body under so many binders to its form.
 */
export function interchanged(term: Term, depth: number, canonical: (body: Term, depth: number) => Term): Term {
  const block: Binder[] = [];
  let body = term;
  while (isFiniteSum(body)) {
    const inner = opened(body, `#block${block.length}`);
    block.push(inner.binder);
    body = inner.body;
  }
  if (block.length < 2 || block.length > largestBlock) return term;
  const orders = permutations(block).filter(isPossible);
  const forms = orders.map((order) => arranged(order, body, depth, canonical));
  return forms.reduce((best, form) => (keyOf(form) < keyOf(best) ? form : best));
}

function isFiniteSum(term: Term): term is Bound {
  return term.kind === 'sum' || (term.kind === 'range' && term.operation === 'sum');
}

function isPossible(order: readonly Binder[]): boolean {
  return order.every((binder, place) => {
    const later = order.slice(place).map(({ name }) => name);
    return !namesOf(binder).some((name) => later.includes(name));
  });
}

function namesOf(binder: Binder): readonly string[] {
  if (binder.kind === 'sum') return namesInSpace(binder.space);
  return binder.to.variables;
}

function arranged(
  order: readonly Binder[],
  body: Term,
  depth: number,
  canonical: (body: Term, depth: number) => Term,
): Term {
  if (order.length === 0) return canonical(body, depth);
  const nested = order.reduceRight<Term>((inner, binder) => bind(binder, inner), body);
  return relevelled(nested, order.length, depth, canonical);
}

/** Names the outermost binders by their levels and brings what they enclose to canonical form. */
function relevelled(term: Term, count: number, depth: number, canonical: (body: Term, depth: number) => Term): Term {
  if (count === 0 || !isFiniteSum(term)) return canonical(term, depth);
  const { binder, body } = withLevel(term, depth);
  return bind(binder, relevelled(body, count - 1, depth + 1, canonical));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}
