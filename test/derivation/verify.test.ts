import { describe, expect, it } from 'vitest';
import { sauter2023 } from '../../proofs/sauter-2023-fisher-information/index.ts';
import {
  type GeneralStatement,
  proofDocument,
  replay,
  type StatementReport,
  verifyDocuments,
  type Witness,
} from '../../src/derivation/index.ts';

/** The results that others rest on, under the numbers of their equations. */
const results = proofDocument({
  ...sauter2023,
  statements: sauter2023.statements.filter(({ label }) => /^[2A]\.\d/.test(label)),
});
const calls: [string, number, number][] = [];
const report = await verifyDocuments([results], {
  onStatement: ({ label }, done, total) => calls.push([label, done, total]),
});
const byLabel = (label: string): StatementReport => report.statements.find((each) => each.label === label)!;

describe('verifying the shipped document', () => {
  it('finds every verdict as its file declares, and reports progress', () => {
    expect(report.summary).toEqual({ proved: 10, supported: 0, refuted: 1, undecided: 0, unexpected: 0 });
    expect(calls).toEqual(report.statements.map(({ label }, place) => [label, place + 1, report.statements.length]));
  });

  it('refutes equation 2.1.3 as printed by two fair coins: 8 against 16', () => {
    const witness = byLabel('2.1.3').witness as Witness;
    expect(witness).toMatchObject({
      left: '8',
      right: '16',
      model: { naturals: { m: 1 }, sizes: { 'X[1]': 2, 'X[2]': 2 } },
    });
    const values = Object.values(witness.model.functions['f']).map((derivatives) => derivatives['']);
    expect(values).toEqual(['1/2', '1/2', '1/2', '1/2']);
    const { claim } = sauter2023.statements.find(({ label }) => label === '2.1.3') as GeneralStatement;
    expect(replay(claim, witness)).toEqual({ left: '8', right: '16' });
  });

  it('lists what each theorem rests on', () => {
    expect(byLabel('A.1.1/normalisation').assumptions).toEqual(['normalisation of f: ∫_{x∈X_α} f(α, x) = 1']);
    expect(byLabel('A.2.1').assumptions).toContain('p(x) twice continuously differentiable in θ');
    expect(byLabel('A.1.2').assumptions).toHaveLength(5);
    expect(byLabel('A.1.2').assumptions.join('; ')).toMatch('differentiable in θ under the integral');
    expect(byLabel('A.1.2').definitions).toEqual(['P(0, ()) := 1; P(n+1, (v, x)) := P(n, v) f(n+1, x)']);
    expect(byLabel('A.2.1')).not.toHaveProperty('definitions');
  });

  it('lists which statements each proof applies', () => {
    expect(byLabel('A.1.2').uses).toContain('A.1.2/pair');
    expect(byLabel('A.2.1').uses).toEqual(['A.2.3/repaired']);
    expect(byLabel('2.1.3')).not.toHaveProperty('uses');
  });

  it('is plain data, as JSON gives it back', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.statements.every(({ seconds }) => seconds >= 0)).toBe(true);
  });
});
