/**
 * The scalar curvature of the damped Fisher metric of a 2-3-1 tanh network with a unit normal head: by the definition
 * (derivatives of the metric), by the Gauss equation (no derivative of the metric) and by sampling (no matrix at all).
 */
import { engine } from 'fisher-rao';
import {
  definitionCurvature,
  estimateScalarCurvature,
  fisherImmersion,
  fisherMetricPoint,
  gaussCurvature,
} from 'fisher-rao/methods';
import { denseNetwork, initialParameters, normalHead, normalVector, randomSource } from 'fisher-rao/network';

const network = denseNetwork([2, 3, 1], 'tanh');
const samples = 20;
const point = {
  model: { network, head: normalHead() },
  theta: initialParameters(network, randomSource(1, 0)),
  inputs: normalVector(randomSource(1, 1), 2 * samples),
  samples,
  damping: 0.1,
  dtype: 'float64',
} as const;

const { scalar: byDefinition } = await definitionCurvature(fisherMetricPoint(point), engine.referenceEngine);
const immersion = await fisherImmersion(point, engine.referenceEngine);
const { scalar: byGauss } = await gaussCurvature(immersion);
const estimate = await estimateScalarCurvature(immersion, { draws: 60, seed: 1 });
await immersion.dispose();

console.log(`definition      ${byDefinition.toFixed(8)}`);
console.log(`Gauss equation  ${byGauss.toFixed(8)}`);
console.log(
  `sampling        ${estimate.value.toFixed(2)} +- ${estimate.standardError.toFixed(2)} (${estimate.pairs} pairs)`,
);
