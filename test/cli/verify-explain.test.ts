import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { explanationTex, explanationText } from '../../src/cli/verify-explain.ts';
import {
  assume,
  by,
  calculation,
  declare,
  equation,
  experiment,
  explainArgument,
  proofDocument,
  start,
  statement,
  term,
  verifyDocuments,
} from '../../src/derivation/index.ts';

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
const X = declare.space('X');
const x = declare.point('x', X);
const p = declare.function('p', X);
const half = declare.definition('half', [x], term.divide(p(x), 2));
const general = statement({
  label: 'g',
  title: 'twice a half',
  given: [assume.normalised(p)],
  claim: equation(term.sum(x, p(x)), 1),
  expected: 'proved',
  proof: () =>
    start(term.sum(x, p(x)))
      .equals(term.multiply(2, term.sum(x, half(x))), by.definition(half), by.linearity)
      .equals(1, by.definition(half), by.linearity, by.normalisation(p)),
});
const document = proofDocument({ name: 'd', source: '', statements: [chain, numbers, general] });

async function reportOf(label: string) {
  const asked = document.statements.filter((entry) => entry.label === label);
  const { statements } = await verifyDocuments([{ ...document, statements: asked }]);
  return { report: statements[0], argument: explainArgument(asked[0]) };
}

describe('an explanation', () => {
  it('as text has a side a line, each with its justification', async () => {
    const { report, argument } = await reportOf('c_1');
    expect(explanationText(report, argument)).toBe(
      [
        'c_1: a square',
        '  proved',
        '  (a + 1)^2 = a^2 + 2*a + 1 = 1 + a*(a + 2)',
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
    expect(explanationText(other.report, other.argument)).toMatch('There is no argument');
  });

  it('as TeX escapes what TeX would read', async () => {
    const { report, argument } = await reportOf('c_1');
    const tex = explanationTex(report, argument);
    expect(tex).toMatch('\\paragraph{c\\_1} a square (proved)');
    expect(tex.match(/\\\\$/gm)).toHaveLength(2);
    expect(tex).toMatch('&& \\text{canonical form}');
  });

  it('says what the functions in the steps mean, also those that the claim does not mention', async () => {
    const { report, argument } = await reportOf('g');
    expect(report.verdict).toBe('proved');
    expect(explanationText(report, argument)).toContain('  where half(x) := p(x)/2\n');
    const tex = explanationTex(report, argument);
    expect(tex).toContain(
      'Given $\\sum_{x \\in X} p(x) = 1$.\nWhere\n\\begin{align*}\n  & \\mathrm{half}(x) := \\frac{p(x)}{2}\n',
    );
    for (const [block] of tex.matchAll(/\\begin\{align\*\}[\s\S]*?\\end\{align\*\}/g)) {
      expect(katex.renderToString(block, { displayMode: true })).toContain('katex');
    }
  });
});
