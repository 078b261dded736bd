import fc from 'fast-check';
import { type NetworkCase, networks, smoothActivations } from 'fisher-rao/testing';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { groupSize, headNames, networkProgram, outputCount, parameterCount } from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

/** The outputs of the network of a case. */
function outputs({ model, theta, inputs, samples }: NetworkCase): Float64Array {
  const program = networkProgram(model.network, samples, 'float64');
  const x = tensor('float64', program.inputs[1]!.variable.type.shape, inputs);
  const [{ name }] = program.outputs as unknown as [{ name: string }];
  return evaluate(program, { theta: tensor('float64', [theta.length], theta), x })[name]!.data as Float64Array;
}

describe.each(headNames)('networks with the head %s', (name) => {
  it('fit their parameters, inputs and head, and have finite outputs', () => {
    fc.assert(
      fc.property(networks({ heads: [name] }), (one) => {
        const { network, head } = one.model;
        expect(one.theta).toHaveLength(parameterCount(network));
        expect(outputCount(network) % groupSize(head, outputCount(network))).toBe(0);
        const h = outputs(one);
        expect(h).toHaveLength(one.samples * outputCount(network));
        expect(h.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

it('networks are as wide and deep as told, with the activations told', () => {
  expect(smoothActivations).toContain('tanh');
  expect(smoothActivations).not.toContain('relu');
  const drawn = fc.sample(networks({ hidden: ['relu'], heads: ['normal'], width: 5, depth: 3, samples: 7 }), {
    numRuns: 200,
    seed: 1,
  });
  const dense = drawn.map(({ model }) => model.network).filter((network) => network.kind === 'dense');
  expect(Math.max(...dense.flatMap(({ widths }) => widths))).toBe(5);
  expect(Math.max(...dense.map(({ widths }) => widths.length))).toBe(4);
  expect(Math.max(...drawn.map(({ samples }) => samples))).toBe(7);
  expect(new Set(dense.map(({ activation }) => activation))).toEqual(new Set(['relu']));
});
