import { experiment } from 'fisher-rao';
import { randomSource } from 'fisher-rao/network';
import { range } from './lists.ts';

/** The product of two matrices by the definition, and how many multiplications of entries it took. */
function multiplied(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): [number[][], number] {
  let count = 0;
  const entries = a.map((row) =>
    range(b[0].length).map((j) =>
      row.reduce((sum, value, k) => {
        count++;
        return sum + value * b[k][j];
      }, 0),
    ),
  );
  return [entries, count];
}

export const costOfThePulledBackForm = experiment({
  label: 'V-6c',
  title: 'J^T (I J) takes n^2 d + n d^2 multiplications for n outputs and d parameters: counted while multiplying',
  claim: 'multiplications = n^2 d + n d^2',
  expected: 'supported',
  tolerance: 0,
  draw: (seed) => ({ n: 1 + (seed % 5), d: 2 + ((7 * seed) % 23) }),
  cases: 20,
  evaluate: ({ n, d }) => {
    const random = randomSource(n, d);
    const matrix = (rows: number, columns: number) => range(rows).map(() => range(columns).map(() => random.normal()));
    const J = matrix(n, d);
    const [right, first] = multiplied(matrix(n, n), J);
    const [, second] = multiplied(
      range(d).map((i) => J.map((row) => row[i])),
      right,
    );
    return { left: first + second, right: n ** 2 * d + n * d ** 2 };
  },
});
