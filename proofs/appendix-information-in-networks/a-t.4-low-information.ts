import { calculation, experiment } from 'fisher-rao';

export const lowInformation = experiment({
  label: 'A-T.4',
  title:
    'low F means that an update does not change predictions (as printed): F = 0.01, a gradient along it, a long step',
  claim: 'eta^2 g F g/2 <= 0.01 for F = 0.01',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ F: 0.01, g: 1, eta: 10 }],
  evaluate: ({ F, g, eta }) => ({ left: (eta ** 2 * g * F * g) / 2, right: 0.01 }),
});

export const changeOfPredictions = calculation({
  label: 'A-T.4/repaired',
  title: 'an update -eta g changes predictions by KL = eta^2 g F g/2, exactly for a normal mean with F = 1/sigma^2',
  symbols: { g: 'real', eta: 'real', sigma: 'real' },
  claim: '(-eta*g)^2/(2*sigma^2) = eta^2*g*(1/sigma^2)*g/2',
  expected: 'proved',
});
