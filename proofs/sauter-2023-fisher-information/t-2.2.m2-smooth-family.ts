import { by, calculation, engine, equation, experiment, start, statement, theoremOf } from 'fisher-rao';
import { fisherImmersion, fisherSpectrum } from 'fisher-rao/methods';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { pointOf } from '../networks.ts';
import { meanOfTwo, pulledBack } from './normal-family.ts';
import { regularX } from './setting.ts';
import { squaredLengthInComponents } from './t-2.2.13a-orthogonality.ts';
import { squaredLengthByComponents, squaredNorm } from './tangent-space.ts';

const alike = {
  network: denseNetwork([2, 1]),
  head: normalHead(),
  theta: [0.3, -0.2, 0],
  inputs: [
    [1, 1],
    [2, 2],
    [-1, -1],
  ],
};

export const smoothFamily = experiment({
  label: 'T-2.2.M2',
  title:
    'a smooth family with n parameters is an n-dimensional manifold (as printed): N(a + b, 1), and a linear network whose two inputs are always equal',
  claim: 'the rank of the information is the number of parameters',
  expected: 'refuted',
  instances: [
    {
      inputs: [
        [1, 1],
        [2, 2],
        [-1, -1],
      ],
    },
  ],
  evaluate: async ({ inputs }) => {
    const immersion = await fisherImmersion(pointOf({ ...alike, inputs }), engine.referenceEngine);
    const { rank } = await fisherSpectrum(immersion);
    await immersion.dispose();
    return { left: rank, right: alike.theta.length };
  },
});

export const independentScores = statement({
  label: 'T-2.2.M2/repaired',
  title:
    'it needs independent scores: A g A is the mean square of sum_i A_i d_i l, which vanishes for some A that is not 0 exactly where the scores are dependent; all families',
  given: regularX,
  claim: equation(squaredNorm, squaredLengthByComponents),
  expected: 'proved',
  proof: () => start(squaredNorm).equals(squaredLengthByComponents, by.theorem(theoremOf(squaredLengthInComponents))),
});

export const sumOfParameters = calculation({
  label: 'T-2.2.M2/sum',
  title: 'in N(a + b, s^2) the determinant of the information about a and b is zero',
  ...meanOfTwo,
  claim: `${pulledBack('(a + b)', 'a', 'a')}*${pulledBack('(a + b)', 'b', 'b')} - (${pulledBack('(a + b)', 'a', 'b')})^2 = 0`,
  expected: 'proved',
});
