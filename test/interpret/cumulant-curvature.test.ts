import { describe, expect, it } from 'vitest';
import { categorical, type Family, gibbs, normal, reparametrize, spinModel } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import { curvatureFromCumulants, exactGeometry, exactModel, exactTensor } from '../../src/interpret/index.ts';

const families: Readonly<Record<string, () => Family>> = {
  'normal, in mean and deviation': normal,
  'categorical, in probabilities': () => categorical(4),
  'a pair of spins with fields': () => gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' })),
  'a ring of three spins': () => gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' })),
};

describe('the curvature of an exponential family from its cumulants is that of the definition, in closed form:', () => {
  it.each(Object.entries(families))('%s', (_, family) => {
    const model = exactModel(family());
    const { metric, ricci, scalar } = exactGeometry(model);
    const third = exactTensor(model, amariChentsov);
    const cumulant = curvatureFromCumulants(model.field, metric, third);
    expect(cumulant.scalar.at([])).toEqual(scalar.at([]));
    for (let l = 0; l < model.field.dimension; l++) {
      for (let j = 0; j <= l; j++) expect(cumulant.ricci.at([l, j])).toEqual(ricci.at([l, j]));
    }
  });

  it('but not for a curved subfamily, which the formula does not cover', () => {
    const curved = reparametrize(
      categorical(4),
      [
        { name: 'a', domain: 'unit' },
        { name: 'b', domain: 'unit' },
      ],
      { p1: 'a^2/4', p2: 'a*b/4', p3: 'b/4' },
    );
    const model = exactModel(curved);
    const { metric, scalar } = exactGeometry(model);
    const cumulant = curvatureFromCumulants(model.field, metric, exactTensor(model, amariChentsov));
    expect(cumulant.scalar.at([])).not.toEqual(scalar.at([]));
  });
});
