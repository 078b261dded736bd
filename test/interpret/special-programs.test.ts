import { expect, test } from 'vitest';
import { jets, realNumbers } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { programField } from '../../src/interpret/index.ts';
import { buildProgram, scalar, tensor, tensorType } from '../../src/program/index.ts';
import { jvp } from '../../src/transform/index.ts';

const functions = ['erf', 'besselRatio', 'logBesselI0'] as const;
const points = [1e-8, 0.003, 0.7, 2.4, 5.9, 6.1, 24.9, 25.1, 300, 1e4].flatMap((x) => [x, -x]);

test.each(functions)('the program of %s computes what the real numbers compute, entry by entry', (name) => {
  const program = buildProgram('f', { x: tensorType('float64', [points.length]) }, (b, { x }) => ({
    y: programField(b, 'float64')[name](x!),
  }));
  const values = evaluate(program, { x: tensor('float64', [points.length], points) })['y']!.data;
  points.forEach((x, k) => {
    const expected = realNumbers[name](x);
    // log I0 near zero is the logarithm of a mean near one
    expect(Math.abs(values[k]! - expected)).toBeLessThan(
      1e-14 * Math.abs(expected) + (name === 'logBesselI0' ? 1e-15 : 0),
    );
  });
});

test.each(functions)('the derivative of the program of %s is that of the function', (name) => {
  const program = jvp(
    buildProgram('f', { x: tensorType('float64') }, (b, { x }) => ({ y: programField(b, 'float64')[name](x!) })),
    { wrt: ['x'] },
  );
  const field = jets(1, 1);
  for (const x of [0.003, -0.7, 5.9, 24.9, 300]) {
    const [tangent, output] = [program.inputs.at(-1)!.name, program.outputs.at(-1)!.name];
    const derivative = evaluate(program, { x: scalar(x), [tangent]: scalar(1) })[output]!.data[0]!;
    expect(Math.abs(derivative - field[name](field.coordinate(0, x)).coefficients[1]!)).toBeLessThan(1e-13);
  }
});
