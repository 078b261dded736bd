import { calculation } from 'fisher-rao';
import { outcomes } from './setting.ts';

export const secondOrderTaylor = calculation({
  ...outcomes,
  label: 'N-12',
  title: 'KL is of second order at any base point: its value and first derivative vanish there, its second is F',
  definitions: {
    ...outcomes.definitions,
    taylor: 'at(KL, u, t) + d*at(D(KL, u), u, t) + d^2/2*at(D(D(KL, u), u), u, t)',
  },
  symbols: { ...outcomes.symbols, d: 'real' },
  claim: 'taylor = d^2*F/2',
  expected: 'proved',
});
