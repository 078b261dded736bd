import { by, equation, next, start, statement, term, theoremOf } from 'fisher-rao';
import { informationIsAdditive } from './information-is-additive.ts';
import { f, information, joint, n, observation, regularEach, sample, α } from './setting.ts';

const { productUpTo, sumUpTo } = term;

const each = information(observation(α), f(α, observation(α)));

/** At least one observation: for none the two sides are 0 and the empty product 1, which is not meant. */
const some = next(n);

export const multiplicativity = statement({
  label: 'T-2.1.3',
  title: 'the information of independent observations is the product of theirs (as printed)',
  given: regularEach,
  claim: equation(information(sample(some), joint(some, sample(some))), productUpTo(α, some, each)),
  expected: 'refuted',
});

export const additivityBySums = statement({
  label: 'T-2.1.3/repaired',
  title: 'it is the sum of theirs',
  given: regularEach,
  claim: equation(information(sample(n), joint(n, sample(n))), sumUpTo(α, n, each)),
  expected: 'proved',
  proof: () =>
    start(information(sample(n), joint(n, sample(n)))).equals(
      sumUpTo(α, n, each),
      by.theorem(theoremOf(informationIsAdditive)),
    ),
});
