import { NotationError } from '../errors.ts';
import { type Formula, freeIndices, type Index, indices } from './formula.ts';

/** Components that exchange of two index places maps to each other, up to sign; places count from 0. */
export interface Symmetry {
  readonly places: readonly [number, number];
  readonly sign: 1 | -1;
}

/** A named tensor defined by a formula in other tensors. */
export interface Definition {
  /** The name under which formulas refer to it, for example `christoffel`. */
  readonly name: string;
  /** Its symbol in TeX, for example `\Gamma`. */
  readonly symbol: string;
  readonly indices: readonly Index[];
  readonly formula: Formula;
  /** Consequences of the formula that save work; the tests check them against the formula. */
  readonly symmetries: readonly Symmetry[];
}

/**
 * The definition `symbol` with `places` := `formula`. Throws {@link NotationError} where the free indices of the two
 * sides differ.
 */
export function define(record: {
  readonly name: string;
  readonly symbol: string;
  readonly places: string;
  readonly formula: Formula;
  readonly symmetries?: readonly Symmetry[];
}): Definition {
  const { name, symbol, places, formula, symmetries = [] } = record;
  const head = indices(places);
  const sorted = (list: readonly Index[]): string =>
    list
      .map((index) => `${index.position} ${index.name}`)
      .sort()
      .join(', ');
  const [left, right] = [sorted(head), sorted(freeIndices(formula))];
  if (left !== right) throw new NotationError(`${name}: the left side has indices ${left}, the right side ${right}`);
  return { name, symbol, indices: head, formula, symmetries };
}
