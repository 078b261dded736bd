import fc from 'fast-check';
import { type Rational, rational } from '../../src/algebra/index.ts';
import {
  binomial,
  categorical,
  type Domain,
  type Family,
  gibbs,
  normal,
  type Point,
  reparametrize,
  spinModel,
} from '../../src/families/index.ts';

/** A family with points in its domain. */
export interface AgreementCase {
  readonly title: string;
  readonly family: Family;
  readonly points: fc.Arbitrary<Point>;
}

const domains: { readonly [D in Domain]: fc.Arbitrary<Rational> } = {
  real: fc.integer({ min: -32, max: 32 }).map((n) => rational(n, 16)),
  positive: fc.integer({ min: 1, max: 64 }).map((n) => rational(n, 16)),
  unit: fc.integer({ min: 1, max: 31 }).map((n) => rational(n, 32)),
  natural: fc.integer({ min: 1, max: 9 }).map((n) => rational(n)),
};

/** Points whose coordinates are drawn from their domains one by one. */
function anyPoint(family: Family): fc.Arbitrary<Point> {
  return fc.record(Object.fromEntries(family.coordinates.map(({ name, domain }) => [name, domains[domain]])));
}

/** Probabilities with a remainder: integer parts over their total. */
function simplexPoint(outcomes: number): fc.Arbitrary<Point> {
  return fc.array(fc.integer({ min: 1, max: 12 }), { minLength: outcomes, maxLength: outcomes }).map((parts) => {
    const total = parts.reduce((a, b) => a + b, 0);
    return Object.fromEntries(parts.slice(1).map((part, k) => [`p${k + 1}`, rational(part, total)]));
  });
}

function agreementCase(title: string, family: Family, points = anyPoint(family)): AgreementCase {
  return { title, family, points };
}

const variance = reparametrize(
  normal(),
  [
    { name: 'mu', domain: 'real' },
    { name: 'v', domain: 'positive' },
  ],
  { mu: 'mu', sigma: 'sqrt(v)' },
);

/** A new family takes one line here. */
export const agreementCases: readonly AgreementCase[] = [
  agreementCase('normal', normal()),
  agreementCase('normal in mean and variance', variance),
  agreementCase('binomial, n = 5', binomial(rational(5))),
  agreementCase('categorical, 3 outcomes', categorical(3), simplexPoint(3)),
  agreementCase('categorical, 4 outcomes', categorical(4), simplexPoint(4)),
  agreementCase('gibbs, two spins with fields', gibbs(spinModel({ spins: 2, couplings: 'chain', fields: 'each' }))),
  agreementCase('gibbs, ring of three spins', gibbs(spinModel({ spins: 3, couplings: 'ring', fields: 'none' }))),
];
