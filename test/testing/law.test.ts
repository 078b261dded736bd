import fc from 'fast-check';
import { lawProperty } from 'fisher-rao/testing';
import { expect, it } from 'vitest';

const even = {
  name: 'numbers are even',
  violation: (n: number) => (n % 2 === 0 ? null : `${n} is odd`),
};

it('a law that holds is a property that holds, also where it takes time to tell', async () => {
  const doubled = fc.integer({ min: 0, max: 100 }).map((n) => 2 * n);
  await fc.assert(lawProperty(even, doubled));
  await fc.assert(lawProperty({ ...even, violation: async (n: number) => even.violation(n) }, doubled));
});

it('a law that does not hold is shrunk to a smallest case, and the cause of the error says how it is broken', async () => {
  const small = { name: 'numbers are small', violation: (n: number) => (n < 100 ? null : `${n} is not`) };
  const late = { ...small, violation: async (n: number) => small.violation(n) };
  for (const law of [small, late]) {
    const error = await fc.assert(lawProperty(law, fc.nat(1000))).then(
      () => null,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toMatch(/Counterexample: \[100\]/);
    expect(String(error?.cause)).toMatch(/numbers are small: 100 is not/);
  }
});
