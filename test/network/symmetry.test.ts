import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import {
  type Activation,
  categoricalHead,
  denseNetwork,
  knownSymmetries,
  networkProgram,
  normalHead,
  parameterCount,
} from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';
import { sampleInputs, sampleParameters } from './sample-networks.ts';

const outputs = (network: ReturnType<typeof denseNetwork>, theta: Float64Array) =>
  evaluate(networkProgram(network, 4, 'float64'), {
    theta: tensor('float64', [theta.length], theta),
    x: tensor('float64', [4, 2], sampleInputs(4, 2)),
  })['h']!.data;

describe.each(['relu', 'identity', 'tanh'] as const)('the symmetries of a %s network', (activation: Activation) => {
  const network = denseNetwork([2, 3, 2, 2], activation);
  const theta = sampleParameters(network);
  const symmetries = knownSymmetries({ network, head: categoricalHead() }, theta);

  test('are a rescaling for each hidden unit where the activation is homogeneous, and a shift of the logits', () => {
    expect(symmetries.filter(({ kind }) => kind === 'rescaling').length).toBe(activation === 'tanh' ? 0 : 5);
    expect(symmetries.filter(({ kind }) => kind === 'shift').length).toBe(1);
    expect(knownSymmetries({ network, head: normalHead() }, theta).some(({ kind }) => kind === 'shift')).toBe(false);
  });

  test('leave the outputs as they are, up to the common constant, to second order in the step', () => {
    const step = 1e-4;
    const before = outputs(network, theta);
    for (const { direction, kind } of symmetries) {
      const after = outputs(
        network,
        theta.map((entry, i) => entry + step * direction[i]!),
      );
      const expected = kind === 'shift' ? step : 0;
      // A step along the tangent of the orbit leaves it by step^2.
      after.forEach((h, i) => {
        expect(Math.abs(h - before[i]! - expected)).toBeLessThan(10 * step ** 2);
      });
    }
    expect(symmetries.every(({ direction }) => direction.length === parameterCount(network))).toBe(true);
  });
});
