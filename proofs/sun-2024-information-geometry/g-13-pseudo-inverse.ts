/** G-13: for a singular metric the pseudo-inverse step changes the function alike in all linear coordinates. */
import { calculation, experiment } from 'fisher-rao';

export const pseudoInverse = calculation({
  label: 'G-13',
  title:
    'with one output, J = (j, k), F = s J^T J and g = r J^T, the pseudo-inverse step changes the function by r/s for every J',
  symbols: { j: 'real', k: 'real', s: 'real', r: 'real' },
  // The pseudo-inverse of s J^T J is J^T J/(s |J|^4).
  definitions: {
    square: 'j^2 + k^2',
    step1: '(j*(j*r*j + k*r*k))/(s*square^2)',
    step2: '(k*(j*r*j + k*r*k))/(s*square^2)',
  },
  claim: 'j*step1 + k*step2 = r/s',
  expected: 'proved',
});

/** The change of the function j.d for the damped step d = (s J^T J + epsilon)^(-1) r J^T. */
const damped = ({ j, k, s, r, epsilon }: Record<'j' | 'k' | 's' | 'r' | 'epsilon', number>): number => {
  const square = j ** 2 + k ** 2;
  return (r * square) / (s * square + epsilon);
};

export const damping = experiment({
  label: 'G-13/damping',
  title: 'damping does not have this property: doubling a coordinate changes the step of the function',
  claim: 'the damped step changes the function alike in theta and in theta/2',
  expected: 'refuted',
  instances: [{ j: 1, k: 1, s: 1, r: 1, epsilon: 0.5 }],
  evaluate: (inputs) => ({ left: damped(inputs), right: damped({ ...inputs, j: 2 * inputs.j, k: 2 * inputs.k }) }),
});
