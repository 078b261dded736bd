import { by, equation, start, statement, term, theoremOf } from 'fisher-rao';
import { informationIsAdditive } from './information-is-additive.ts';
import { f, information, joint, n, observation, regularEach, sample, α } from './setting.ts';

const { sumUpTo } = term;

const whole = information(sample(n), joint(n, sample(n)));
const parts = sumUpTo(α, n, information(observation(α), f(α, observation(α))));

export const additivity = statement({
  label: 'T-A.1.2',
  title: 'Fisher information is additive over independent observations',
  given: regularEach,
  claim: equation(whole, parts),
  expected: 'proved',
  proof: () => start(whole).equals(parts, by.theorem(theoremOf(informationIsAdditive))),
});
