/** A-T.1 to A-T.4: what is said of the information during training. */
import { calculation, experiment, openQuestion } from 'fisher-rao';

const sigmoid = (h: number): number => 1 / (1 + Math.exp(-h));

/** The information of logistic regression at weight w, the inputs being 1 and 2. */
const information = (w: number): number =>
  [1, 2].reduce((sum, x) => sum + (sigmoid(w * x) * (1 - sigmoid(w * x)) * x ** 2) / 2, 0);

export const earlyTraining = experiment({
  label: 'A-T.1',
  title: 'early in training, where predictions are random, F is low (as printed): logistic regression at w = 0',
  claim: 'F(0) <= F(w)',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ w: 1 }],
  evaluate: ({ w }) => ({ left: information(0), right: information(w) }),
});

export const randomPrediction = calculation({
  label: 'A-T.1/repaired',
  title: 'for logistic regression it is at its maximum there: p (1 - p) x^2 <= x^2/4',
  symbols: { p: 'unit', x: 'real' },
  claim: 'p*(1 - p)*x^2 <= x^2/4',
  difference: '(p - 1/2)^2*x^2',
  expected: 'proved',
});

export const lateTraining = experiment({
  label: 'A-T.2',
  title: 'near convergence gradients vanish, so F is low (as printed): a coin logit with 30 % label noise',
  claim: 'the second moment of the gradient at the optimum p = 0.7 <= 0.01',
  expected: 'refuted',
  relation: 'atMost',
  instances: [{ p: 0.7 }],
  evaluate: ({ p }) => ({ left: p * (1 - p) ** 2 + (1 - p) * p ** 2, right: 0.01 }),
});

export const vanishingMeanGradient = calculation({
  label: 'A-T.2/repaired',
  title: 'the mean gradient vanishes at the optimum, the second moment is F = p (1 - p)',
  symbols: { p: 'unit' },
  definitions: { mean: 'p*(1 - p) + (1 - p)*(-p)', second: 'p*(1 - p)^2 + (1 - p)*p^2' },
  claim: 'mean = 0 = second - p*(1 - p)',
  expected: 'proved',
});

export const bellShape = openQuestion({
  label: 'A-T.3',
  title: 'the information first rises, then falls',
  claim: 'tr F often first increases during training and then drops',
  reason:
    'an observation of some training runs: with two hidden layers on spirals it rises and falls, in shallow models it does not, and no theorem says how often is often',
});

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
  symbols: { g: 'real', eta: 'positive', sigma: 'positive' },
  claim: '(-eta*g)^2/(2*sigma^2) = eta^2*g*(1/sigma^2)*g/2',
  expected: 'proved',
});
