/** The network v tanh(u x) with unit normal noise, whose metric is singular where u or v is zero. */

import { program } from 'fisher-rao';
import type { Immersion } from 'fisher-rao/methods';
import { immersionOf } from '../networks.ts';

/** Its outputs at these inputs as a map of (u, v), or of other linear coordinates of which (u, v) is the image by a matrix. */
export function smallNetwork(
  theta: readonly number[],
  inputs: readonly number[],
  matrix?: readonly (readonly number[])[],
  damping = 0,
): Promise<Immersion> {
  return immersionOf(
    theta,
    (b, given) => {
      const column = b.reshape(given, [2, 1]);
      const image =
        matrix === undefined ? column : b.matmul(b.constant(program.tensor('float64', [2, 2], matrix.flat())), column);
      const entry = (k: number): program.Variable => b.reshape(b.slice(image, [k, 0], [k + 1, 1]), []);
      const x = b.constant(program.tensor('float64', [inputs.length], [...inputs]));
      return b.multiply(entry(1), b.tanh(b.multiply(entry(0), x)));
    },
    damping,
  );
}
