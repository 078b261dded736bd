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
      'line 4: the two sides differ. Left: a*(a + 1). Right: a^2 + 1. Values: 0.75 against 1.25 at a = 1/2.',
    );
  });

  it.each([
    ['claim c 1 = 1', 'line 1: cannot read "claim c 1 = 1": expected claim LABEL: left = right'],
    ['Claim c: 1 = 1', 'line 1: cannot read "Claim c: 1 = 1": did you mean "claim"?'],
    ['claim c: 1 = 1\n\nclaim d: 1 = 1\nclaim c: 2 = 2', 'line 4: the label c is that of line 1 already'],
    ['claim c: 1 = 1\nsince 0', 'line 2: a line that begins with since belongs to a bound'],
    ['claim c: 1 <= 2\nsince 1\nsince 1', 'line 3: the bound has its difference already'],
    ['claim c: 1 <= 2\n= 3\nsince 1', 'line 2: a bound has two sides'],
    ['assume h: a = 1\nclaim c: 1 = 1', 'line 1, column 11: unknown name "a": no name is declared.'],
    ['names: a real\nassume h: a = 1\nclaim c: a <= 1 by h', 'line 3: a bound cites no assumption'],
    ['family: normal\nlet s = D(logdensity, sgma)\nclaim c: E(s) = 0', 'line 2, column 23: unknown name "sgma"'],
    ['names: t real\nlet s = foo(t)\nclaim c: 1 = 1', 'line 2, column 9: "foo(t)"'],
    ['names: a real\nlet a = 1\nclaim c: a = 1', 'line 2: the name a is that of line 1 already'],
    ['names: a real, a positive\nclaim c: a = a', 'line 1: the name a is that of line 1 already'],
    ['names: a-b real\nclaim c: 1 = 1', 'line 1: expected a name of letters'],
    ['title: x\ntitle: y\nclaim c: 1 = 1', 'line 2: no claim follows the title of line 1'],
    ['claim c: 1 = 1\ntitle: y', 'line 2: no claim follows this title'],
    ['claim c: 1 ==  1', 'line 1, column 13: a side is missing here'],
    ['claim c: 1 < 2', 'line 1, column 12: "<" has no meaning here: bounds are written <= or >='],
    ['claim c:d: 1 = 1', 'line 1, column 10: ":" has no meaning in a formula'],
    ['claim c: 1 = \u0000', 'line 1, column 14: U+0000 is no character of a text'],
    ['= 1', 'line 1: a line that begins with = continues a claim'],
    ['names: a', 'line 1: expected names with their domains'],
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

  it('does not mind how lines end, nor a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { statements: found } = parseDerivation(
        `\uFEFFnames: a real${end}claim c: a = a${end}\t= a + 0${end}`,
        'c',
      );
      expect(found.map((entry) => entry.kind === 'calculation' && entry.chain.length)).toEqual([3]);
    }
  });

  it('takes names and a sum index in definitions, each family with its own', () => {
    const { statements: both } = parseDerivation(
      'family: normal\nlet s = D(logdensity, sigma)\nclaim a: E(s) = 0\nfamily: poisson\nlet t = sum(k*lambda, k, 1, 3)\nclaim b: t = 6*lambda',
      'c',
    );
    expect(both).toHaveLength(2);
  });

  it('takes sizes of families', () => {
    expect(parseDerivation('family: categorical n=4\nclaim c: scalar = 3/2', 'c').statements).toHaveLength(1);
  });
});
