import { calculation, normal } from 'fisher-rao';

export const standardDeviation = calculation({
  label: 'T-2.1.5a',
  title: 'sigma is the variance (as printed)',
  family: normal(),
  claim: 'E((x - mu)^2) = sigma',
  expected: 'refuted',
});

export const variance = calculation({
  label: 'T-2.1.5a/repaired',
  title: 'sigma^2 is',
  family: normal(),
  claim: 'E((x - mu)^2) = sigma^2',
  expected: 'proved',
});
