import { determinant, parseRational } from '../algebra/index.ts';
import { DomainError, InputError } from '../errors.ts';
import { amariChentsov, einstein, fisherMetricFromHessian } from '../geometry/index.ts';
import {
  alphaGeometry,
  bianchiResiduals,
  type Components,
  type Manifold,
  type Nested,
  nested,
  sectionalCurvature,
  square,
  tensorOn,
  weylTensor,
} from '../interpret/index.ts';
import { type Derived, isAlpha, type Quantity } from './derive-request.ts';

/** How components of one field are shown: closed forms as text, jets as numbers. */
export interface Showing<E, S> {
  readonly value: (value: E) => S;
  /** What stands for an identity that says that all these components vanish. */
  readonly vanishing: (components: readonly E[]) => S;
}

/**
 * A quantity of a manifold. Throws {@link InputError} for one that needs a family where a metric was given, and
 * {@link DomainError} where it is not defined.
 */
export function quantityOf<E, S>(manifold: Manifold<E>, quantity: Quantity, showing: Showing<E, S>): Derived<S> {
  const { field, geometry, coordinates } = manifold;
  const all = (tensor: Components<E>) => nested(field.dimension, tensor, showing.value);
  if (isAlpha(quantity)) {
    const { christoffel, riemann, scalar } = alphaGeometry(
      manifold,
      thirdMoment(manifold, quantity),
      alphaOf(quantity),
    );
    return { christoffel: all(christoffel), riemann: all(riemann), scalar: all(scalar) };
  }
  switch (quantity) {
    case 'inverse':
      return all(geometry.inverseMetric);
    case 'determinant':
      return showing.value(determinant(field, square(field, geometry.metric)));
    case 'einstein':
      return all(tensorOn(manifold, einstein));
    case 'weyl':
      return all(weylTensor(manifold));
    case 'bianchi': {
      const { first, second } = bianchiResiduals(manifold);
      const verdict = (tensor: Components<E>): S => {
        const list: E[] = [];
        nested(field.dimension, tensor, (value) => list.push(value));
        return showing.vanishing(list);
      };
      return { first: verdict(first), second: verdict(second) };
    }
    case 'sectional': {
      const curvature = sectionalCurvature(manifold);
      const planes = coordinates.flatMap((first, i) =>
        coordinates.slice(i + 1).map((second, j) => ({ i, j: i + 1 + j, key: `${first},${second}` })),
      );
      return Object.fromEntries(
        planes.map(({ i, j, key }) => {
          const value = curvature(i, j);
          return [key, value === null ? null : showing.value(value)];
        }),
      );
    }
    case 'amari-chentsov':
      return all(thirdMoment(manifold, quantity));
    default:
      return all(geometry[quantity]);
  }
}

/**
 * -E[Hessian] of the log-density: the metric of a regular family, another matrix for one that is not. A component whose
 * expectation does not exist is `null`.
 */
export function minusMeanHessian<E, S>({ field, expected }: Manifold<E>, show: (value: E) => S): Nested<S | null> {
  if (expected === undefined) throw new InputError('-E[Hessian] is an expectation: a metric alone has none');
  const tensor = expected(fisherMetricFromHessian);
  const component = (i: number, j: number): S | null => {
    try {
      return show(tensor.at([i, j]));
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  };
  const range = Array.from({ length: field.dimension }, (_, index) => index);
  return range.map((i) => range.map((j) => component(i, j)));
}

/** The number of `alpha=1/2`, whose few digits fit into numbers. */
function alphaOf(quantity: `alpha=${string}`): { readonly numerator: number; readonly denominator: number } {
  const { numerator, denominator } = parseRational(quantity.slice('alpha='.length));
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

function thirdMoment<E>({ expected }: Manifold<E>, quantity: Quantity): Components<E> {
  if (expected !== undefined) return expected(amariChentsov);
  throw new InputError(`${quantity} is a third moment of scores: a family has it, a metric alone has not`);
}
