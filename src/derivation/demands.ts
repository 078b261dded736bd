import { DomainError } from '../errors.ts';
import { type Assumption, keyOfAssumption, normalisationOf } from './assumption.ts';
import { type Scalar, toNumber } from './scalar.ts';
import type { UndeterminedFunction } from './term.ts';

/** What assumptions say about one function. */
export interface Demands {
  readonly symbol: UndeterminedFunction;
  readonly isPositive: boolean;
  readonly isNonnegative: boolean;
  readonly isNonzero: boolean;
  readonly isConstant: boolean;
  readonly isNormalised: boolean;
}

/** What an equation says of a function, if it agrees with what else is demanded of it. */
export function admissible(value: Scalar, demands: Demands, order: number): Scalar {
  const { isPositive, isNonnegative, isNonzero, isConstant, isNormalised } = demands;
  const number = toNumber(value);
  const isWrong =
    (order > 0 && isConstant && number !== 0) ||
    (order === 0 &&
      ((isPositive && !(number > 0)) || (isNonnegative && !(number >= 0)) || (isNonzero && number === 0)));
  if (isWrong || isNormalised) {
    throw new DomainError(
      `the equations assumed are not seen to hold with what else is assumed of ${demands.symbol.name}`,
    );
  }
  return value;
}

/** What is assumed of the values of a function. */
export function demandsOn(symbol: UndeterminedFunction, given: readonly Assumption[]): Demands {
  const declared = new Set(given.map(keyOfAssumption));
  const has = (assumption: Assumption): boolean => declared.has(keyOfAssumption(assumption));
  return {
    symbol,
    isPositive: has({ kind: 'positive', function: symbol }),
    isNonnegative: has({ kind: 'nonnegative', function: symbol }),
    isNonzero: has({ kind: 'nonzero', function: symbol }),
    isConstant: has({ kind: 'constant', function: symbol }),
    isNormalised: has({ kind: 'equation', name: '', claim: normalisationOf(symbol) }),
  };
}
