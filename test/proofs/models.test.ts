import { examine, type GeneralStatement } from 'fisher-rao';
import { describe, expect, it } from 'vitest';
import { documents } from './documents.ts';

const proved: readonly GeneralStatement[] = documents.flatMap(({ statements }) =>
  statements.flatMap((entry) => (entry.kind === 'statement' && entry.expected === 'proved' ? [entry] : [])),
);

describe('models of what is proved for all networks, families and coordinates', () => {
  const withModels = new Set<string>();

  it.each(proved)('$label holds in every model', ({ claim, given, label }) => {
    const { witness, worstError, cases } = examine(claim, given, { models: 6 });
    expect(witness, label).toBeNull();
    expect(worstError, label).toBeLessThan(1e-9);
    if (cases > 0) withModels.add(label);
  });

  // No model is built where an inequality is assumed of all layers, or an equation that is quadratic in every function.
  it('there are some for most statements: what is assumed does not contradict itself', () => {
    console.info(`${withModels.size} of ${proved.length} general statements have models`);
    expect(withModels.size).toBeGreaterThan(0.8 * proved.length);
    expect([...withModels]).toEqual(
      expect.arrayContaining([
        'V-L13',
        'V-11',
        'T-3.1.7/repaired',
        'G-1',
        'T-2.2.5',
        'G-7/repaired',
        'T-2.2.17/pairs',
        'V-T6',
      ]),
    );
  });
});
