import { describe, expect, test } from 'vitest';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import {
  definitionCurvature,
  type FisherPoint,
  factoredTrace,
  fisherImmersion,
  fisherMatrix,
  fisherMetricPoint,
  gaussCurvature,
  outputFactors,
} from '../../src/methods/index.ts';
import {
  declaredHead,
  denseNetwork,
  type Head,
  type HeadDeclaration,
  headByName,
  headGeometry,
  outputCount,
  targetCount,
} from '../../src/network/index.ts';
import { sampleVectors } from '../methods/sample-immersions.ts';
import { sampleInputs, sampleParameters } from '../network/sample-networks.ts';

const engine = onnxEngine({ threads: 1 });

function pointOf(head: Head, widths: readonly number[], damping: number, samples: number): FisherPoint {
  const network = denseNetwork(widths);
  const [theta, inputs] = [sampleParameters(network), sampleInputs(samples, widths[0]!)];
  return { model: { network, head }, theta, inputs, samples, damping, dtype: 'float64' };
}

const targetCountOf = ({ model }: FisherPoint) => targetCount(model.head, outputCount(model.network)) as 1 | 2 | 3;

async function numbersOf(point: FisherPoint) {
  const immersion = await fisherImmersion(point, engine);
  const { v, w } = sampleVectors(point);
  const labels = Array.from({ length: point.samples }, (_, n) => n % 2);
  const pairs = labels.flatMap((k) => [1 - k, k]);
  const targets = { 1: labels, 2: pairs, 3: labels.flatMap((k) => [1 - k, k, 0]) }[targetCountOf(point)]!;
  const traces = [];
  for (const kind of [{ kind: 'exact' }, { kind: 'empirical', targets }] as const)
    traces.push(await factoredTrace(point, await outputFactors(point, kind, engine), engine));
  const matrix = (await fisherMatrix(immersion)).to1DArray();
  const curvature = await gaussCurvature(immersion, { plane: [v, w], direction: v });
  await immersion.dispose();
  return { traces, matrix, curvature };
}

const softmax = 'exp(z1)+exp(z2)+exp(z3)';
const cases: readonly (readonly [string, HeadDeclaration, Head, readonly number[], number])[] = [
  [
    'Poisson',
    {
      density: 'lambda^x*exp(-lambda)/x!',
      variable: 'x natural',
      parameters: 'lambda positive',
      links: { lambda: 'exp(z1)' },
    },
    headByName('poisson'),
    [2, 2, 1],
    0.05,
  ],
  [
    'Bernoulli',
    { density: 'p^x*(1-p)^(1-x)', variable: 'x {0,1}', parameters: 'p unit', links: { p: '1/(1+exp(-z1))' } },
    headByName('bernoulli'),
    [2, 2, 1],
    0.05,
  ],
  [
    'categorical with three classes',
    {
      family: 'categorical',
      parameters: { n: 3 },
      links: { p1: `exp(z1)/(${softmax})`, p2: `exp(z2)/(${softmax})` },
    },
    headByName('categorical'),
    [2, 2, 3],
    0.1,
  ],
  [
    'normal with learned variance, in its natural parameters',
    {
      logDensity: 'a*x + b*x^2 + a^2/(4*b) + log(-b/pi)/2',
      variable: 'x real',
      parameters: 'a real, b -inf..0',
      links: { a: 'z1', b: '-exp(z2)' },
    },
    headByName('normal-learned-variance'),
    [1, 2, 2],
    0.1,
  ],
];

describe.each(cases)('the %s head of a user', (_, declaration, built, widths, damping) => {
  test('gives the numbers of the head that is built in: Fisher matrix, traces, curvature', async () => {
    const found = await numbersOf(pointOf(declaredHead(declaration), widths, damping, 6));
    const expected = await numbersOf(pointOf(built, widths, damping, 6));
    const largest = expected.matrix.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    const worst = found.matrix.reduce((a, entry, i) => Math.max(a, Math.abs(entry - expected.matrix[i]!)), 0);
    expect(worst / largest).toBeLessThan(1e-12);
    found.traces.forEach((trace, i) => {
      expect(Math.abs(trace / expected.traces[i]! - 1)).toBeLessThan(1e-12);
    });
    for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
      expect(Math.abs(found.curvature[quantity]! / expected.curvature[quantity]! - 1)).toBeLessThan(1e-11);
  });
});

/** Two coordinates with a common variance: a curved exponential family here, a full one as `isotropic`. */
const plane = { mu1: 'z1', mu2: 'z2', s11: 'exp(z3)', s12: '0', s22: 'exp(z3)' };

test('the Riemann tensor of a submanifold and the third cumulants of a full family give the same curvature', async () => {
  const isotropic = { mu1: 'z1', mu2: 'z2', sigma: 'exp(z3/2)' };
  const [curved, full] = [
    { family: 'multivariate-normal', parameters: { n: 2 }, links: plane },
    { family: 'multivariate-normal-isotropic', parameters: { n: 2 }, links: isotropic },
  ].map((declaration) => declaredHead(declaration));
  expect([headGeometry(curved!, 3).curvature, headGeometry(full!, 3).curvature]).toEqual(['riemann', 'cumulants']);
  const [found, expected] = [
    await numbersOf(pointOf(curved!, [1, 1, 3], 0.1, 4)),
    await numbersOf(pointOf(full!, [1, 1, 3], 0.1, 4)),
  ];
  for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
    expect(Math.abs(found.curvature[quantity]! / expected.curvature[quantity]! - 1)).toBeLessThan(1e-10);
});

describe.each([
  [
    'inverse Gaussian',
    {
      density: 'sqrt(l/(2*pi*x^3))*exp(-l*(x-m)^2/(2*m^2*x))',
      variable: 'x positive',
      parameters: 'm positive, l positive',
      links: { m: 'exp(z1)', l: 'exp(z1 - z2)' },
    },
    [1, 2, 2],
  ],
  [
    'exponential',
    { density: 'r*exp(-r*x)', variable: 'x positive', parameters: 'r positive', links: { r: 'exp(z1)' } },
    [1, 3, 1],
  ],
  [
    'Student t, no exponential family',
    { family: 'student-t', parameters: { nu: 3 }, links: { mu: 'z1', sigma: 'exp(z2)' } },
    [1, 2, 2],
  ],
  [
    'normal in the plane, a submanifold of all of them',
    { family: 'multivariate-normal', parameters: { n: 2 }, links: plane },
    [1, 1, 3],
  ],
  [
    'curved normal', // N(z, z^2 + 1), a curve in the normal family
    { family: 'normal', links: { mu: 'z1', sigma: 'sqrt(z1^2 + 1)' } },
    [1, 2, 1],
  ],
] as const)('the head of a law that is not built in, %s', (_, declaration, widths) => {
  test('has by the Gauss equation the curvature of its metric by definition', async () => {
    const point = pointOf(declaredHead(declaration as HeadDeclaration), widths, 0.1, 5);
    const { v, w } = sampleVectors(point);
    const query = { plane: [v, w], direction: v } as const;
    const gauss = await gaussCurvature(await fisherImmersion(point, engine), query);
    const definition = await definitionCurvature(fisherMetricPoint(point), engine, query);
    for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
      expect(Math.abs(gauss[quantity]! / definition[quantity]! - 1)).toBeLessThan(1e-7);
  });
});
