/**
 * The published curvatures of small networks by all three routes: the definition and the Gauss equation to 1e-6, the
 * estimate within three standard errors. Takes minutes, since the definition has p^4 components. Exit code 1 if one fails.
 *
 *     node --conditions=fisher-rao-source --import tsx bench/networks/golden.ts
 */
import { onnxEngine } from 'fisher-rao/engine/onnx';
import {
  definitionCurvature,
  estimateCurvature,
  fisherImmersion,
  fisherMetricPoint,
  fisherSummary,
  gaussCurvature,
  solvedSectionalCurvature,
} from 'fisher-rao/methods';
import { publishedFigures, sampleModel, sampleVectors } from '../../test/methods/sample-immersions.ts';

const engine = onnxEngine();
const quantities = ['scalar', 'sectional', 'ricci'] as const;
let failures = 0;

function check(name: string, holds: boolean, shown: string): void {
  if (!holds) failures += 1;
  console.log(`  ${holds ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${shown}`);
}

for (const figures of publishedFigures) {
  console.log(`${figures.widths.join('-')} ${figures.head}, N = ${figures.samples}, damping ${figures.damping}`);
  const point = sampleModel(figures);
  const { v, w } = sampleVectors(point);
  const query = { plane: [v, w], direction: v } as const;
  const immersion = await fisherImmersion(point, engine);
  const summary = await fisherSummary(immersion);
  check('rank', summary.rank === figures.rank, `${summary.rank}`);
  for (const name of ['trace', 'lambdaMax', 'logDetMetric'] as const) {
    const error = Math.abs(summary[name]! / figures[name] - 1);
    check(name, error < 1e-9, `${summary[name]}, relative error ${error.toExponential(1)}`);
  }
  for (const [route, compute] of [
    ['definition', () => definitionCurvature(fisherMetricPoint(point), engine, query)],
    ['gauss', () => gaussCurvature(immersion, query)],
  ] as const) {
    const start = performance.now();
    const found = await compute();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    for (const quantity of quantities) {
      const error = Math.abs(found[quantity]! / figures[quantity] - 1);
      check(
        `${route} ${quantity}`,
        error < 1e-6,
        `${found[quantity]}, relative error ${error.toExponential(1)}, ${seconds} s`,
      );
    }
  }
  const { scalar, ricci } = await estimateCurvature(immersion, { direction: v }, { seed: 1, partners: 4, draws: 1500 });
  for (const [quantity, estimate] of [
    ['scalar', scalar!],
    ['ricci', ricci!],
  ] as const) {
    const off = (estimate.value - figures[quantity]) / estimate.standardError;
    const shown = `${estimate.value.toPrecision(5)} +- ${estimate.standardError.toPrecision(2)}, off by ${off.toFixed(2)} standard errors`;
    check(`estimate ${quantity}`, Math.abs(off) < 3, shown);
  }
  const error = Math.abs(
    (await solvedSectionalCurvature(immersion, [v, w], { tolerance: 1e-10 })) / figures.sectional - 1,
  );
  check('estimate sectional', error < 1e-6, `relative error ${error.toExponential(1)}`);
  await immersion.dispose();
}
process.exitCode = failures === 0 ? 0 : 1;
