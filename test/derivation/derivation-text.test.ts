import { describe, expect, it } from 'vitest';
import { decide, parseDerivation } from '../../src/derivation/index.ts';

const text = `
# The Fisher information of the normal family
family: normal
let s = D(logdensity, sigma)
title: both forms of the information in the scale
claim scale: metric(sigma, sigma)
  = E(s^2)
  = -E(D(s, sigma))   # regular
  = 2/sigma^2
claim wrong: metric(sigma, sigma)
  = E(s^2)
  = 1/sigma^2

metric: r positive, phi real | 1, 0 | 0, r^2
names: a positive
functions: f
assume ode: D(f(r), r) = a*f(r)
claim flat: scalar = 0
claim decay: D(f(r)^2, r) = 2*a*f(r)^2 by ode
claim no-log expected refuted: log(a + r) = log(a) + log(r)
`;

describe('a derivation as text', () => {
  const { statements } = parseDerivation(text, 'example.derivation');

  it('is a document of calculations', async () => {
    const verdicts: string[] = [];
    for (const entry of statements) verdicts.push(`${entry.label} ${(await decide(entry)).kind}`);
    expect(verdicts).toEqual(['scale proved', 'wrong refuted', 'flat proved', 'decay proved', 'no-log refuted']);
    expect(statements.map(({ expected }) => expected)).toEqual(['proved', 'proved', 'proved', 'proved', 'refuted']);
    expect(statements[0].title).toBe('both forms of the information in the scale');
    expect(statements[1].title).toBe('');
  });

  it('names the line of the first wrong step', async () => {
    const wrong = parseDerivation('names: a real\nclaim c: a*(a + 1)\n\n = a^2 + 1\n = a^2 + a', 'c');
    const verdict = await decide(wrong.statements[0]);
    expect(verdict.kind === 'undecided' && verdict.reason).toBe(
      'line 4: the two sides differ. Left: a*(a + 1) Right: a^2 + 1 At {"a":"1/2"}: 0.75 against 1.25',
    );
  });

  it.each([
    ['claim c 1 = 1', 'line 1: cannot read "claim c 1 = 1"'],
    ['= 1', 'line 1: a line that begins with = continues a claim'],
    ['names: a', 'line 1: expected a name and its domain'],
    ['names: a complex\nclaim c: a = a', 'line 2: a: expected one of real'],
    ['family: norml', 'line 1: unknown family "norml"'],
    ['family: categorical n', 'line 1: expected size=VALUE'],
    ['metric: r positive, phi real | 1, 0', 'line 1: expected 2 rows of 2 entries'],
    ['claim c expected true: 1 = 1', 'line 1: expected one of proved'],
    ['claim c: 1', 'line 1: calculation c: expected "left = right"'],
    ['# nothing', 'makes no claim'],
    ['names: a real\nclaim c: a = (a', 'line 2, column 16: cannot read the formula: Parenthesis ) expected'],
    ['claim c: 1 = 1 by a by b', 'line 1: one side has two "by"'],
  ])('says what is wrong in %j', (wrong, message) => {
    expect(() => parseDerivation(wrong, 'c')).toThrow(message);
  });

  it('takes bounds with their difference', async () => {
    const { statements: bounds } = parseDerivation(
      'names: a real, b real\nclaim c: 2*a*b <= a^2 + b^2\n  since (a - b)^2\nclaim d: a <= b',
      'c',
    );
    expect((await decide(bounds[0])).kind).toBe('proved');
    expect((await decide(bounds[1])).kind).toBe('refuted');
    expect(() => parseDerivation('since 1', 'c')).toThrow('belongs to a bound');
  });

  it('takes sizes of families', () => {
    expect(parseDerivation('family: categorical n=4\nclaim c: scalar = 3/2', 'c').statements).toHaveLength(1);
  });
});
