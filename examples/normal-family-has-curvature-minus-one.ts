/**
 * The normal family, with its Fisher metric, is a hyperbolic plane: its scalar curvature is -1 everywhere, and other
 * coordinates do not change that.
 */
import { calculus, exactGeometry, exactModel, type Family, normal, reparametrize } from 'fisher-rao';

function report(family: Family): void {
  const model = exactModel(family);
  const { metric, scalar } = exactGeometry(model);
  const print = (indices: readonly number[], tensor: typeof metric): string =>
    calculus.printClosedForm(model.field, tensor.at(indices));
  console.log(`coordinates ${family.coordinates.map(({ name }) => name).join(', ')}`);
  for (const i of [0, 1]) console.log(`  metric  ${[0, 1].map((j) => print([i, j], metric)).join('  ')}`);
  console.log(`  scalar curvature  ${print([], scalar)}`);
}

report(normal());

const meanAndVariance = [
  { name: 'mu', domain: 'real' },
  { name: 'v', domain: 'positive' },
] as const;
report(reparametrize(normal(), meanAndVariance, { mu: 'mu', sigma: 'sqrt(v)' }));
