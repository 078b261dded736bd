/** N-fn.4: gradient descent minimises the linearised loss plus a penalty, not the loss in a ball of fixed radius. */
import { calculation } from 'fisher-rao';

export const gradientDescentNeighbourhood = calculation({
  label: 'N-fn.4',
  title: 'the linearised loss plus |d|^2/(2 eta) is least at d = -eta g, whose length eta |g| varies',
  symbols: { u: 'real', v: 'real', d1: 'real', d2: 'real', eta: 'real' },
  definitions: { penalised: 'u*d1 + v*d2 + (d1^2 + d2^2)/(2*eta)' },
  // What is left over the value at -eta g is a square.
  claim: 'penalised - at(at(penalised, d1, -eta*u), d2, -eta*v) = ((d1 + eta*u)^2 + (d2 + eta*v)^2)/(2*eta)',
  expected: 'proved',
});
