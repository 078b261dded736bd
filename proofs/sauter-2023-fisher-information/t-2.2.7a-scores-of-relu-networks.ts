import { calculation, experiment } from 'fisher-rao';

export const scoresOfReluNetworks = experiment({
  label: 'T-2.2.7a',
  title: 'the scores of a network are independent (as printed): y ~ N(v relu(u x), 1)',
  claim: 'det(J^T J) is positive for the Jacobian J of the outputs in (u, v)',
  expected: 'refuted',
  instances: [{ u: 2, v: 3, inputs: [1, 2, 3] }],
  evaluate: ({ u, v, inputs }) => {
    const rows = inputs.map((input) => (u * input >= 0 ? [v * input, u * input] : [0, 0]));
    const dot = (k: number, l: number): number => rows.reduce((sum, row) => sum + row[k] * row[l], 0);
    return { left: Math.sign(dot(0, 0) * dot(1, 1) - dot(0, 1) ** 2), right: 1 };
  },
});

export const rescaling = calculation({
  label: 'T-2.2.7a/repaired',
  title: 'they are dependent at every parameter, by the symmetry of rescaling: u dh/du - v dh/dv = 0 where h = v u x',
  symbols: { u: 'real', v: 'real', x: 'real' },
  definitions: { h: 'v*u*x' },
  claim: 'u*D(h, u) - v*D(h, v) = 0',
  expected: 'proved',
});
