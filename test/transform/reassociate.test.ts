import fc from 'fast-check';
import { generatedCase } from 'fisher-rao/testing';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/engine/index.ts';
import { InputError } from '../../src/errors.ts';
import { buildProgram, type Program, tensorType } from '../../src/program/index.ts';
import { reassociate, stage } from '../../src/transform/index.ts';
import { wave } from './sample-programs.ts';

const matrix = (rows: number, columns: number) => tensorType('float64', [rows, columns]);

/** Multiplications of the products that are left to the part that varies. */
function lateMultiplications(program: Program, fixed: readonly string[]): number {
  const { late } = stage(program, { early: fixed });
  return late.equations.reduce((sum, { primitive, operands, result, attributes }) => {
    if (primitive !== 'matmul') return sum;
    const inner = operands[0]!.type.shape[attributes.transposeLeft ? 0 : 1]!;
    return sum + inner * result.type.shape[0]! * result.type.shape[1]!;
  }, 0);
}

describe.each([true, false])('products with transposes %s', (flipped) => {
  // A (B c) with A: 3 x 7, B: 7 x 3, c: 3 x 2, as X (X^T d) is where samples are fewer than features.
  const chain = buildProgram(
    'chain',
    { a: flipped ? matrix(7, 3) : matrix(3, 7), b: flipped ? matrix(3, 7) : matrix(7, 3), c: matrix(3, 2) },
    (b, { a, b: second, c }) => {
      const inner = flipped ? b.matmul(c, second, { transposeLeft: true }) : b.matmul(second, c);
      return { y: b.matmul(a, inner, { transposeLeft: flipped, transposeRight: flipped }) };
    },
  );
  const inputs = { a: wave(flipped ? [7, 3] : [3, 7], 1), b: wave(flipped ? [3, 7] : [7, 3], 2), c: wave([3, 2], 3) };

  test('of two fixed matrices with one that varies are taken so that the fixed ones come first', () => {
    const better = reassociate(chain, ['a', 'b']);
    expect([lateMultiplications(chain, ['a', 'b']), lateMultiplications(better, ['a', 'b'])]).toEqual([84, 18]);
    evaluate(better, inputs)['y']!.data.forEach((entry, i) => {
      expect(entry).toBeCloseTo(evaluate(chain, inputs)['y']!.data[i]!, 13);
    });
  });

  test('stay as they are where that leaves more to do, or the two are not fixed', () => {
    for (const fixed of [['a'], ['b', 'c'], ['a', 'c'], [], ['a', 'b', 'c']])
      expect(reassociate(chain, fixed).equations).toEqual(chain.equations);
  });
});

test('thin fixed matrices keep their order: their product would be the larger', () => {
  const thin = buildProgram('thin', { x: matrix(9, 2), d: matrix(9, 4) }, (b, { x, d }) => ({
    y: b.matmul(x, b.matmul(d, x, { transposeLeft: true }), { transposeRight: true }),
  }));
  expect(reassociate(thin, ['x']).equations).toEqual(thin.equations);
});

test('a factor on the left may vary as well', () => {
  const chain = buildProgram('left', { c: matrix(2, 3), a: matrix(3, 7), b: matrix(7, 3) }, (b, given) => ({
    y: b.matmul(b.matmul(given.c, given.a), given.b),
  }));
  const better = reassociate(chain, ['a', 'b']);
  expect([lateMultiplications(chain, ['a', 'b']), lateMultiplications(better, ['a', 'b'])]).toEqual([84, 18]);
  const inputs = { c: wave([2, 3], 1), a: wave([3, 7], 2), b: wave([7, 3], 3) };
  evaluate(better, inputs)['y']!.data.forEach((entry, i) => {
    expect(entry).toBeCloseTo(evaluate(chain, inputs)['y']!.data[i]!, 13);
  });
});

test('generated programs mean the same', () => {
  fc.assert(
    fc.property(generatedCase(), ({ program, inputs }) => {
      const [first] = Object.keys(inputs);
      const [plain, better] = [evaluate(program, inputs), evaluate(reassociate(program, first ? [first] : []), inputs)];
      for (const [name, { data }] of Object.entries(plain)) {
        const scale = Math.max(1, ...data.map((entry) => (Number.isFinite(entry) ? Math.abs(entry) : 0)));
        data.forEach((entry, i) => {
          if (Number.isFinite(entry)) expect(Math.abs(better[name]!.data[i]! - entry)).toBeLessThan(1e-9 * scale);
        });
      }
    }),
    { numRuns: 60 },
  );
});

test('an unknown name is refused', () => {
  const program = buildProgram('one', { a: matrix(1, 1) }, (_, { a }) => ({ y: a }));
  expect(() => reassociate(program, ['z'])).toThrow(InputError);
});
