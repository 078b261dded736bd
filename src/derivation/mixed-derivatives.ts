import { rationals } from '../algebra/index.ts';
import {
  addScalars,
  divideScalars,
  exponentialOfScalar,
  logOfScalar,
  multiplyScalars,
  rootOfScalar,
  type Scalar,
  subtractScalars,
} from './scalar.ts';

/**
 * A quantity at a point θ together with its mixed partial derivatives along a list of k directions, each taken at most
 * once: entry S is the derivative along the directions in the set of bits S, entry 0 the value. 2^k entries. These are
 * the truncated power series in k infinitesimals of square zero, so that sums, products, quotients and logarithms of
 * quantities are computed without any formula for a derivative.
 */
export type MixedDerivatives = readonly Scalar[];

/** A quantity that does not depend on θ. */
export function constantQuantity(value: Scalar, directions: number): MixedDerivatives {
  return Array.from({ length: 2 ** directions }, (_, set) => (set === 0 ? value : rationals.zero));
}

/** a + b. */
export function addQuantities(a: MixedDerivatives, b: MixedDerivatives): MixedDerivatives {
  return a.map((value, set) => addScalars(value, b[set]));
}

/** a - b. */
export function subtractQuantities(a: MixedDerivatives, b: MixedDerivatives): MixedDerivatives {
  return a.map((value, set) => subtractScalars(value, b[set]));
}

/** a b by the rule of Leibniz. */
export function multiplyQuantities(a: MixedDerivatives, b: MixedDerivatives): MixedDerivatives {
  return a.map((_, set) =>
    subsetsOf(set).reduce<Scalar>(
      (sum, part) => addScalars(sum, multiplyScalars(a[part], b[set ^ part])),
      rationals.zero,
    ),
  );
}

/** a / b, from b (a/b) = a. Throws {@link DomainError} where b is zero at θ. */
export function divideQuantities(a: MixedDerivatives, b: MixedDerivatives): MixedDerivatives {
  const quotient: Scalar[] = [];
  for (let set = 0; set < a.length; set++) {
    let rest = a[set];
    for (const part of subsetsOf(set)) {
      if (part !== set) rest = subtractScalars(rest, multiplyScalars(quotient[part], b[set ^ part]));
    }
    quotient.push(divideScalars(rest, b[0]));
  }
  return quotient;
}

/** log b, from b (log b)' = b'. Throws {@link DomainError} where b is not positive at θ. */
export function logOfQuantity(b: MixedDerivatives): MixedDerivatives {
  const log: Scalar[] = [logOfScalar(b[0])];
  for (let set = 1; set < b.length; set++) {
    const first = set & -set;
    let rest = b[set];
    for (const part of subsetsOf(set ^ first)) {
      const taken = part | first;
      if (taken !== set) rest = subtractScalars(rest, multiplyScalars(log[taken], b[set ^ taken]));
    }
    log.push(divideScalars(rest, b[0]));
  }
  return log;
}

/** exp b, from (exp b)' = b' exp b. */
export function exponentialOfQuantity(b: MixedDerivatives): MixedDerivatives {
  const exponential: Scalar[] = [exponentialOfScalar(b[0])];
  for (let set = 1; set < b.length; set++) {
    const first = set & -set;
    exponential.push(
      subsetsOf(set ^ first).reduce<Scalar>((sum, part) => {
        const taken = part | first;
        return addScalars(sum, multiplyScalars(b[taken], exponential[set ^ taken]));
      }, rationals.zero),
    );
  }
  return exponential;
}

/** The positive root of b, from √b √b = b. Throws {@link DomainError} where b is not positive at θ. */
export function rootOfQuantity(b: MixedDerivatives): MixedDerivatives {
  const root: Scalar[] = [rootOfScalar(b[0])];
  for (let set = 1; set < b.length; set++) {
    let rest = b[set];
    for (const part of subsetsOf(set)) {
      if (part !== 0 && part !== set) rest = subtractScalars(rest, multiplyScalars(root[part], root[set ^ part]));
    }
    root.push(divideScalars(rest, addScalars(root[0], root[0])));
  }
  return root;
}

function subsetsOf(set: number): readonly number[] {
  const subsets: number[] = [];
  for (let part = 0; part <= set; part++) if ((part & set) === part) subsets.push(part);
  return subsets;
}
