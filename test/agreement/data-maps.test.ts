import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { rational } from '../../src/algebra/index.ts';
import { type ClosedForm, evaluator, printClosedForm } from '../../src/calculus/index.ts';
import {
  cauchy,
  type Family,
  frechet,
  generalisedNormal,
  gumbel,
  laplace,
  logistic,
  logLogistic,
  normal,
  reparametrize,
  studentT,
  weibull,
} from '../../src/families/index.ts';
import { amariChentsov, fisherMetric } from '../../src/geometry/index.ts';
import {
  bianchiResiduals,
  exactGeometry,
  exactManifold,
  exactModel,
  exactTensor,
  nested,
} from '../../src/interpret/index.ts';
import type { Definition } from '../../src/notation/index.ts';
import { pivotalFamilies } from '../families/pivot-checks.ts';

/** All components of a tensor of one family equal those of another family in the same coordinates. */
function agree(one: Family, other: Family, definition: Definition): boolean {
  const [a, b] = [exactModel(one), exactModel(other)];
  const carry = evaluator(a.field, b.field, b.field.symbol);
  const components = (model: typeof a, show: (form: ClosedForm) => ClosedForm): ClosedForm[] => {
    const list: ClosedForm[] = [];
    nested(model.field.dimension, exactTensor(model, definition), (form) => list.push(show(form)));
    return list;
  };
  const expected = components(b, (form) => form);
  return components(a, carry).every((form, k) => b.field.equals(form, expected[k]));
}

/** Families of samples y = f(x), f one-to-one and free of the parameters, in the coordinates of the law of x. */
const maps: readonly (readonly [title: string, of: Family, image: Family, map: Readonly<Record<string, string>>])[] = [
  ['-log of a Weibull sample is Gumbel', weibull(), gumbel(), { mu: '-log(lambda)', beta: '1/k' }],
  ['log of a Frechet sample is Gumbel', frechet(), gumbel(), { mu: 'log(s)', beta: '1/alpha' }],
  ['the inverse of a Weibull sample is Frechet', weibull(), frechet(), { alpha: 'k', s: '1/lambda' }],
  ['log of a log-logistic sample is logistic', logLogistic(), logistic(), { mu: 'log(alpha)', s: '1/beta' }],
];

describe('a one-to-one map of the data changes neither metric nor third moments of the score:', () => {
  it.each(maps)('%s', (_, of, image, map) => {
    const same = reparametrize(image, of.coordinates, map);
    expect(agree(same, of, fisherMetric)).toBe(true);
    expect(agree(same, of, amariChentsov)).toBe(true);
  });

  it('and the wrong parameters are noticed', () => {
    const wrong = reparametrize(gumbel(), weibull().coordinates, { mu: 'log(lambda)', beta: '1/k' });
    expect(agree(wrong, weibull(), fisherMetric)).toBe(false);
  });
});

describe('the same family under two names', () => {
  it.each<[string, Family, Family, Record<string, string>]>([
    ['Student t with one degree of freedom is Cauchy', cauchy(), studentT(rational(1)), { mu: 'mu', sigma: 'gamma' }],
    ['generalised normal of shape 1 is Laplace', laplace(), generalisedNormal(rational(1)), { mu: 'mu', alpha: 'b' }],
    [
      'generalised normal of shape 2 is normal',
      normal(),
      generalisedNormal(rational(2)),
      { mu: 'mu', alpha: 'sqrt(2)*sigma' },
    ],
  ])('has one geometry: %s', (_, one, other, map) => {
    const renamed = reparametrize(other, one.coordinates, map);
    expect(agree(renamed, one, fisherMetric)).toBe(true);
    expect(agree(renamed, one, amariChentsov)).toBe(true);
  });
});

const surfaces = pivotalFamilies().filter(({ coordinates }) => coordinates.length === 2);

test.each(surfaces)('the scalar curvature of $name does not depend on the coordinates', (family) => {
  const model = exactModel(family);
  const { scalar } = exactGeometry(model);
  const [first, second] = family.coordinates;
  const number = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(number, number, number, (p, q, r) => {
      // A shear, a stretch and a power; the second coordinate stays positive, the first where it was positive too.
      const map = { [first.name]: `${p}*u + ${q}*t`, [second.name]: `${r}*t^2` };
      const changed = reparametrize(
        family,
        [
          { name: 'u', domain: first.domain },
          { name: 't', domain: 'positive' },
        ],
        map,
      );
      const other = exactModel(changed);
      const carried = evaluator(model.field, other.field, other.field.symbol)(scalar.at([]));
      expect(other.field.equals(exactGeometry(other).scalar.at([]), carried)).toBe(true);
    }),
    { numRuns: 2 },
  );
});

test.each(surfaces)('$name obeys both Bianchi identities, and R^k_lij is antisymmetric in i, j', (family) => {
  const manifold = exactManifold(exactModel(family));
  const { field, geometry } = manifold;
  for (const tensor of Object.values(bianchiResiduals(manifold)))
    nested(field.dimension, tensor, (form) => expect(field.isZero(form), printClosedForm(field, form)).toBe(true));
  for (const [k, l] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ])
    expect(field.equals(geometry.riemann.at([k, l, 0, 1]), field.negate(geometry.riemann.at([k, l, 1, 0])))).toBe(true);
});
