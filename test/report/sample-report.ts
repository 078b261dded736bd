import type { Report, Timings } from '../../src/report/index.ts';

/** A made report with one of everything; its figures mean nothing. */
export const sampleReport: Report = {
  environment: {
    version: '9.9.9',
    node: 'v20.0.0',
    platform: 'linux x64',
    processors: 2,
    engine: 'onnx float64',
    seed: 7,
    command: 'fisher-rao report --out out',
  },
  families: [
    {
      family: 'normal',
      description: 'The normal distribution with unknown mean & variance.',
      coordinates: ['mu', 'sigma'],
      metric: [
        ['1/sigma^2', '0'],
        ['0', '2/sigma^2'],
      ],
      scalar: '-1',
      latex: {
        metric: 'g = \\begin{pmatrix} \\frac{1}{\\sigma^{2}} & 0 \\\\ 0 & \\frac{2}{\\sigma^{2}} \\end{pmatrix}',
        scalar: 'R = -1',
      },
      check: { points: 5, worst: [{ quantity: 'metric', error: 1.5e-15, tolerance: 1e-13 }] },
    },
    {
      family: 'categorical (n = 4)',
      description: 'One of four outcomes.',
      coordinates: ['p1', 'p2', 'p3'],
      metric: [['1/p1+1/p4']],
      scalar: null,
      reason: 'the budget of 30 s ran out',
      latex: {
        metric:
          'g = \\begin{pmatrix} \\frac{1}{p_{1}}+\\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{1-p_{1}-p_{2}-p_{3}} \\\\ \\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{p_{2}}+\\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{1-p_{1}-p_{2}-p_{3}} \\\\ \\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{1-p_{1}-p_{2}-p_{3}} & \\frac{1}{p_{3}}+\\frac{1}{1-p_{1}-p_{2}-p_{3}} \\end{pmatrix}',
        scalar: null,
      },
      check: { points: 5, worst: [{ quantity: 'scalar', error: 0.25, tolerance: 0.2 }] },
    },
  ],
  statements: [
    {
      document: '000',
      label: 'A.1',
      title: 'information is additive',
      claim: 'g_n = n g_1',
      verdict: 'proved',
      expected: 'proved',
      assumptions: ['the observations are independent', 'p(x) > 0'],
    },
    {
      document: '000',
      label: '2.1.3',
      title: 'information is multiplicative',
      claim: 'g_n = g_1^n',
      verdict: 'refuted',
      expected: 'refuted',
      assumptions: [],
      witness: 'two fair coins: 8 against 16 <replayed>',
    },
    {
      document: '001',
      label: 'T1',
      title: 'a claim',
      claim: 'a < b',
      verdict: 'undecided',
      expected: 'proved',
      assumptions: [],
      reason: 'no proof given',
    },
    {
      document: '001',
      label: 'T2',
      title: 'another',
      claim: 'a = a',
      verdict: 'proved',
      expected: 'proved',
      assumptions: [],
    },
  ],
  network: {
    architecture: '784-32-10 tanh, softmax',
    parameters: 25450,
    trainingImages: 2000,
    testImages: 1000,
    optimiser: 'Adam, batches of 100',
    history: [0, 50, 100, 150, 200].map((step) => ({
      step,
      loss: 2.4 * Math.exp(-step / 60) + 0.05,
      trueFisherTrace: 40 * Math.exp(-step / 300),
      empiricalFisherTrace: 80 * Math.exp(-step / 50),
      accuracy: 0.9 - 0.8 * Math.exp(-step / 30),
    })),
    geometry: [
      {
        when: 'before',
        samples: 200,
        trueFisherTrace: 40,
        empiricalFisherTrace: 80,
        damping: 0.1,
        scalar: { value: -1234.5, standardError: 12.3, pairs: 24 },
      },
      {
        when: 'after',
        samples: 200,
        trueFisherTrace: 20,
        empiricalFisherTrace: 2,
        damping: 0.1,
        scalar: { value: 3.25e7, standardError: 1.5e5, pairs: 24 },
      },
    ],
  },
};

export const sampleTimings: Timings = {
  started: '2026-01-01T00:00:00Z',
  stages: [
    { name: 'families', seconds: 1.25 },
    { name: 'training', seconds: 60 },
  ],
};
