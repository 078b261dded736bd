import { describe, expect, it } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { symbolsOf } from '../../src/calculus/index.ts';
import { InputError } from '../../src/errors.ts';
import { type Configuration, catalogue, familyByName, spinModel } from '../../src/families/index.ts';

const model = spinModel({ spins: 2, couplings: 'ring', fields: 'each' });

describe('the catalogue', () => {
  it('is in alphabetical order, each name once, each entry with a summary', () => {
    const names = catalogue.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    for (const { summary } of catalogue) expect(summary).not.toBe('');
  });

  it.each(catalogue)(
    'builds $name, whose log-density contains coordinates, constants and sample variables only',
    (entry) => {
      const family = entry.build(entry.typical ?? {});
      expect(family.name).toBe(entry.name);
      const { coordinates, constants, sampleSpace } = family;
      const known = [...coordinates, ...constants].map(({ name }) => name).concat(sampleSpace.variables, 'pi');
      for (const name of symbolsOf(family.logDensity)) expect(known).toContain(name);
    },
  );

  it('has three outcomes for the categorical family unless told otherwise', () => {
    const { build } = familyByName('categorical');
    expect(build({}).coordinates).toHaveLength(2);
    expect(build({ parameters: { n: rational(5) } }).coordinates).toHaveLength(4);
  });

  it('lists the families for an unknown name', () => {
    expect(() => familyByName('norml')).toThrow(InputError);
    expect(() => familyByName('norml')).toThrow('unknown family "norml": the families are bernoulli, beta, binomial, ');
  });

  it.each<[string, Configuration, string]>([
    ['normal', { parameters: { n: rational(3) } }, 'unknown parameter "n" of normal: it takes none'],
    ['binomial', { parameters: { m: rational(3) } }, 'unknown parameter "m" of binomial: it takes n'],
    ['normal', { model }, 'normal takes no model: that is for gibbs'],
    ['gibbs', { model, parameters: { n: rational(3) } }, 'unknown parameter "n" of gibbs: it takes none'],
    ['gibbs', {}, 'gibbs needs its model: a spin system (--spins N) or a table of collective variables (--model FILE)'],
    ['categorical', { parameters: { n: rational(5, 2) } }, 'a categorical family has 2 to 50 outcomes, got n = 2.5'],
  ])('refuses for %s what does not fit it (case %#)', (name, configuration, message) => {
    expect(() => familyByName(name).build(configuration)).toThrow(InputError);
    expect(() => familyByName(name).build(configuration)).toThrow(message);
  });
});
