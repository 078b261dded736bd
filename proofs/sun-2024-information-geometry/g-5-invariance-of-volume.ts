import {
  assume,
  by,
  declare,
  determinants,
  equation,
  experiment,
  type SamplePoint,
  start,
  statement,
  type Term,
  term,
  theoremOf,
} from 'fisher-rao';
import { matrixOf } from '../networks.ts';
import { determinantWithNullVector, M, n as vector } from '../sauter-2023-fisher-information/determinants.ts';
import { familyNumberedBy, i, j, S } from './changes-of-coordinates.ts';
import { pulledBackMetric } from './g-1-pulled-back-metric.ts';
import { smallNetwork } from './small-network.ts';

const { add, derivative, determinant, divide, multiply, square, subtract, sum } = term;

/** The root of the determinant of J^T J at the inputs 1 and 2. */
const volume = async (theta: readonly number[], matrix?: readonly (readonly number[])[]): Promise<number> => {
  const [[a, b], [c, d]] = await matrixOf(await smallNetwork(theta, [1, 2], matrix));
  return Math.sqrt(Math.max(0, a * d - b * c));
};

export const volumeOfNetworks = experiment({
  label: 'G-5',
  title:
    'the Riemannian volume element of a network is an invariant volume (as printed): positive at every parameter of v tanh(u x)',
  claim: '1e-6 <= sqrt(det F), at the inputs 1 and 2',
  expected: 'refuted',
  relation: 'atMost',
  certain: 5e-7,
  tolerance: 1e-9,
  instances: [{ theta: [1, 1] }, { theta: [0, 1] }],
  evaluate: async ({ theta }) => ({ left: 1e-6, right: await volume(theta) }),
});

export const volumeValues = experiment({
  label: 'G-5/values',
  title: 'at (u, v) = (1, 1) it is 0.14863 for the mean over the two inputs, and zero where u or v is zero',
  claim:
    'sqrt(det F)/2 = 0.14863, 0, 0, 0 at (1, 1), (0, 1), (1, 0), (0, 0); in coordinates A^(-1) theta it is |det A| times that',
  expected: 'supported',
  tolerance: 1e-5,
  certain: 1e-3,
  instances: [
    {
      matrix: [
        [2, 1],
        [0.5, -1],
      ],
    },
  ],
  evaluate: async ({ matrix: [[a, b], [c, d]] }) => {
    const points = [
      [1, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ];
    const values = await Promise.all(points.map((theta) => volume(theta)));
    const determinant = a * d - b * c;
    const moved = [(d - b) / determinant, (a - c) / determinant]; // A^(-1) (1, 1)
    return {
      left: [
        ...values.map((value) => value / 2),
        await volume(moved, [
          [a, b],
          [c, d],
        ]),
      ],
      right: [0.14863, 0, 0, 0, Math.abs(determinant) * values[0]],
    };
  },
});

/** As many coordinates θ_a as φ_i, and numbered by them. */
const numbering = i.space;
const { a, b, θ, g, metric, pulledBack, smoothFamily } = familyNumberedBy(numbering);
const slope = (along: SamplePoint, of: SamplePoint) => derivative(along, θ(of));
const [inφ, inθ, jacobian] = [
  determinant(i, j, metric(i, j)),
  determinant(i, j, g(i, j)),
  determinant(i, j, slope(i, j)),
];

export const determinantOfTheMetric = statement({
  label: 'G-5/determinant',
  title:
    'det I is multiplied by the squared Jacobian determinant under any differentiable change of coordinates, for any family in any number of coordinates',
  given: smoothFamily,
  claim: equation(inφ, multiply(jacobian, jacobian, inθ)),
  expected: 'proved',
  proof: () => {
    const lowered = (at: SamplePoint, to: SamplePoint) => sum(b, multiply(g(at, b), slope(to, b)));
    const turned = (row: SamplePoint, column: SamplePoint) => slope(column, row);
    return start(inφ)
      .equals(
        determinant(i, j, pulledBack(i, j)),
        by.theorem(theoremOf(pulledBackMetric), { spaces: { S: numbering } }),
      )
      .equals(determinant(i, j, sum(a, multiply(slope(i, a), lowered(a, j)))), by.rearrangement)
      .equals(multiply(jacobian, determinant(i, j, lowered(i, j))), determinants.product(numbering, slope, lowered))
      .equals(multiply(jacobian, inθ, determinant(i, j, turned(i, j))), determinants.product(numbering, g, turned))
      .equals(multiply(jacobian, jacobian, inθ), determinants.transposition(numbering, slope));
  },
});

const positiveRoot = (name: string, of: Term) => {
  const root = declare.function(name, []);
  return {
    root,
    isRoot: assume.equation(`${name}^2`, multiply(root(), root()), of),
    isPositive: assume.positive(root),
  };
};
const [element, elementInθ, stretch] = [
  positiveRoot('V', inφ),
  positiveRoot('v', inθ),
  positiveRoot('m', multiply(jacobian, jacobian)),
];

export const invarianceOfVolume = statement({
  label: 'G-5/repaired',
  title:
    'where the metric is not singular its volume element is invariant: sqrt(det I) in the coordinates phi is |det dtheta/dphi| sqrt(det I) in theta, for any family and any change of any number of coordinates',
  given: [...smoothFamily, ...[element, elementInθ, stretch].flatMap(({ isRoot, isPositive }) => [isRoot, isPositive])],
  claim: equation(element.root(), multiply(stretch.root(), elementInθ.root())),
  expected: 'proved',
  proof: () => {
    const moved = multiply(stretch.root(), elementInθ.root());
    const squares = (one: Term, other: Term, third: Term) =>
      add(moved, divide(subtract(one, multiply(other, third)), add(element.root(), moved)));
    return start(element.root())
      .equals(squares(square(element.root()), square(stretch.root()), square(elementInθ.root())))
      .equals(
        squares(inφ, multiply(jacobian, jacobian), inθ),
        by.assumption(element.isRoot),
        by.assumption(elementInθ.isRoot),
        by.assumption(stretch.isRoot),
      )
      .equals(
        squares(multiply(jacobian, jacobian, inθ), multiply(jacobian, jacobian), inθ),
        by.theorem(theoremOf(determinantOfTheMetric)),
      )
      .equals(moved);
  },
});

/** Parameters φ of which the θ_b are outputs, and a direction in which these do not change. */
const outputs = familyNumberedBy(S);
const n = declare.function('n', [i]);
const isSilent = assume.equation(
  'the outputs do not change along n',
  sum(i, multiply(n(i), derivative(i, outputs.θ(outputs.a)))),
  0,
);
const taken = sum(j, multiply(outputs.metric(i, j), n(j)));

export const nullVectorOfTheMetric = statement({
  label: 'G-5/null-vector',
  title: 'a direction in which the outputs do not change is taken to zero by the metric of the parameters',
  given: [...outputs.smoothFamily, isSilent],
  claim: equation(taken, 0),
  expected: 'proved',
  proof: () => {
    const { a: one, b: other, g: inOutputs, θ: output } = outputs;
    return start(taken)
      .equals(sum(j, multiply(outputs.pulledBack(i, j), n(j))), by.theorem(theoremOf(pulledBackMetric)))
      .equals(
        sum(
          one,
          sum(
            other,
            multiply(
              derivative(i, output(one)),
              inOutputs(one, other),
              sum(j, multiply(n(j), derivative(j, output(other)))),
            ),
          ),
        ),
        by.rearrangement,
      )
      .equals(0, by.assumption(isSilent), by.linearity);
  },
});

const k = declare.direction('k');
const ofParameters = determinant(i, j, outputs.metric(i, j));

export const singularVolume = statement({
  label: 'G-5/singular',
  title:
    'and zero where the metric is singular, as for every over-parametrised network: n_k det I = 0 for each direction n in which the outputs do not change',
  given: [...outputs.smoothFamily, isSilent],
  claim: equation(multiply(n(k), ofParameters), 0),
  expected: 'proved',
  proof: () =>
    start(multiply(n(k), ofParameters)).equals(
      0,
      by.theorem(theoremOf(determinantWithNullVector), {
        spaces: { I: numbering },
        functions: [
          [M, (row: SamplePoint, column: SamplePoint) => outputs.metric(row, column)],
          [vector, (at: SamplePoint) => n(at)],
        ],
        discharging: [theoremOf(nullVectorOfTheMetric)],
      }),
    ),
});
