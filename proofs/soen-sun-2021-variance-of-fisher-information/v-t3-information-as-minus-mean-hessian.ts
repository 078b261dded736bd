import { calculation } from 'fisher-rao';
import { hessianForm, twoOutputs } from './estimators.ts';

export const theoremThree = hessianForm(
  'V-T3',
  'Theorem 3: for smooth activations the information is minus the mean Hessian',
);

export const theoremThreeSymbolically = calculation({
  ...twoOutputs,
  label: 'V-T3/symbolic',
  title:
    'for any outputs and any F: with the statistics at their means the Hessian of the log-likelihood is minus the metric',
  claim: 'at(at(D(D(l, a), b), t, Fx), u, Fy) = -(metric12)',
  expected: 'proved',
});
