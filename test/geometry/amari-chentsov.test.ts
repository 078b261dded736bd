import { expect, it } from 'vitest';
import { categorical, normal, reparametrize } from '../../src/families/index.ts';
import { amariChentsov } from '../../src/geometry/index.ts';
import { exactModel, exactTensor } from '../../src/interpret/index.ts';
import { statistical } from './sample-manifolds.ts';
import { tuples } from './sample-metrics.ts';

it('the Amari-Chentsov tensor of the normal family has T_mu,mu,sigma = 2/sigma^3 and T_sigma^3 = 8/sigma^3', () => {
  // E[s_mu^2 s_sigma] and E[s_sigma^3] with s_mu = z/sigma, s_sigma = (z^2 - 1)/sigma: E[z^4 - z^2] = 2, E[(z^2 - 1)^3] = 8.
  const { field, tensor } = statistical(normal());
  const over = (value: number) =>
    field.divide(field.fromInteger(value), field.power(field.symbol('sigma'), { numerator: 3, denominator: 1 }));
  const expected = new Map([
    ['0,0,1', 2],
    ['0,1,0', 2],
    ['1,0,0', 2],
    ['1,1,1', 8],
  ]);
  for (const at of tuples(2, 3)) expect(tensor.at(at)).toEqual(over(expected.get(at.join()) ?? 0));
});

it('the Amari-Chentsov tensor is the same without its declared symmetries', () => {
  const model = exactModel(
    reparametrize(
      categorical(3),
      [
        { name: 'a', domain: 'real' },
        { name: 'b', domain: 'real' },
      ],
      {
        p1: 'exp(a)/(1 + exp(a) + exp(b))',
        p2: 'exp(b)/(1 + exp(a) + exp(b))',
      },
    ),
  );
  const [declared, plain] = [amariChentsov, { ...amariChentsov, symmetries: [] }].map((d) => exactTensor(model, d));
  for (const at of tuples(2, 3)) expect(plain.at(at)).toEqual(declared.at(at));
});
