/** (2.1.3) as printed: a product over the observations. False; two tosses of a fair coin suffice to see it. */
import { declare, equation, next, statement, term } from 'fisher-rao';
import { f, information, joint, observation, regularEach, sample, α } from './setting.ts';

/** At least one observation: for none the two sides are 0 and the empty product 1, which is not meant. */
const length = next(declare.natural('m'));

export const informationIsMultiplicative = statement({
  label: '2.1.3',
  title: 'the information of independent observations is the product of theirs (as printed)',
  given: regularEach,
  claim: equation(
    information(sample(length), joint(length, sample(length))),
    term.productUpTo(α, length, information(observation(α), f(α, observation(α)))),
  ),
  expected: 'refuted',
});
