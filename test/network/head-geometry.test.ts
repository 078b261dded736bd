import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import {
  betaHead,
  declaredHead,
  gammaHead,
  type Head,
  headGeometry,
  learnedVarianceHead,
  poissonHead,
} from '../../src/network/index.ts';
import { tensor } from '../../src/program/index.ts';

function values(head: Head, part: 'metric' | 'connection', points: readonly (readonly [number, number])[]) {
  const program = headGeometry(head, 2)[part](points.length, 'float64');
  const column = (i: 0 | 1) =>
    tensor(
      'float64',
      [points.length],
      points.map((point) => point[i]),
    );
  const outputs = evaluate(program, { z1: column(0), z2: column(1) });
  return (name: string, row = 0): number => outputs[name]!.data[row]!;
}

test('the metric of the normal head with learned variance is that of its natural parameters, pulled back', () => {
  const points = [
    [0.3, -0.4],
    [-2, 1],
  ] as const;
  const at = values(learnedVarianceHead(), 'metric', points);
  points.forEach(([z1, z2], row) => {
    // By hand: d mu = exp(-z2) (dz1 - z1 dz2) / 2, d log sigma = -dz2 / 2, g = d mu^2 / sigma^2 + 2 (d log sigma)^2.
    const half = Math.exp(-z2) / 2;
    expect(at('g_0_0', row)).toBeCloseTo(half, 13);
    expect(at('g_0_1', row)).toBeCloseTo(-z1 * half, 13);
    expect(at('g_1_1', row)).toBeCloseTo(z1 * z1 * half + 1 / 2, 13);
  });
});

describe.each([learnedVarianceHead(), gammaHead(), betaHead()])('the geometry of the $family head', (head) => {
  const z = [0.4, -0.3] as const;
  const at = values(head, 'connection', [z]);
  const metric = (a: number, b: number, point: readonly [number, number] = z): number =>
    values(head, 'metric', [point])(`g_${Math.min(a, b)}_${Math.max(a, b)}`);

  test('has Christoffel symbols that are those of its metric, by central differences', () => {
    const step = 1e-4;
    const slope = (k: number, a: number, b: number): number => {
      const moved = (sign: number) => [z[0] + (k === 0 ? sign * step : 0), z[1] + (k === 1 ? sign * step : 0)] as const;
      return (metric(a, b, moved(1)) - metric(a, b, moved(-1))) / (2 * step);
    };
    for (const [c, a, b] of [
      [0, 0, 0],
      [0, 0, 1],
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ] as const) {
      const first = (slope(a, c, b) + slope(b, c, a) - slope(c, a, b)) / 2;
      const lowered = metric(c, 0) * at(`c_0_${a}_${b}`) + metric(c, 1) * at(`c_1_${a}_${b}`);
      // Central differences err by step^2 times third derivatives of order one.
      expect(lowered).toBeCloseTo(first, 6);
    }
  });

  test('has the curvature that its third cumulants give: (|T|^2 - |tau|^2) / 4, as in the connection', () => {
    const [g00, g01, g11] = [metric(0, 0), metric(0, 1), metric(1, 1)];
    const determinant = g00 * g11 - g01 * g01;
    // A fact of its own for the normal family: scalar curvature -1, whatever the coordinates.
    const inverse = [
      [g11 / determinant, -g01 / determinant],
      [-g01 / determinant, g00 / determinant],
    ];
    const t = (...indices: number[]): number => at(`t_${[...indices].sort().join('_')}`);
    let [square, tau] = [0, 0];
    const both = [0, 1];
    for (const i of both)
      for (const j of both)
        for (const k of both)
          for (const a of both)
            for (const b of both)
              for (const c of both) {
                square += inverse[i]![a]! * inverse[j]![b]! * inverse[k]![c]! * t(i, j, k) * t(a, b, c);
                tau += inverse[i]![j]! * inverse[a]![b]! * inverse[k]![c]! * t(i, j, k) * t(a, b, c);
              }
    const scalar = (square - tau) / 4;
    if (head.family === 'normal-learned-variance') expect(scalar).toBeCloseTo(-1, 11);
    else expect(scalar).toBeLessThan(0);
  });
});

test('curvature comes from third cumulants in full exponential families, from the Riemann tensor in others', () => {
  expect(headGeometry(poissonHead(), 1).curvature).toBe('flat');
  expect(headGeometry(gammaHead(), 2).curvature).toBe('cumulants');
  const student = declaredHead({ family: 'student-t', parameters: { nu: 3 }, links: { mu: 'z1', sigma: 'exp(z2)' } });
  const geometry = headGeometry(student, 2);
  expect(geometry.curvature).toBe('riemann');
  const zero = tensor('float64', [1], [0]);
  const values = evaluate(geometry.connection(1, 'float64'), { z1: zero, z2: zero });
  // g = diag((nu + 1)/(nu + 3), 2 nu/(nu + 3)) at sigma = 1, and a scalar curvature -(nu + 3)/nu = -2.
  expect(values['g_0_0']!.data[0]).toBeCloseTo(2 / 3, 13);
  expect(values['g_1_1']!.data[0]).toBeCloseTo(1, 13);
  // R_0101 = K g_00 g_11 with K = -1, and R^0_101 = R_0101 / g_00.
  expect(values['r_0_1_0_1']!.data[0]).toBeCloseTo(-1, 13);
  expect(Object.keys(values).some((name) => name.startsWith('t_'))).toBe(false);
});

test('a law whose expectations have no closed form is refused where its metric is wanted', () => {
  const head = declaredHead({ logDensity: '-(x-m)^2/2 - cosh(x-m)', variable: 'x real', parameters: 'm real' });
  expect(() => headGeometry(head, 1).metric(1, 'float64')).toThrow(/no closed form here: it contains E\[/);
});
