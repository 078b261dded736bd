/**
 * A network whose outputs are the place and, through exp, the scale of a Student t law with three degrees of freedom: a head
 * that is declared, not built in, and no exponential family. Its Fisher metric and curvature come from the log-density; the
 * definition of curvature and the Gauss equation agree on them. The loss of the network is its negative log-likelihood.
 */
import { engine } from 'fisher-rao';
import {
  definitionCurvature,
  fisherImmersion,
  fisherMetricPoint,
  gaussCurvature,
  lossGradient,
} from 'fisher-rao/methods';
import { declaredHead, denseNetwork, initialParameters, randomSource } from 'fisher-rao/network';

const head = declaredHead({
  logDensity: '-2*log(1 + ((x - m)/s)^2/3) - log(s) + log(2/(pi*sqrt(3)))',
  variable: 'x real',
  parameters: 'm real, s positive',
  links: { m: 'z1', s: 'exp(z2)' },
});
const network = denseNetwork([1, 2, 2], 'tanh');
const point = {
  model: { network, head },
  theta: initialParameters(network, randomSource(1, 1)),
  inputs: [-1, -0.4, 0.1, 0.8, 1.3],
  samples: 5,
  damping: 0.1,
  dtype: 'float64',
} as const;

const { scalar: byDefinition } = await definitionCurvature(fisherMetricPoint(point), engine.referenceEngine);
const immersion = await fisherImmersion(point, engine.referenceEngine);
const { scalar: byGauss } = await gaussCurvature(immersion);
await immersion.dispose();
const gradient = await lossGradient(point, [0.2, 0, -0.3, 7, 0.1], engine.referenceEngine);

console.log(head.description);
console.log(`definition      ${byDefinition.toFixed(8)}`);
console.log(`Gauss equation  ${byGauss.toFixed(8)}`);
console.log(`largest entry of the gradient of the loss ${Math.max(...gradient.map(Math.abs)).toFixed(6)}`);
