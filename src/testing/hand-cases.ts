import type { Attributes, Primitive } from '../program/index.ts';

/** One application of a primitive with the result worked out by hand, or by the identity that `because` names. */
export interface HandCase<P extends Primitive> {
  readonly operands: readonly (readonly [shape: readonly number[], entries: readonly number[]])[];
  readonly attributes: Attributes[P];
  readonly expected: readonly [shape: readonly number[], entries: readonly number[]];
  readonly because?: string;
}

const x = [
  [2, 3],
  [1, 2, 3, 4, 5, 6],
] as const;
const y = [
  [2, 3],
  [6, 5, 4, 3, 2, 1],
] as const;
const vector = (...entries: number[]) => [[entries.length], entries] as const;
const straight = { transposeLeft: false, transposeRight: false };

/** For every primitive at least one application with a known result. */
export const handCases: { readonly [P in Primitive]: readonly HandCase<P>[] } = {
  add: [
    {
      operands: [x, y],
      attributes: {},
      expected: [
        [2, 3],
        [7, 7, 7, 7, 7, 7],
      ],
    },
  ],
  subtract: [
    {
      operands: [x, y],
      attributes: {},
      expected: [
        [2, 3],
        [-5, -3, -1, 1, 3, 5],
      ],
    },
  ],
  multiply: [
    {
      operands: [x, y],
      attributes: {},
      expected: [
        [2, 3],
        [6, 10, 12, 12, 10, 6],
      ],
    },
  ],
  divide: [
    {
      operands: [vector(1, -3, 1), vector(4, 2, 0)],
      attributes: {},
      expected: vector(0.25, -1.5, Number.POSITIVE_INFINITY),
    },
  ],
  negate: [{ operands: [vector(1, -2)], attributes: {}, expected: vector(-1, 2) }],
  exp: [
    {
      operands: [vector(0, 1, -745)],
      attributes: {},
      expected: vector(1, Math.E, 0),
      because: 'exp(-745) is subnormal',
    },
  ],
  log: [{ operands: [vector(1, Math.E, 0)], attributes: {}, expected: vector(0, 1, Number.NEGATIVE_INFINITY) }],
  sqrt: [{ operands: [vector(0, 2, 9, -1)], attributes: {}, expected: vector(0, Math.SQRT2, 3, Number.NaN) }],
  tanh: [
    {
      operands: [vector(0, Math.log(3), -Math.log(3), 400)],
      attributes: {},
      expected: vector(0, 0.8, -0.8, 1),
      because: 'tanh(log 3) = (9-1)/(9+1)',
    },
  ],
  sin: [{ operands: [vector(0, Math.PI / 6, -Math.PI / 2)], attributes: {}, expected: vector(0, 0.5, -1) }],
  cos: [
    { operands: [vector(0, Math.PI / 3, Math.PI, Math.PI / 2)], attributes: {}, expected: vector(1, 0.5, -1, 0) },
    {
      operands: [vector(100)],
      attributes: {},
      expected: vector(0.8623188722876839),
      because: 'cos 100 by its series to 60 digits',
    },
  ],
  erf: [
    {
      operands: [vector(0, 0.5, -2, 1, 7, 1e-9)],
      attributes: {},
      expected: vector(0, 0.5204998778130465, -0.9953222650189527, 0.8427007929497149, 1, 2e-9 / Math.sqrt(Math.PI)),
      because: 'Abramowitz-Stegun, table 7.1',
    },
  ],
  sign: [
    {
      operands: [vector(-2.5, 0, 1e-30, -Number.POSITIVE_INFINITY, 3)],
      attributes: {},
      expected: vector(-1, 0, 1, -1, 1),
    },
  ],
  stopGradient: [{ operands: [vector(1, -2)], attributes: {}, expected: vector(1, -2) }],
  matmul: [
    {
      operands: [x, y],
      attributes: { ...straight, transposeRight: true },
      expected: [
        [2, 2],
        [28, 10, 73, 28],
      ],
    },
    {
      operands: [x, y],
      attributes: { ...straight, transposeLeft: true },
      expected: [
        [3, 3],
        [18, 13, 8, 27, 20, 13, 36, 27, 18],
      ],
    },
    {
      operands: [
        x,
        [
          [3, 1],
          [1, 0, -1],
        ],
      ],
      attributes: straight,
      expected: [
        [2, 1],
        [-2, -2],
      ],
    },
    {
      operands: [
        [
          [1, 2],
          [1, 2],
        ],
        [
          [3, 1],
          [5, 6, 7],
        ],
      ],
      attributes: { transposeLeft: true, transposeRight: true },
      expected: [
        [2, 3],
        [5, 6, 7, 10, 12, 14],
      ],
    },
    {
      operands: [
        [
          [2, 1, 2],
          [1, 2, 3, 4],
        ],
        [
          [2, 1, 2],
          [5, 6, 7, 8],
        ],
      ],
      attributes: { ...straight, transposeRight: true },
      expected: [
        [2, 1, 1],
        [17, 53],
      ],
      because: 'a batch of two',
    },
    {
      operands: [
        [
          [2, 1, 2],
          [1, 2, 3, 4],
        ],
        [
          [2, 1, 1],
          [5, 6],
        ],
      ],
      attributes: { ...straight, transposeLeft: true },
      expected: [
        [2, 2, 1],
        [5, 10, 18, 24],
      ],
    },
  ],
  transpose: [
    {
      operands: [x],
      attributes: { permutation: [1, 0] },
      expected: [
        [3, 2],
        [1, 4, 2, 5, 3, 6],
      ],
    },
    {
      operands: [[[1, 2, 3], x[1]]],
      attributes: { permutation: [1, 2, 0] },
      expected: [[2, 3, 1], x[1]],
      because: 'moving an axis of size 1 moves no entry',
    },
    {
      operands: [[[2, 1, 3], x[1]]],
      attributes: { permutation: [2, 0, 1] },
      expected: [
        [3, 2, 1],
        [1, 4, 2, 5, 3, 6],
      ],
      because: 'axis i of the result is axis permutation[i]',
    },
  ],
  reshape: [
    { operands: [x], attributes: { shape: [3, 2] }, expected: [[3, 2], x[1]] },
    { operands: [[[1], [7]]], attributes: { shape: [] }, expected: [[], [7]] },
  ],
  broadcast: [
    {
      operands: [vector(1, 2)],
      attributes: { shape: [2, 3], axes: [0] },
      expected: [
        [2, 3],
        [1, 1, 1, 2, 2, 2],
      ],
    },
    {
      operands: [vector(1, 2)],
      attributes: { shape: [3, 2], axes: [1] },
      expected: [
        [3, 2],
        [1, 2, 1, 2, 1, 2],
      ],
    },
    {
      operands: [[[], [5]]],
      attributes: { shape: [2, 2], axes: [] },
      expected: [
        [2, 2],
        [5, 5, 5, 5],
      ],
    },
  ],
  reduceSum: [
    { operands: [x], attributes: { axes: [0] }, expected: vector(5, 7, 9) },
    { operands: [x], attributes: { axes: [0, 1] }, expected: [[], [21]] },
    { operands: [x], attributes: { axes: [] }, expected: x, because: 'a sum over no axes is the operand' },
  ],
  reduceMax: [
    {
      operands: [
        [
          [2, 3],
          [-1, -5, -2, -3, -4, -9],
        ],
      ],
      attributes: { axes: [1] },
      expected: vector(-1, -3),
    },
    { operands: [y], attributes: { axes: [0] }, expected: vector(6, 5, 4) },
    { operands: [y], attributes: { axes: [] }, expected: y },
  ],
  concatenate: [
    {
      operands: [
        x,
        [
          [1, 3],
          [7, 8, 9],
        ],
      ],
      attributes: { axis: 0 },
      expected: [
        [3, 3],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
      ],
    },
    {
      operands: [
        x,
        [
          [2, 1],
          [7, 8],
        ],
        [
          [2, 1],
          [9, 0],
        ],
      ],
      attributes: { axis: 1 },
      expected: [
        [2, 5],
        [1, 2, 3, 7, 9, 4, 5, 6, 8, 0],
      ],
    },
  ],
  slice: [
    {
      operands: [x],
      attributes: { start: [0, 1], limit: [2, 2] },
      expected: [
        [2, 1],
        [2, 5],
      ],
    },
  ],
  pad: [
    {
      operands: [
        [
          [1, 2],
          [1, 2],
        ],
      ],
      attributes: { low: [1, 0], high: [0, 2] },
      expected: [
        [2, 4],
        [0, 0, 0, 0, 1, 2, 0, 0],
      ],
    },
  ],
  constant: [
    {
      operands: [],
      attributes: { value: { dtype: 'float64', shape: [2], data: Float64Array.of(0.5, -2) } },
      expected: vector(0.5, -2),
    },
  ],
};
