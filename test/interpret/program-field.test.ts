import { expect, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { evaluateExpression, parseExpression, realNumbers } from '../../src/calculus/index.ts';
import { evaluate } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { programField } from '../../src/interpret/index.ts';
import { buildProgram, scalar, tensor, tensorType } from '../../src/program/index.ts';
import { simplify } from '../../src/transform/index.ts';

const real = tensorType('float64');

function valueAt(text: string, x: number): number {
  const program = buildProgram('f', { x: real }, (b, variables) => ({
    y: evaluateExpression(programField(b, 'float64'), parseExpression(text), () => variables.x),
  }));
  return evaluate(program, { x: scalar(x) })['y']!.data[0]!;
}

test.each([
  '1/3 + x - 2*x/7',
  'x^5 - x^-3',
  'sqrt(x) + x^(3/2) + x^(-1/2) + x^(2/3)',
  'exp(-x^2/2)*log(x) - -x',
  'x^x',
])('the program of %s computes what the real numbers compute', (text) => {
  const expected = evaluateExpression(realNumbers, parseExpression(text), () => 1.7);
  expect(valueAt(text, 1.7)).toBeCloseTo(expected, 13);
});

test('log means log|a|, as in the exact layer', () => {
  expect(valueAt('log(x)', -Math.E)).toBeCloseTo(1, 15);
  expect(valueAt('log(x)', -1e-300)).toBeCloseTo(-300 * Math.LN10, 12); // log(a^2)/2 would be -infinity
  expect(valueAt('log(x)', 0)).toBe(Number.NEGATIVE_INFINITY);
});

test('zero absorbs and one disappears: nothing is written for them', () => {
  const program = buildProgram('f', { x: real }, (b, { x }) => {
    const f = programField(b, 'float64');
    return { y: f.sum([f.multiply(f.zero, x), f.multiply(f.one, x), f.negate(f.zero)]), z: f.power(x, rational(0)) };
  });
  expect(simplify(program).equations.map((e) => e.primitive)).toEqual(['constant']);
});

test('scalars and vectors mix, entry by entry', () => {
  const program = buildProgram('f', { x: real, v: tensorType('float64', [3]) }, (b, { x, v }) => ({
    y: programField(b, 'float64').multiply(x, v),
  }));
  expect(Array.from(evaluate(program, { x: scalar(2), v: tensor('float64', [3], [1, 2, 3]) })['y']!.data)).toEqual([
    2, 4, 6,
  ]);
});

// mpmath, 40 digits: loggamma, psi(n, x); the points are exact in both formats.
const places = [0.0625, 0.5, 1.375, 2.75, 7.25, 40, 1000];
const polygammas: readonly (readonly [order: number, values: readonly number[]])[] = [
  [
    -1,
    [
      2.7396316219462036, 0.5723649429247001, -0.11775527074107878, 0.47521466691493713, 7.0521854507385395,
      106.63176026064346, 5905.220423209181,
    ],
  ],
  [
    0,
    [
      -16.478853490060104, -1.9635100260214235, -0.08733238247847291, 0.8189010249754326, 1.910453526883736,
      3.676327374034843, 6.907255195648812,
    ],
  ],
  [
    1,
    [
      257.5064200429154, 4.934802200544679, 1.0506665216503968, 0.43757125764893073, 0.14787923315893217,
      0.02531510384129103, 0.0010005001666666333,
    ],
  ],
  [
    2,
    [
      -8194.042305550363, -16.82879664423432, -1.036192571108218, -0.18871463303130123, -0.02182895229519774,
      -0.0006408202718352986, -1.0010004999998333e-6,
    ],
  ],
  [
    3,
    [
      393221.1503699997, 97.40909103400244, 1.9466876539468891, 0.16061612748946938, 0.0064330375979401565,
      3.24414001515635e-5, 2.003001999999e-9,
    ],
  ],
];

test.each(polygammas)('polygamma of order %d is right in both number formats', async (order, values) => {
  const engine = onnxEngine();
  for (const [dtype, tolerance] of [
    ['float64', 1e-13],
    ['float32', 1e-6],
  ] as const) {
    const program = buildProgram('f', { x: tensorType(dtype, [places.length]) }, (b, { x }) => ({
      y: programField(b, dtype).polygamma(order, x),
    }));
    const executable = await engine.compile(program);
    const { y } = await executable.run({ x: tensor(dtype, [places.length], places) });
    await executable.dispose();
    values.forEach((value, i) => {
      // log Gamma and digamma are differences of numbers of size 10 and 1: their error is absolute where they are small.
      const size = Math.max(Math.abs(value), order === -1 ? 10 : order === 0 ? 1 : 0);
      expect(Math.abs(y!.data[i]! - value) / size, `at ${places[i]}`).toBeLessThan(tolerance);
    });
  }
});

test.each(['erf', 'besselRatio', 'logBesselI0', 'sin', 'cos', 'tan'] as const)(
  '%s is right in float32 too',
  async (name) => {
    const points = [0.0625, -0.5, 1.375, 5.75, -6.5, 24, 26, 1000].slice(0, name === 'tan' ? 4 : undefined);
    const program = buildProgram('f', { x: tensorType('float32', [points.length]) }, (b, { x }) => ({
      y: programField(b, 'float32')[name](x),
    }));
    const executable = await onnxEngine().compile(program);
    const { y } = await executable.run({ x: tensor('float32', [points.length], points) });
    await executable.dispose();
    points.forEach((x, i) => {
      const expected = realNumbers[name](x);
      // log I0 of a small number is the logarithm of a mean near one.
      const size = Math.max(Math.abs(expected), name === 'logBesselI0' ? 1 : 0);
      expect(Math.abs(y!.data[i]! - expected) / size, `at ${x}`).toBeLessThan(1e-6);
    });
  },
);
