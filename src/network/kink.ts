import type { Engine } from '../engine/index.ts';
import { DomainError } from '../errors.ts';
import { buildProgram, type Tensor, tensor } from '../program/index.ts';
import { jvp } from '../transform/index.ts';
import { type Network, networkForward, networkInputs, networkName } from './network.ts';
import { normalVector, randomSource } from './random.ts';

/** Where to look for kinks: a network, its parameters theta and the features x of its samples. */
export interface KinkQuery {
  readonly network: Network;
  readonly theta: Tensor;
  readonly x: Tensor;
}

/**
 * The distance of the nearest kink: the least |a| over samples and units whose activation is not smooth at a = 0.
 * Infinity for a smooth network. An argument that is 0 and stays 0 along a random direction of theta is none: it is 0 for
 * all parameters, as the difference of two equal patches of an image is, or both values of units that are off. A network with
 * kinks is smooth at almost every theta, and there its metric, connection and curvature are those of the smooth map that it
 * agrees with nearby; what happens across kinks they do not see.
 */
export async function kinkDistance({ network, theta, x }: KinkQuery, engine: Engine): Promise<number> {
  const { dtype } = theta;
  const program = buildProgram(
    `kinks of ${networkName(network)}`,
    networkInputs(network, x.shape[0]!, dtype),
    (b, variables) => {
      const { kinks, outputs } = networkForward(b, network, variables);
      return Object.fromEntries([['h', outputs], ...kinks.map((argument, i) => [`kink${i}`, argument])]);
    },
  );
  const names = program.outputs.map((output) => output.name).filter((name) => name !== 'h');
  if (names.length === 0) return Number.POSITIVE_INFINITY;
  const executable = await engine.compile(jvp(program, { wrt: ['theta'], of: names }));
  try {
    const direction = tensor(dtype, theta.shape, normalVector(randomSource(1), theta.data.length));
    const values = await executable.run({ theta, x, d_theta: direction });
    let least = Number.POSITIVE_INFINITY;
    for (const name of names) {
      const change = values[`d_${name}`]!.data;
      let largest = 0;
      for (const slope of change) largest = Math.max(largest, Math.abs(slope));
      values[name]!.data.forEach((value, i) => {
        // Equal patches may be rounded differently by one matrix product.
        const moves = Math.abs(change[i]!) > 1e-6 * largest;
        if (value !== 0 || moves) least = Math.min(least, Math.abs(value));
      });
    }
    return least;
  } finally {
    await executable.dispose();
  }
}

/**
 * The distance of the nearest kink, refused where it is zero.
 *
 * @throws DomainError if some unit sits on its kink: the metric has no derivative there.
 */
export async function refuseKink(query: KinkQuery, engine: Engine): Promise<number> {
  const distance = await kinkDistance(query, engine);
  if (distance > 0) return distance;
  throw new DomainError(
    'A unit has argument 0 at some sample, where its activation has a kink: the metric is not differentiable there and ' +
      'has no curvature. Move the parameters a little, for example by nonzero biases.',
  );
}
