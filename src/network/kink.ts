import type { Engine } from '../engine/index.ts';
import { DomainError } from '../errors.ts';
import { buildProgram, type Dtype, type Tensor } from '../program/index.ts';
import { type Network, networkForward, networkInputs, networkName } from './network.ts';

/** Where to look for kinks: a network, its parameters theta and the features x of its samples. */
export interface KinkQuery {
  readonly network: Network;
  readonly theta: Tensor;
  readonly x: Tensor;
}

/**
 * The distance of the nearest kink: the least |a| over samples and units whose activation is not smooth at a = 0.
 * Infinity for a smooth network. A network with kinks is smooth at almost every theta, and there its metric, connection
 * and curvature are those of the smooth map that it agrees with nearby; what happens across kinks they do not see.
 */
export async function kinkDistance({ network, theta, x }: KinkQuery, engine: Engine): Promise<number> {
  const dtype: Dtype = theta.dtype;
  const program = buildProgram(
    `kinks of ${networkName(network)}`,
    networkInputs(network, x.shape[0]!, dtype),
    (b, variables) => {
      const { kinks, outputs } = networkForward(b, network, variables);
      return Object.fromEntries([['h', outputs], ...kinks.map((argument, i) => [`kink${i}`, argument])]);
    },
  );
  if (program.outputs.length === 1) return Number.POSITIVE_INFINITY;
  const executable = await engine.compile(program);
  try {
    const { h: _, ...kinks } = await executable.run({ theta, x });
    let least = Number.POSITIVE_INFINITY;
    for (const { data } of Object.values(kinks)) for (const value of data) least = Math.min(least, Math.abs(value));
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
