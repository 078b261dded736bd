import {
  type ClosedForm,
  type ClosedForms,
  closedForms,
  type Expression,
  numberPiBeside,
  printClosedForm,
  rootOrders,
} from '../calculus/index.ts';
import { DomainError, InputError } from '../errors.ts';
import type { Family } from '../families/index.ts';
import { amariChentsov } from '../geometry/index.ts';
import {
  type Components,
  exactManifold,
  exactMean,
  exactModel,
  givenManifold,
  type Manifold,
  sampleField,
} from '../interpret/index.ts';
import { type Subject, variablesOf } from './calculation-subject.ts';

/** The tensors of calculations. */
export type TensorName = 'metric' | 'christoffel' | 'riemann' | 'ricci' | 'scalar' | 'cubic';

/** The field of a calculation: its names, with room for the roots in the expressions. */
export function fieldOf(subject: Subject, expressions: readonly Expression[]): ClosedForms {
  if (subject.family !== null) return sampleField(subject.family, subject.symbols, expressions);
  const entries = subject.metric?.entries.flat() ?? [];
  const orders = rootOrders([...expressions, ...entries]);
  const symbols = variablesOf(subject).map(({ name, domain }) => ({ name, positive: domain !== 'real' }));
  const named = [...symbols, { name: numberPiBeside(symbols.map(({ name }) => name)), positive: true }];
  return closedForms(named.map((symbol) => ({ ...symbol, order: orders.get(symbol.name) ?? 1 })));
}

/** Expectations over the family, whose probabilities sum to one where they are listed. */
export function meanOf({ family }: Subject, forms: ClosedForms): ReturnType<typeof exactMean> {
  if (family === null) throw new InputError('E(...) needs a family: the calculation is about none');
  const mean = exactMean(forms, family);
  refuseOtherTotals(family, forms, mean);
  return mean;
}

/** Throws {@link DomainError} where probabilities of outcomes are said to sum to one and do not. */
function refuseOtherTotals(family: Family, forms: ClosedForms, mean: ReturnType<typeof exactMean>): void {
  if (family.sampleSpace.kind !== 'finite' || !family.normalised || family.pivot !== undefined) return;
  const total = mean(() => forms.one);
  if (forms.equals(total, forms.one)) return;
  throw new DomainError(`the probabilities of ${family.name} sum to ${printClosedForm(forms, total)}, not to 1`);
}

/** The manifold that a calculation is about, with the field of its closed forms. */
export interface Found {
  readonly manifold: Manifold<ClosedForm>;
  readonly forms: ClosedForms;
}

/** The family or the metric as a manifold. Throws {@link InputError} where the calculation is about neither. */
export function manifoldOf({ family, metric, symbols }: Subject): Found {
  if (family !== null) {
    const manifold = exactManifold(exactModel(family));
    return { manifold, forms: manifold.field };
  }
  if (metric === null) throw new InputError('the calculation is about no family and no metric: it has no geometry');
  const coordinates = metric.coordinates.map(({ name }) => name);
  const manifold = givenManifold({ coordinates, constants: symbols, entries: metric.entries });
  return { manifold, forms: manifold.field };
}

/** A tensor of the manifold by name. */
export function componentsNamed({ manifold }: Found, name: TensorName): Components<ClosedForm> {
  if (name === 'cubic') {
    if (manifold.expected !== undefined) return manifold.expected(amariChentsov);
    throw new InputError('cubic(i, j, k) needs a family: a metric alone has no Amari-Chentsov tensor');
  }
  return manifold.geometry[name];
}
