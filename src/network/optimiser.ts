import { ShapeError } from '../errors.ts';

/** How a gradient moves the parameters, as data: Adam [Kingma-Ba 2015, algorithm 1]. */
export interface Optimiser {
  readonly kind: 'adam';
  /** Step size. */
  readonly rate: number;
  /** Decay rates of the running first and second moment of the gradient. */
  readonly decay: readonly [first: number, second: number];
  /** Added to the root of the second moment, so that a vanishing gradient divides by something. */
  readonly regulariser: number;
}

/** What an optimiser remembers between steps. */
export interface OptimiserState {
  readonly steps: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Adam with the decay rates its authors recommend. */
export function adam(rate = 1e-3): Optimiser {
  return { kind: 'adam', rate, decay: [0.9, 0.999], regulariser: 1e-8 };
}

/** The memory of an optimiser that has seen nothing yet. */
export function initialOptimiserState(parameters: number): OptimiserState {
  return { steps: 0, first: new Float64Array(parameters), second: new Float64Array(parameters) };
}

/**
 * One step: the parameters after `gradient`, and the new memory. Nothing given is changed.
 *
 * Law: Adam's first step moves every parameter by `rate` against the sign of its gradient (up to the regulariser).
 *
 * @throws ShapeError if theta, gradient and state differ in length.
 */
export function optimiserStep(
  optimiser: Optimiser,
  state: OptimiserState,
  theta: Float64Array,
  gradient: ArrayLike<number>,
): { readonly theta: Float64Array; readonly state: OptimiserState } {
  const count = theta.length;
  if (gradient.length !== count || state.first.length !== count) {
    throw new ShapeError(
      `An optimiser step needs one gradient entry and moment per parameter: ${count} parameters, ` +
        `${gradient.length} gradient entries, ${state.first.length} moments.`,
    );
  }
  const { rate, regulariser } = optimiser;
  const [decayFirst, decaySecond] = optimiser.decay;
  const steps = state.steps + 1;
  const correctFirst = 1 - decayFirst ** steps;
  const correctSecond = 1 - decaySecond ** steps;
  const moved = new Float64Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const slope = gradient[i]!;
    first[i] = decayFirst * state.first[i]! + (1 - decayFirst) * slope;
    second[i] = decaySecond * state.second[i]! + (1 - decaySecond) * slope * slope;
    moved[i] = theta[i]! - (rate * (first[i]! / correctFirst)) / (Math.sqrt(second[i]! / correctSecond) + regulariser);
  }
  return { theta: moved, state: { steps, first, second } };
}
