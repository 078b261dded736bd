import { calculation } from 'fisher-rao';

export const infeasibility = calculation({
  label: 'T-2.3.8',
  title: 'a Fisher matrix of 10^6 parameters takes 4 10^12 bytes in single precision',
  claim: '4*(10^6)^2 = 4*10^12',
  expected: 'proved',
});
