/** Section 1.2: neurons, layers and softmax. */
import { calculation, experiment } from 'fisher-rao';
import { denseNetwork, denseParameterCount } from 'fisher-rao/network';

export const neuron = calculation({
  label: 'T-1.2.0',
  title: "a neuron is f(sum of weights times inputs plus bias): its derivative in a weight is f' times the input",
  symbols: { w1: 'real', w2: 'real', b: 'real', a1: 'real', a2: 'real', z: 'real' },
  functions: ['f'],
  claim: 'D(f(w1*a1 + w2*a2 + b), w1) = at(D(f(z), z), z, w1*a1 + w2*a2 + b)*a1',
  expected: 'proved',
});

const step = (x: number): number => (x >= 0 ? 1 : 0);

export const heavisideNeuron = experiment({
  label: 'T-1.2.0a',
  title: 'the Heaviside neuron gives 1 where the weighted input is larger than -b (as printed), f(0) being 1',
  claim: 'f(w a + b) = 1 if w a > -b, else 0',
  expected: 'refuted',
  instances: [
    { wa: 1, b: 2 },
    { wa: -2, b: 2 },
  ],
  evaluate: ({ wa, b }) => ({ left: step(wa + b), right: wa > -b ? 1 : 0 }),
});

export const heavisideNeuronAtTheBoundary = calculation({
  label: 'T-1.2.0a/repaired',
  title: 'it gives 1 where the weighted input is at least -b: at w a = -b the argument is 0, where f is 1',
  symbols: { b: 'real' },
  definitions: { wa: '-b' },
  claim: 'wa + b = 0',
  expected: 'proved',
});

const relu = (x: number): number => (x >= 0 ? x : 0);

export const rectifier = experiment({
  label: 'T-1.2.1',
  title: 'ReLU is positively homogeneous: f(c x) = c f(x) for c > 0',
  claim: 'f(c x) = c f(x) and f(x) = max(x, 0)',
  expected: 'supported',
  draw: (seed) => ({ x: ((seed * 37) % 19) - 9, c: 0.1 + (seed % 11) }),
  evaluate: ({ x, c }) => ({ left: [relu(c * x), relu(x)], right: [c * relu(x), Math.max(x, 0)] }),
});

export const figureOneTwo = experiment({
  label: 'T-1.2.F',
  title: 'the network of fig. 1.2: two inputs, three hidden layers of four, one output',
  claim: 'it has 12 + 20 + 20 + 5 = 57 parameters',
  expected: 'supported',
  instances: [{ widths: [2, 4, 4, 4, 1], count: 57 }],
  evaluate: ({ widths, count }) => ({ left: denseParameterCount(denseNetwork(widths, 'relu')), right: count }),
});

/** Weights of two neurons with two inputs each, and activations. */
const layer = {
  symbols: { w11: 'real', w12: 'real', w21: 'real', w22: 'real', a1: 'real', a2: 'real', b1: 'real', b2: 'real' },
} as const;

type Layer = { readonly w: readonly (readonly number[])[]; readonly a: readonly number[] };
const example: { w: number[][]; a: number[] } = {
  w: [
    [1, 2],
    [3, 4],
  ],
  a: [1, 1],
};
const overInputs = ({ w, a }: Layer): number[] => w.map((row) => relu(row.reduce((sum, v, k) => sum + v * a[k], 0)));
const overNeurons = ({ w, a }: Layer): number[] =>
  a.map((_, j) => relu(w.reduce((sum, row) => sum + row[j] * a[j], 0)));

export const firstLayerIndices = experiment({
  label: 'T-1.2.0b',
  title: 'the weights of the first layer have one index (as printed): every neuron has the same weights',
  claim: 'the outputs of the two neurons are equal',
  expected: 'refuted',
  instances: [example],
  evaluate: (inputs) => {
    const [first, second] = overInputs(inputs);
    return { left: first, right: second };
  },
});

export const firstLayerWithTwoIndices = calculation({
  ...layer,
  label: 'T-1.2.0b/repaired',
  title:
    'with two indices, neuron and input, the pre-activations of two neurons differ by the difference of their rows',
  definitions: { z1: 'w11*a1 + w12*a2 + b1', z2: 'w21*a1 + w22*a2 + b2' },
  claim: 'z1 - z2 = (w11 - w21)*a1 + (w12 - w22)*a2 + (b1 - b2)',
  expected: 'proved',
});

export const layerMap = experiment({
  label: 'T-1.2.2',
  title: 'a layer sums the weights over the index of the neuron (as printed)',
  claim: 'f(sum_i w_ij a_j) = f(sum_j w_ij a_j)',
  expected: 'refuted',
  instances: [example],
  evaluate: (inputs) => ({ left: overNeurons(inputs), right: overInputs(inputs) }),
});

export const layerMapOverInputs = calculation({
  ...layer,
  label: 'T-1.2.2/repaired',
  title: 'summed over the inputs, the pre-activation of neuron i is linear in the activations with coefficients w_ij',
  definitions: { z1: 'w11*a1 + w12*a2 + b1' },
  claim: 'z1 = D(z1, a1)*a1 + D(z1, a2)*a2 + b1',
  expected: 'proved',
});

const softmax = {
  symbols: { z1: 'real', z2: 'real', z3: 'real', c: 'real' },
  definitions: {
    total: 'exp(z1) + exp(z2) + exp(z3)',
    p1: 'exp(z1)/total',
    p2: 'exp(z2)/total',
    p3: 'exp(z3)/total',
  },
} as const;

export const softmaxIsNormalised = calculation({
  ...softmax,
  label: 'T-1.2.3',
  title: 'softmax outputs sum to one and do not change when a constant is added to all inputs',
  claim: 'p1 + p2 + p3 = 1 = at(at(at(p1, z1, z1 + c), z2, z2 + c), z3, z3 + c)/p1',
  expected: 'proved',
});

export const softmaxJacobian = calculation({
  ...softmax,
  label: 'T-1.2.3/jacobian',
  title: 'the Jacobian is diag(p) - p p^T',
  claim: 'D(p1, z1) - p1*(1 - p1) = 0 = D(p1, z2) + p1*p2',
  expected: 'proved',
});

export const softmaxIsMonotone = calculation({
  ...softmax,
  label: 'T-1.2.3/monotone',
  title: 'a larger input gives a larger probability',
  claim: '0 <= D(p1, z1)',
  difference: 'exp(z1)*(exp(z2) + exp(z3))/(exp(z1) + exp(z2) + exp(z3))^2',
  expected: 'proved',
});

export const parameterVector = calculation({
  label: 'T-1.2.4',
  title: 'the order of the parameters does not matter: the determinant of F - lambda is that with both exchanged',
  symbols: { a: 'real', b: 'real', e: 'real', lambda: 'real' },
  claim: '(a - lambda)*(e - lambda) - b^2 = (e - lambda)*(a - lambda) - b^2',
  expected: 'proved',
});
