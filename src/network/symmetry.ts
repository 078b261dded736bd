import { denseLayers } from './dense.ts';
import type { NetworkModel } from './loss.ts';
import { parameterCount } from './network.ts';

/** A direction of parameters along which a model's distribution does not change, to first order. */
export interface Symmetry {
  readonly kind: 'rescaling' | 'shift';
  /** For people: which unit or which logits. */
  readonly name: string;
  readonly direction: Float64Array;
}

/** The activations with f(c a) = c f(a) for c > 0. */
const homogeneous = ['relu', 'identity'];

/**
 * The continuous symmetries that a model has by construction, each as its direction at theta: multiplying what enters a
 * unit with a homogeneous activation and dividing what leaves it; adding a constant to all logits of a softmax. Of a graph none is
 * known. The null
 * space of every Fisher matrix of the model contains them; data may add more.
 */
export function knownSymmetries({ network, head }: NetworkModel, theta: ArrayLike<number>): readonly Symmetry[] {
  if (network.kind !== 'dense') return [];
  const layers = denseLayers(network);
  const found: Symmetry[] = [];
  const direction = (fill: (v: Float64Array) => void): Float64Array => {
    const v = new Float64Array(parameterCount(network));
    fill(v);
    return v;
  };
  if (homogeneous.includes(network.activation)) {
    layers.slice(0, -1).forEach(({ inputs, outputs, weight, bias }, l) => {
      const after = layers[l + 1]!;
      for (let i = 0; i < outputs; i += 1) {
        const scaled = direction((v) => {
          for (let j = 0; j < inputs; j += 1) v[weight + i * inputs + j] = theta[weight + i * inputs + j]!;
          v[bias + i] = theta[bias + i]!;
          for (let k = 0; k < after.outputs; k += 1) {
            const at = after.weight + k * after.inputs + i;
            v[at] = -theta[at]!;
          }
        });
        found.push({ kind: 'rescaling', name: `rescaling of unit ${i} of layer ${l}`, direction: scaled });
      }
    });
  }
  if (head.family === 'categorical' && network.outputActivation === 'identity') {
    const { bias, outputs } = layers.at(-1)!;
    found.push({
      kind: 'shift',
      name: 'a constant added to all logits',
      direction: direction((v) => v.fill(1, bias, bias + outputs)),
    });
  }
  return found;
}
