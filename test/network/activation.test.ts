import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { type Activation, activations } from '../../src/network/index.ts';
import { buildProgram, tensor, tensorType } from '../../src/program/index.ts';

const definitions: Readonly<Record<Activation, (x: number) => number>> = { tanh: Math.tanh };

test.each(Object.keys(activations) as Activation[])('the activation %s is the function of that name', (name) => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (x) => {
      const type = tensorType('float64', [1]);
      const program = buildProgram(name, { x: type }, (b, { x }) => ({ y: activations[name](b, x) }));
      const { y } = evaluate(program, { x: tensor('float64', [1], [x]) });
      expect(y!.data[0]).toBeCloseTo(definitions[name](x), 14);
    }),
  );
});
