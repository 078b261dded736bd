import { calculation } from 'fisher-rao';

export const networkInformation = calculation({
  label: 'A-Rem.1',
  title: 'with mean score zero for every input, the covariance over input and label is the average of the informations',
  // Two inputs of probability w and 1 - w; for each a coin with probability a or b, whose logit has derivative u or v.
  symbols: { w: 'real', a: 'real', b: 'real', u: 'real', v: 'real' },
  definitions: {
    second: 'w*(a*(u*(1 - a))^2 + (1 - a)*(u*a)^2) + (1 - w)*(b*(v*(1 - b))^2 + (1 - b)*(v*b)^2)',
    mean: 'w*(a*u*(1 - a) - (1 - a)*u*a) + (1 - w)*(b*v*(1 - b) - (1 - b)*v*b)',
  },
  claim: 'second - mean^2 = w*a*(1 - a)*u^2 + (1 - w)*b*(1 - b)*v^2',
  expected: 'proved',
});
