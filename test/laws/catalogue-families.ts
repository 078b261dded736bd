import { type Rational, rational } from '../../src/algebra/index.ts';
import { randomPoint } from '../../src/cli/random-point.ts';
import { catalogue, type Family, type Point } from '../../src/families/index.ts';
import { randomSource } from '../../src/network/index.ts';

/** Values of constants for families that leave them symbolic unless given. */
const constants: Readonly<Record<string, Readonly<Record<string, Rational>>>> = {
  'multivariate-normal-fixed-covariance': { s11: rational(2), s12: rational(1, 2), s22: rational(1) },
};

/** Every family of the catalogue with a value for each constant, and a random point of it. */
export const catalogueFamilies: readonly { readonly name: string; readonly family: Family; readonly point: Point }[] =
  catalogue.map((entry, k) => {
    const family = entry.build(entry.typical ?? { parameters: constants[entry.name] ?? openConstants(entry) });
    return { name: entry.name, family, point: randomPoint(family, randomSource(20261122 + k)) };
  });

function openConstants({ parameters }: (typeof catalogue)[number]): Record<string, Rational> {
  const open = parameters.filter((parameter) => parameter.default === undefined);
  return Object.fromEntries(open.map(({ name }, k) => [name, rational(3 + k)]));
}
