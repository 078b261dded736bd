import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { describeType, type Primitive, resultType, tensor, tensorType, typeRules } from '../../src/program/index.ts';

const matrix = (m: number, n: number, dtype: 'float64' | 'float32' = 'float64') => tensorType(dtype, [m, n]);
const flags = (transposeLeft: boolean, transposeRight: boolean) => ({ transposeLeft, transposeRight });

test('an ill-typed application names the primitive, the operand types and the rule', () => {
  const attempt = () => resultType('matmul', [matrix(2, 3), matrix(2, 3)], flags(false, false));
  expect(attempt).toThrow(ShapeError);
  expect(attempt).toThrow(/matmul.*float64\[2,3\], float64\[2,3\].*Rule of matmul: .*m, k.*k, n/);
});

test('the transpose flags of matmul read an operand transposed', () => {
  const size = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, k, n, left, right) => {
      const type = resultType(
        'matmul',
        [left ? matrix(k, m) : matrix(m, k), right ? matrix(n, k) : matrix(k, n)],
        flags(left, right),
      );
      expect(type.shape).toEqual([m, n]);
    }),
  );
});

test('a batch of products has equal leading axes', () => {
  const operands = [tensorType('float32', [5, 2, 3]), tensorType('float32', [5, 3, 4])];
  expect(describeType(resultType('matmul', operands, flags(false, false)))).toBe('float32[5,2,4]');
  expect(() => resultType('matmul', [operands[0]!, tensorType('float32', [4, 3, 4])], flags(false, false))).toThrow(
    ShapeError,
  );
});

test('no primitive mixes number formats', () => {
  expect(() => resultType('add', [matrix(2, 2), matrix(2, 2, 'float32')], {})).toThrow(ShapeError);
  expect(() => resultType('matmul', [matrix(2, 2), matrix(2, 2, 'float32')], flags(false, false))).toThrow(ShapeError);
  expect(() => resultType('concatenate', [matrix(2, 2), matrix(2, 2, 'float32')], { axis: 0 })).toThrow(ShapeError);
});

const accepted = {
  reshape: [{ shape: [6] }, [6]],
  transpose: [{ permutation: [1, 0] }, [3, 2]],
  broadcast: [{ shape: [2, 7, 3], axes: [0, 2] }, [2, 7, 3]],
  reduceSum: [{ axes: [0] }, [3]],
  reduceMax: [{ axes: [0, 1] }, []],
  slice: [{ start: [0, 1], limit: [1, 3] }, [1, 2]],
  pad: [{ low: [1, 0], high: [0, 2] }, [3, 5]],
  concatenate: [{ axis: 1 }, [2, 3]],
} as const;

test.each(Object.entries(accepted))(
  '%s of float64[2,3] has the shape its attributes say',
  (primitive, [attributes, shape]) => {
    expect(resultType(primitive as Primitive, [matrix(2, 3)], attributes as never).shape).toEqual(shape);
  },
);

const rejected: readonly (readonly [Primitive, object])[] = [
  ['reshape', { shape: [5] }],
  ['reshape', { shape: [-2, -3] }],
  ['broadcast', { shape: [2, 3, 0], axes: [0, 1] }],
  ['concatenate', { axis: -1 }],
  ['pad', { low: [-1, 0], high: [1, 0] }],
  ['matmul', { transposeLeft: false, transposeRight: false }],
  ['add', {}],
  ['transpose', { permutation: [0, 0] }],
  ['transpose', { permutation: [0] }],
  ['broadcast', { shape: [3, 2], axes: [1, 0] }],
  ['broadcast', { shape: [2, 4], axes: [0, 1] }],
  ['reduceSum', { axes: [2] }],
  ['reduceSum', { axes: [1, 0] }],
  ['reduceMax', { axes: [-1] }],
  ['slice', { start: [0, 0], limit: [2, 4] }],
  ['slice', { start: [1, 0], limit: [1, 3] }],
  ['pad', { low: [0], high: [0, 0] }],
  ['concatenate', { axis: 2 }],
];

test.each(rejected)('%s of float64[2,3] with %j is refused', (primitive, attributes) => {
  expect(() => resultType(primitive, [matrix(2, 3)], attributes as never)).toThrow(ShapeError);
});

const attributesOf: Readonly<Record<string, object>> = {
  ...Object.fromEntries(Object.entries(accepted).map(([primitive, [attributes]]) => [primitive, attributes])),
  matmul: flags(false, false),
  constant: { value: tensor('float64', [2], [1, 2]) },
};

test.each(Object.keys(typeRules) as Primitive[])(
  'an ill-typed %s is told with its name, operand types and rule',
  (primitive) => {
    // Wrong for every primitive: different number formats where there are several operands, none, or one too many.
    const operands =
      primitive === 'concatenate' ? [matrix(2, 3), matrix(2, 3, 'float32')] : [1, 2, 3].map((n) => matrix(2, n));
    const attempt = () => resultType(primitive, operands, (attributesOf[primitive] ?? {}) as never);
    expect(attempt).toThrow(ShapeError);
    for (const part of [
      `${primitive}`,
      operands.map(describeType).join(', '),
      `Rule of ${primitive}: ${typeRules[primitive].statement}`,
    ])
      expect(attempt).toThrow(part);
  },
);

test('a constant whose array is not of its dtype is refused', () => {
  const value = { ...tensor('float64', [2], [1, 2]), dtype: 'float32' as const };
  expect(() => resultType('constant', [], { value })).toThrow(ShapeError);
});

test('every primitive refuses one operand too many', () => {
  for (const primitive of Object.keys(typeRules) as Primitive[]) {
    if (primitive === 'concatenate') continue;
    const operands = [matrix(2, 2), matrix(2, 2), matrix(2, 2)];
    expect(() => resultType(primitive, operands, {} as never), primitive).toThrow(ShapeError);
  }
});
