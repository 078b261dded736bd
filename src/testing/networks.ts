import fc from 'fast-check';
import {
  type Activation,
  activations,
  denseNetwork,
  type HeadName,
  hasKink,
  headByName,
  headNames,
  type NetworkModel,
  parameterCount,
} from '../network/index.ts';

/** A network with a head, parameters and inputs: what a Fisher matrix is a function of. */
export interface NetworkCase {
  readonly model: NetworkModel;
  readonly theta: Float64Array;
  /** Row-major, [samples, features]. */
  readonly inputs: Float64Array;
  readonly samples: number;
}

/** What networks to draw. */
export interface NetworkBounds {
  /** The heads by name; all of them unless told. */
  readonly heads?: readonly HeadName[];
  /** Activations; the smooth ones unless told, since at a kink nothing has derivatives. */
  readonly hidden?: readonly Activation[];
  /** Largest number of units in a layer; 3 unless told. */
  readonly width?: number;
  /** Largest number of layers; 2 unless told. */
  readonly depth?: number;
  /** Largest number of samples; 3 unless told. */
  readonly samples?: number;
}

/** The activations that have derivatives of all orders everywhere. */
export const smoothActivations: readonly Activation[] = (Object.keys(activations) as Activation[]).filter(
  (name) => !hasKink(name),
);

/** Numbers from -1 to 1 in steps of 1/16. */
function entries(count: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(fc.integer({ min: -16, max: 16 }), { minLength: count, maxLength: count })
    .map((list) => Float64Array.from(list, (entry) => entry / 16));
}

/** Small dense networks with a head, parameters and inputs between -1 and 1. Their outputs divide into the groups of the head. */
export function networks({
  heads = headNames,
  hidden = smoothActivations,
  width = 3,
  depth = 2,
  samples = 3,
}: NetworkBounds = {}): fc.Arbitrary<NetworkCase> {
  const size = fc.integer({ min: 1, max: width });
  return fc
    .record({
      head: fc.constantFrom(...heads).map((name) => headByName(name)),
      activation: fc.constantFrom(...hidden),
      before: fc.array(size, { minLength: 1, maxLength: depth }),
      last: size,
      samples: fc.integer({ min: 1, max: samples }),
    })
    .chain(({ head, activation, before, last, samples: count }) => {
      // A whole number of groups: of the sizes up to `width`, or one group where it is larger. One class alone is certain.
      const outputs =
        head.group === 'all' ? Math.max(2, last) : head.group * Math.max(1, Math.floor(last / head.group));
      const network = denseNetwork([...before, outputs], activation);
      return fc.record({
        model: fc.constant({ network, head }),
        theta: entries(parameterCount(network)),
        inputs: entries(count * before[0]!),
        samples: fc.constant(count),
      });
    });
}
