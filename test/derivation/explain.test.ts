import { describe, expect, it } from 'vitest';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import {
  by,
  calculation,
  equation,
  experiment,
  explain,
  openQuestion,
  start,
  statement,
} from '../../src/derivation/index.ts';

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
          { text: 'p + q', tex: 'p+q', because: [], becauseTex: [] },
          { text: '1', tex: '1', because: ['canonical form', 'total'], becauseTex: ['canonical form', 'total'] },
        ],
      },
    ]);
    const ill = calculation({ ...common, claim: '1 + = 1' });
    expect(explain(ill)[0].sides[0].tex).toBe('\\text{1 +}');
  });

  it('says which step fails and why, and that those after it are not checked', () => {
    const made = calculation({ ...common, symbols: { a: 'real' }, claim: 'a*(a + 1) = a^2 + a = a^2 + 1 = a^2 + a' });
    const [{ sides }] = explain(made);
    expect(sides.map(({ because }) => because)).toEqual([
      [],
      ['canonical form'],
      [expect.stringMatching(/^FAILED: the two sides differ: .* against .* at a = /)],
      ['not checked'],
    ]);
    const bound = calculation({ ...common, symbols: { a: 'real' }, claim: '0 <= a', difference: 'a' });
    expect(explain(bound)[0].sides[1].because).toEqual([expect.stringMatching(/^FAILED: the difference is not seen/)]);
    const wrong = statement({
      ...common,
      claim: equation(1, 2),
      proof: () => start(1).equals(2, by.algebra).equals(2, by.algebra),
    });
    expect(explain(wrong)[0].sides.map(({ because }) => because[0] ?? '')).toEqual([
      '',
      expect.stringMatching(/^FAILED/),
      'not checked',
    ]);
  });

  it('is, for a proof, its chains with their justifications in words', () => {
    for (const entry of sauter2023.statements.filter(({ label }) => /^[2A]\.\d/.test(label))) {
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
