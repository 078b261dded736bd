import { expect, it } from 'vitest';
import { supportText, verificationText } from '../../src/cli/verify-text.ts';
import type { StatementReport } from '../../src/derivation/index.ts';

const witness = {
  model: {
    sizes: { X: 2 },
    dimension: 1,
    naturals: { m: 1 },
    points: {},
    functions: { f: { '1;0': { '': '1/2', '0': '-1' } } },
  },
  left: '8',
  right: '16',
};

const statement = (changes: Partial<StatementReport>): StatementReport => ({
  document: 'euclid',
  label: 'I.47',
  title: 'squares add up',
  claim: 'a^2 + b^2 = c^2',
  verdict: 'proved',
  expected: 'proved',
  assumptions: [],
  seconds: 0.123,
  ...changes,
});

const summary = { proved: 1, supported: 0, refuted: 2, undecided: 3, unexpected: 4 };
const textOf = (...statements: StatementReport[]) => verificationText({ statements, summary });

it('a theorem is told with its claim and what it rests on, be it nothing', () => {
  expect(textOf(statement({ assumptions: ['a right angle'] }))).toMatch(
    /^euclid\n {2}proved {5}I\.47: squares add up \(0\.12 s\)\n +a\^2 \+ b\^2 = c\^2\n +given a right angle\n/,
  );
  expect(textOf(statement({}))).toContain('no assumption');
});

it('what is not proved is told with witness, cases or reason, and never with assumptions as if it rested on them', () => {
  const given = { assumptions: ['a right angle'] };
  const refuted = textOf(statement({ ...given, verdict: 'refuted', expected: 'refuted', witness }));
  expect(refuted).toContain('witness: 8 against 16');
  const supported = statement({ ...given, verdict: 'supported', cases: 7, worstError: 1e-12, tolerance: 1e-9 });
  expect(textOf(supported)).toContain('7 cases, worst error 1.0×10⁻¹² (tolerance 1×10⁻⁹)');
  expect(textOf(statement({ ...given, verdict: 'undecided', reason: 'no proof' }))).toContain('no proof');
  expect(refuted).not.toContain('right angle');
  expect(supportText({ cases: 2, worstError: 0 })).toBe('2 cases, worst error 0');
});

it('an unexpected verdict is marked, and the counts close the text', () => {
  const text = textOf(statement({ verdict: 'refuted', witness }), statement({ document: 'hilbert' }));
  expect(text).toContain('UNEXPECTED: its file declares proved');
  expect(text.match(/UNEXPECTED/g)).toHaveLength(1);
  expect(text).toMatch(/^hilbert$/m);
  expect(text).toMatch(/\n1 proved, 0 supported, 2 refuted, 3 undecided, 4 unexpected \(\d+\.\d\d s\)\n$/);
});

it('what nobody would read to the end is cut, and the line says so', () => {
  const text = textOf(statement({ claim: 'a'.repeat(5000) }));
  expect(text).toContain('... (5000 characters; whole in JSON)');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1100);
});
