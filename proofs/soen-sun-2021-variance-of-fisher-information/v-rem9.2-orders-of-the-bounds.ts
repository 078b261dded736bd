import { assume, by, calculation, inequality, poisson, start, statement, term, theoremOf } from 'fisher-rao';
import { a, b, constant, I, lawWithCovariances, mean, p, r, withRoots, z } from './exponential-outputs.ts';
import { sumOver } from './slots.ts';
import { lemmaNineInformation, lemmaNineSharper } from './v-l9-bound-of-the-moments.ts';

const { add, multiply, square, subtract, sum } = term;

export const orders = calculation({
  label: 'V-Rem9.2',
  title:
    '|I(h)| is of the order of n, the number of outputs (as printed): Poisson outputs with means 1, 2, ..., n, at n = 400 with ten times the factor of n = 1',
  family: poisson(),
  definitions: { I: 'E((x - lambda)^2)' },
  claim: 'sqrt(sum(at(I, lambda, k)^2, k, 1, 400)) <= 10*400*at(I, lambda, 1)',
  expected: 'refuted',
});

/** The number of outputs, and a bound of the information of each. */
const count = sum(a, 1);
const M = constant('M');
const boundedMoments = assume.inequality('I_aa <= M', I(a, a), M());
const trace = sum(a, I(a, a));

export const ordersOfBoundedMoments = statement({
  label: 'V-Rem9.2/repaired',
  title: 'it is where each I_aa is at most M: |I(h)|^2 <= (n M)^2, for any number n of outputs and any law',
  given: [assume.nonnegative(p), ...lawWithCovariances, assume.nonnegative(M), boundedMoments],
  claim: inequality(sumOver([a, b], square(I(a, b))), square(multiply(count, M()))),
  expected: 'proved',
  proof: () => {
    const rest = sum(a, subtract(M(), I(a, a)));
    const written = sum(a, mean(square(z(a))));
    return start(sumOver([a, b], square(I(a, b))))
      .atMost(square(trace), by.theorem(theoremOf(lemmaNineInformation)))
      .equals(multiply(trace, written), by.definition(I))
      .atMost(
        multiply(count, M(), written),
        by.difference(multiply(rest, written)),
        by.linearity,
        by.assumption(boundedMoments),
      )
      .equals(multiply(count, M(), trace), by.definition(I))
      .atMost(
        square(multiply(count, M())),
        by.difference(multiply(count, M(), rest)),
        by.linearity,
        by.assumption(boundedMoments),
      );
  },
});

const R = constant('R');
const boundedRoots = assume.inequality('sqrt(K_aaaa) <= R', r(a), R());

export const orderOfTheFourthMoments = statement({
  label: 'V-Rem9.2/fourth-moments',
  title:
    'and |K - I ⊗ I| is of the order n^2 where each K_aaaa is at most R^2: |K - I ⊗ I|^2 <= (n R)^4, for any number n of outputs and any law',
  given: [...withRoots, assume.nonnegative(R), boundedRoots],
  claim: inequality(lemmaNineSharper.claim.left, square(square(multiply(count, R())))),
  expected: 'proved',
  proof: () => {
    const roots = sum(a, r(a));
    const all = multiply(count, R());
    const rest = sum(a, subtract(R(), r(a)));
    return start(lemmaNineSharper.claim.left)
      .atMost(square(square(roots)), by.theorem(theoremOf(lemmaNineSharper)))
      .atMost(
        square(square(all)),
        by.difference(multiply(rest, add(all, roots), add(square(all), square(roots)))),
        by.linearity,
        by.assumption(boundedRoots),
      );
  },
});
