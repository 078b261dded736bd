import { rationalToNumber } from '../algebra/index.ts';
import { evaluateExpression, realNumbers } from '../calculus/index.ts';
import type { Family, SampleSpace } from '../families/index.ts';
import { constantOf, finiteLogDensities, programField } from '../interpret/index.ts';
import type { Builder, Variable } from '../program/index.ts';
import type { Head } from './head.ts';
import { groupColumns, lawHead, meaningOfOutputs } from './law-head.ts';

/** A family over finitely many states. */
export type FiniteLaw = Family & { readonly sampleSpace: SampleSpace & { readonly kind: 'finite' } };

/**
 * The head of a law over finitely many states, in coordinates z1, z2, ... that may be redundant. Its Fisher metric is that
 * of the states' probabilities, 2 sqrt(p_k) a flat isometric embedding of it, whatever they depend on:
 * d(2 sqrt p) d(2 sqrt p) = p dlog p dlog p. Errors as those of {@link lawHead}.
 */
export function finiteHead(law: FiniteLaw, description: string): Head {
  const size = law.coordinates.length;
  return lawHead({
    law,
    description,
    draw: (z, random) => {
      const meaning = (name: string): number => {
        const constant = constantOf(law, name);
        if (constant !== undefined) return rationalToNumber(constant);
        const place = law.coordinates.findIndex((coordinate) => coordinate.name === name);
        return place < 0 ? Math.PI : z[place]!;
      };
      const shift = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
      const probabilities = finiteLogDensities(realNumbers, law, meaning, shift).map(
        ({ weight, logDensity }) => weight * Math.exp(logDensity),
      );
      let left = random.uniform() * probabilities.reduce((sum, p) => sum + p, 0);
      const chosen = probabilities.findIndex((p) => {
        left -= p;
        return left < 0;
      });
      return law.sampleSpace.states.at(chosen)!.map(rationalToNumber);
    },
    embedding: (b, h) => {
      const columns = groupColumns(b, h, size);
      const { shape, dtype } = columns[0]!.type;
      const field = programField(b, dtype);
      const roots = normalised(b, law, columns).map(({ weight, logDensity }) =>
        b.broadcast(b.multiply(field.multiply(b.sqrt(weight), b.exp(b.multiply(logDensity, 0.5))), 2), shape),
      );
      return b.concatenate(roots, 1);
    },
    ...(law.normalised ? {} : { logIntegral: (b, outputs) => logSum(b, law, outputs) }),
  });
}

/** The normalised log-densities of the states. */
function normalised(b: Builder, law: FiniteLaw, outputs: readonly Variable[]) {
  const { shape, dtype } = outputs[0]!.type;
  // The largest of them, off before exponentials are summed, carries no derivative: the result does not depend on it.
  const shift = (values: readonly Variable[]): Variable => {
    const rows = values.map((value) => b.reshape(b.broadcast(b.stopGradient(value), shape), [...shape, 1]));
    return b.reduceMax(b.concatenate(rows, shape.length), [shape.length]);
  };
  return finiteLogDensities(programField(b, dtype), law, meaningOfOutputs(b, law, outputs), shift);
}

/** The logarithm of the sum of the density over the states: what normalising takes off the density of the first. */
function logSum(b: Builder, law: FiniteLaw, outputs: readonly Variable[]): Variable {
  const { variables, states } = law.sampleSpace;
  const field = programField(b, outputs[0]!.type.dtype);
  const meaning = meaningOfOutputs(b, law, outputs);
  const first = evaluateExpression(field, law.logDensity, (name) => {
    const place = variables.indexOf(name);
    return place < 0 ? meaning(name) : field.fromRational(states[0]![place]!);
  });
  return b.subtract(first, normalised(b, law, outputs)[0]!.logDensity);
}
