import fc from 'fast-check';
import { expressions } from 'fisher-rao/testing';
import { expect, it } from 'vitest';
import { evaluateExpression, partsOf, realNumbers, symbolsOf } from '../../src/calculus/index.ts';

it('expressions have a value wherever their names are positive', () => {
  const names = ['a', 'b'];
  fc.assert(
    fc.property(expressions(names, ['exp', 'log', 'sqrt']), fc.integer({ min: 1, max: 8 }), (e, eighths) => {
      expect(names).toEqual(expect.arrayContaining(symbolsOf(e)));
      const value = evaluateExpression(realNumbers, e, () => eighths / 8);
      expect(Number.isNaN(value)).toBe(false);
    }),
  );
});

it('only the functions told are applied', () => {
  const called = (e: Parameters<typeof partsOf>[0]): string[] => [
    ...(e.kind === 'call' ? [e.name] : []),
    ...partsOf(e).flatMap(called),
  ];
  const drawn = fc.sample(expressions(['a'], ['sin']), { numRuns: 300, seed: 1 }).flatMap(called);
  expect(new Set(drawn)).toEqual(new Set(['sin']));
});
