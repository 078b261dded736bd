import { calculation, experiment } from 'fisher-rao';

export const manifold = experiment({
  label: 'T-2.2.M',
  title:
    'a space that is locally like R^n is a manifold (as printed): the line with two origins, whose limits are not unique',
  claim: 'a sequence has one limit: 1/k tends to both origins',
  expected: 'refuted',
  instances: [{ origins: ['0', "0'"] }],
  // Every neighbourhood of either origin contains all numbers of small size: both are limits.
  evaluate: ({ origins }) => {
    const isLimit = (_origin: string): boolean => [0.5, 0.1, 0.01].every((radius) => 1 / (2 / radius) < radius);
    return { left: origins.filter(isLimit).length, right: 1 };
  },
});

export const hausdorff = calculation({
  label: 'T-2.2.M/repaired',
  title:
    'with the Hausdorff property added, charts differ by smooth maps: coordinates on overlaps have invertible derivatives',
  symbols: { t: 'real' },
  functions: ['f', 'g'],
  // g inverts f: the derivative of t = g(f(t)) is the product of theirs.
  assume: { inverse: 'g(f(t)) = t' },
  claim: 'D(g(f(t)), t) = at(D(g(t), t), t, f(t))*D(f(t), t)',
  expected: 'proved',
});
