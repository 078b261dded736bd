import { namesInSpace } from './free-variables.ts';
import { keyOf } from './identity.ts';
import { type Natural, variableNatural } from './natural.ts';
import { isFiniteSpace, type PointVariable, type SamplePoint, type SampleSpace } from './space.ts';
import { substituteInSpace } from './space-substitution.ts';
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
const largestBlock = 7;

/**
 * The nested finite sums at the head of a term in the order with the smallest key, among the orders in which no space
 * or bound comes before a variable that it depends on. `canonical` brings a body under so many binders to its form;
 * `mayChange` says whether the order of integrals over these variables is free.
 */
export function interchanged(
  term: Term,
  depth: number,
  mayChange: (over: readonly PointVariable[], body: Term) => boolean,
  canonical: (body: Term, depth: number) => Term,
): Term {
  let { block, body } = head(term, isSum);
  const points = block.flatMap((binder): readonly PointVariable[] =>
    binder.kind === 'sum' ? [{ kind: 'variable', name: binder.name, space: binder.space }] : [],
  );
  if (!block.every(isFiniteBinder) && !mayChange(points, body)) ({ block, body } = head(term, isFiniteSum));
  if (block.length < 2) return arranged(block, body, depth, canonical);
  if (block.length > largestBlock) return term;
  const marks = new Map(block.map(({ name }) => [name, markOf(name, block, body, depth, canonical)]));
  const marked = (order: readonly Binder[]): string => order.map(({ name }) => marks.get(name)).join('\n');
  const orders = permutations(block).filter(isPossible);
  const first = orders.map(marked).reduce((a, b) => (b < a ? b : a));
  const forms = orders
    .filter((order) => marked(order) === first)
    .map((order) => arranged(order, body, depth, canonical));
  return forms.reduce((best, form) => (keyOf(form) < keyOf(best) ? form : best));
}

/** The binders at the head of a term that are of this kind, and what they enclose. */
function head(
  term: Term,
  isOfKind: (candidate: Term) => candidate is Bound,
): { readonly block: readonly Binder[]; readonly body: Term } {
  const block: Binder[] = [];
  let body = term;
  while (isOfKind(body)) {
    const inner = opened(body, `#block${block.length}`);
    block.push(inner.binder);
    body = inner.body;
  }
  return { block, body };
}

/** What a variable of the block does in the body, whatever the names: only variables alike in this must be permuted. */
function markOf(
  name: string,
  block: readonly Binder[],
  body: Term,
  depth: number,
  canonical: (body: Term, depth: number) => Term,
): string {
  const points = new Map<string, SamplePoint>();
  const naturals = new Map<string, Natural>();
  const mark = (binder: Binder): string => (binder.name === name ? '#this' : '#other');
  for (const binder of block) if (binder.kind === 'range') naturals.set(binder.name, variableNatural(mark(binder)));
  for (const binder of block) {
    if (binder.kind === 'range') continue;
    const space = substituteInSpace(binder.space, { naturals });
    points.set(binder.name, { kind: 'variable', name: mark(binder), space });
  }
  return keyOf(canonical(substitute(body, { points, naturals }), depth + block.length));
}

/** Whether the term is a sum, finite or not. */
function isSum(term: Term): term is Bound {
  return term.kind === 'sum' || (term.kind === 'range' && term.operation === 'sum');
}

/** Whether the term is a sum with finitely many terms. */
export function isFiniteSum(term: Term): term is Bound {
  return term.kind === 'sum' ? isFiniteSpace(term.over.space) : term.kind === 'range' && term.operation === 'sum';
}

/** Whether the binder makes a sum with finitely many terms. */
export function isFiniteBinder(binder: Binder): boolean {
  return binder.kind === 'sum' ? isFiniteSpace(binder.space) : binder.operation === 'sum';
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
  if (count === 0 || !isSum(term)) return canonical(term, depth);
  const { binder, body } = withLevel(term, depth);
  return bind(binder, relevelled(body, count - 1, depth + 1, canonical));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, place) =>
    permutations(items.filter((_, other) => other !== place)).map((rest) => [item, ...rest]),
  );
}
