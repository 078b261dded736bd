import { experiment, statement } from 'fisher-rao';
import { atTheBasePoint, secondOrder } from '../divergence.ts';
import { bernoulliDivergence, shifted } from './setting.ts';

export const expansion = experiment({
  label: 'A-C.2',
  title: 'KL(theta | theta + e) = F e^2/2 + o(e^2) (as printed, without regularity): the shifted exponential',
  claim: 'KL/e^2 = 1/2 up to 10 %, at e = -0.01',
  expected: 'refuted',
  tolerance: 0.1,
  certain: 0.2,
  instances: [{ e: -0.01 }],
  evaluate: ({ e }) => ({ left: shifted(0, e) / e ** 2, right: 0.5 }),
});

export const expansionOfRegularFamilies = statement({
  label: 'A-C.2/repaired',
  title:
    'for a regular family the Taylor polynomial of second order of KL(p_θ0 | p_θ) at θ0, in any displacement e, is e F e/2; any dimension',
  given: atTheBasePoint,
  ...secondOrder,
  expected: 'proved',
});

/** KL(p | p + e v) for probabilities p. */
const divergenceAlong = (p: readonly number[], v: readonly number[], e: number): number =>
  p.reduce((sum, a, k) => sum + a * Math.log(a / (a + e * v[k])), 0);

export const remainder = experiment({
  label: 'A-C.2/remainder',
  title: 'what is left is o(e^2): it falls by 8 where e is halved',
  claim: 'the remainders at e and e/2 are as 8 : 1, for four outcomes',
  expected: 'supported',
  tolerance: 0.05,
  certain: 0.3,
  draw: (seed) => {
    const raw = [1, 2, 3, 4].map((k) => 1.5 + Math.sin(seed * k));
    const total = raw.reduce((a, b) => a + b, 0);
    return { p: raw.map((a) => a / total), v: [1, -0.5, 0.3, -0.8].map((c) => c * (1 + (seed % 3))) };
  },
  evaluate: ({ p, v }) => {
    const F = p.reduce((sum, a, k) => sum + v[k] ** 2 / a, 0);
    const rest = (e: number): number => divergenceAlong(p, v, e) - (F * e ** 2) / 2;
    return { left: rest(1e-3) / rest(5e-4), right: 8 };
  },
});

export const thirdOrder = experiment({
  label: 'A-C.2/third-order',
  title: 'the remainder is of third order: for a coin of 0.3 it tends to -3.0234 e^3',
  claim: '(KL - F e^2/2)/e^3 tends to -3.0234',
  expected: 'supported',
  tolerance: 2e-3,
  certain: 1e-2,
  instances: [{ e: 1e-4 }],
  evaluate: ({ e }) => ({
    left: (bernoulliDivergence(0.3, 0.3 + e) - e ** 2 / (2 * 0.21)) / e ** 3,
    right: -3.0234,
  }),
});
