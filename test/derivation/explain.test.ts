import { describe, expect, it } from 'vitest';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import { calculation, equation, experiment, explain, openQuestion, statement } from '../../src/derivation/index.ts';

const common = { label: 'l', title: 't', expected: 'proved' } as const;

describe('the argument of a statement', () => {
  it('is, for a calculation, its chain with what each step rests on', () => {
    const made = calculation({
      ...common,
      symbols: { q: 'positive', p: 'positive' },
      assume: { total: 'q = 1 - p' },
      claim: ['p + q', { equals: '1', by: ['total'] }],
    });
    expect(explain(made)).toEqual([
      {
        heading: '',
        sides: [
          { text: 'p + q', tex: 'p+q', because: [] },
          { text: '1', tex: '1', because: ['canonical form', 'total'] },
        ],
      },
    ]);
    const ill = calculation({ ...common, claim: '1 + = 1' });
    expect(explain(ill)[0].sides[0].tex).toBe('\\text{1 +}');
  });

  it('is, for a proof, its chains with their justifications in words', () => {
    for (const entry of sauter2023.statements.slice(0, 11)) {
      const chains = explain(entry);
      expect(chains).toHaveLength(entry.label === '2.1.3' ? 0 : /^A\.1\.(1|2$)|-of-a-sum$/.test(entry.label) ? 2 : 1);
      for (const { sides } of chains) {
        expect(sides[0].because).toEqual([]);
        for (const side of sides.slice(1)) expect(side.because.join('').length).toBeGreaterThan(0);
      }
    }
    const [base, step] = explain(sauter2023.statements.find(({ label }) => label === 'A.1.2')!);
    expect([base.heading, step.heading]).toEqual(['base: n = 0', 'step: from n to n + 1']);
    expect(step.sides.flatMap(({ because }) => because)).toContain('induction hypothesis');
  });

  it('is empty where there is none, or where it rests on what is not proved', () => {
    const evaluate = () => ({ left: 1, right: 1 });
    expect(explain(experiment({ ...common, expected: 'supported', claim: '1 = 1', instances: [1], evaluate }))).toEqual(
      [],
    );
    expect(explain(openQuestion({ label: 'l', title: 't', claim: 'c', reason: 'r' }))).toEqual([]);
    expect(explain(statement({ ...common, claim: equation(1, 1) }))).toEqual([]);
  });
});
