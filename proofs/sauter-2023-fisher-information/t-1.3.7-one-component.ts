import {
  assume,
  by,
  declare,
  equation,
  experiment,
  type PointVariable,
  start,
  statement,
  type Term,
  term,
} from 'fisher-rao';
import { denseNetwork, normalHead } from 'fisher-rao/network';
import { gradientOf, moved } from '../networks.ts';

export const oneComponent = experiment({
  label: 'T-1.3.7',
  title:
    'one component of a step is the whole vector less eta dL/dtheta_1 (as printed): every entry of that is the new component',
  claim: "theta_k - eta dL/dtheta_1 = theta_1' for all k, theta_1' being that of theta - eta grad L",
  expected: 'refuted',
  instances: [{ widths: [1, 1], theta: [1, 2], eta: 0.1, x: 1, y: 0 }],
  evaluate: async ({ widths, theta, eta, x, y }) => {
    const setting = { network: denseNetwork(widths), head: normalHead(), theta, inputs: [[x]] };
    const gradient = await gradientOf(setting, [y]);
    const [stepped] = moved(theta, -eta, gradient);
    return { left: theta.map((value) => value - eta * gradient[0]), right: theta.map(() => stepped) };
  },
});

const { add, delta, divide, multiply, negate, square, subtract, sum } = term;

/** Any number of parameters a, one of them, o, a gradient g, a step d, and the size η of steps. */
const parameters = declare.space('A');
const [a, o] = [declare.point('a', parameters), declare.point('o', parameters)];
const [g, d] = [declare.function('g', parameters), declare.function('d', parameters)];
const size = declare.function('η', []);
const eta = size();
const penalised = (step: (of: PointVariable) => Term): Term =>
  add(sum(a, multiply(g(a), step(a))), divide(sum(a, square(step(a))), multiply(2, eta)));
/** The step d with its component o replaced by -η g_o. */
const replaced = (of: PointVariable): Term =>
  add(d(of), multiply(delta(of, o), subtract(negate(multiply(eta, g(o))), d(o))));
const gain = subtract(penalised(d), penalised(replaced));
const squared = divide(square(add(d(o), multiply(eta, g(o)))), multiply(2, eta));

export const oneComponentOfAStep = statement({
  label: 'T-1.3.7/repaired',
  title:
    'it starts from that component: of all steps the one that lowers the linearised loss plus |d|^2/(2 η) most has theta_o - η dL/dtheta_o, whatever the other components do; any other value costs (d_o + η g_o)^2/(2 η)',
  given: [assume.positive(size)],
  claim: equation(gain, squared),
  expected: 'proved',
  proof: () => start(gain).equals(squared, by.rearrangement, by.delta),
});
