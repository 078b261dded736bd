import { calculation } from 'fisher-rao';
import { exponentialFamily, moment } from './symbolic-heads.ts';

const one = exponentialFamily(1);

export const fourthMomentsInOneDimension = calculation({
  label: 'V-Rem5.1',
  title: "in one dimension K = F'''' + 3 F''^2, so K - I^2 = F'''' + 2 F''^2: any exponential family",
  family: one.family,
  functions: one.functions,
  symbols: { m1: 'real' },
  definitions: {
    F2: 'D(D(F(z1), z1), z1)',
    F4: 'D(D(F2, z1), z1)',
    K: moment(one, [0, 0, 0, 0]),
    I: moment(one, [0, 0]),
  },
  claim: 'K - F4 - 3*F2^2 = 0 = K - I^2 - F4 - 2*F2^2',
  expected: 'proved',
});
