import { describe, expect, it } from 'vitest';
import { documentOf, explanationTex, explanationText } from '../../src/cli/verify-explain.ts';
import { calculation, experiment, proofDocument, verifyDocuments } from '../../src/derivation/index.ts';

const chain = calculation({
  label: 'c_1',
  title: 'a square',
  symbols: { a: 'real' },
  claim: '(a + 1)^2 = a^2 + 2*a + 1 = 1 + a*(a + 2)',
  expected: 'proved',
});
const numbers = experiment({
  label: 'e',
  title: '',
  claim: '1 = 1',
  expected: 'supported',
  instances: [1],
  evaluate: () => ({ left: 1, right: 1 }),
});
const document = proofDocument({ name: 'd', source: '', statements: [chain, numbers] });
const twin = proofDocument({ name: 'twin', source: '', statements: [chain] });

async function reportOf(label: string) {
  const one = documentOf([document], label);
  return { report: (await verifyDocuments([one])).statements[0], statement: one.statements[0] };
}

describe('an explanation', () => {
  it('is found by its label, with the document where it is ambiguous', () => {
    expect(documentOf([document], 'e').statements).toEqual([numbers]);
    expect(() => documentOf([document, twin], 'c_1')).toThrow('d/c_1 or twin/c_1');
    expect(documentOf([document, twin], 'twin/c_1').name).toBe('twin');
    expect(() => documentOf([document], 'c1')).toThrow("unknown label 'c1'");
  });

  it('as text has a side a line, each with its justification', async () => {
    const { report, statement } = await reportOf('c_1');
    expect(explanationText(report, statement)).toBe(
      [
        'c_1: a square',
        '  proved',
        '  (a + 1)^2 = 1 + a*(a + 2)',
        '  given a real',
        '',
        '    (a + 1)^2',
        '  = a^2 + 2*a + 1',
        '        by canonical form',
        '  = 1 + a*(a + 2)',
        '        by canonical form',
        '',
      ].join('\n'),
    );
    const other = await reportOf('e');
    expect(explanationText(other.report, other.statement)).toMatch('There is no argument');
  });

  it('as TeX escapes what TeX would read', async () => {
    const { report, statement } = await reportOf('c_1');
    const tex = explanationTex(report, statement);
    expect(tex).toMatch('\\paragraph{c\\_1} a square (proved)');
    expect(tex.match(/\\\\$/gm)).toHaveLength(2);
    expect(tex).toMatch('&& \\text{canonical form}');
  });
});
