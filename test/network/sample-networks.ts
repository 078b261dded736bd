import { type DenseNetwork, denseLayers, parameterCount } from '../../src/network/index.ts';

/**
 * The parameters of the reference networks of this project's published figures: W_l[i][j] = 0.9 sin(1 + 3l + 2i + 5j) /
 * sqrt(inputs), b_l[i] = 0.2 cos(2 + l + 3i).
 */
export function sampleParameters(network: DenseNetwork): Float64Array {
  const theta = new Float64Array(parameterCount(network));
  denseLayers(network).forEach(({ inputs, outputs, weight, bias }, l) => {
    for (let i = 0; i < outputs; i += 1) {
      for (let j = 0; j < inputs; j += 1) {
        theta[weight + i * inputs + j] = (0.9 * Math.sin(1 + 3 * l + 2 * i + 5 * j)) / Math.sqrt(inputs);
      }
      theta[bias + i] = 0.2 * Math.cos(2 + l + 3 * i);
    }
  });
  return theta;
}

/** Their inputs, X[n][k] = cos(0.7 + 1.3n + 2.1k), row-major. */
export function sampleInputs(samples: number, features: number): Float64Array {
  return Float64Array.from({ length: samples * features }, (_, at) => {
    const [n, k] = [Math.floor(at / features), at % features];
    return Math.cos(0.7 + 1.3 * n + 2.1 * k);
  });
}
