/**
 * The cost of one pair of draws of the matrix-free curvature estimate, over networks on MNIST: seconds and processor
 * seconds a pair, against parameters times samples. Prints a table in Markdown.
 *
 *     node --conditions=fisher-rao-source --import tsx bench/networks/pair.ts [draws=6] [networks...]
 *
 * A network is widths:samples:dtype, as in 784,100,10:500:float32; with 1% in place of draws each is sampled to that relative
 * error. The memory is the most that the process has had, so that it grows down the table.
 */
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { estimateCurvature, fisherImmersion } from 'fisher-rao/methods';
import { categoricalHead, denseNetwork, initialParameters, mnist, randomSource } from 'fisher-rao/network';

const [drawText = '6', ...given] = process.argv.slice(2);
const wanted = drawText.endsWith('%')
  ? { relativeError: Number.parseFloat(drawText) / 100 }
  : { draws: Number(drawText) };
const usual = [
  '784,10,10:500:float64',
  '784,32,10:500:float64',
  '784,100,10:125:float64',
  '784,100,10:500:float64',
  '784,100,10:500:float32',
  '784,300,10:500:float32',
  '784,100,10:2000:float32',
  '784,1050,180,10:500:float32',
  '784,1050,180,10:500:float64',
];
console.log(
  '| network | samples | dtype | p N / 1e6 | s a pair | processor s a pair | ns a pair / (p N) | steps a solve | pairs | seconds | R | memory |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|');
for (const text of given.length > 0 ? given : usual) {
  const [widths, samples, dtype] = text.split(':') as [string, string, 'float64' | 'float32'];
  const network = denseNetwork(widths.split(',').map(Number));
  const data = mnist('train', Number(samples));
  const model = { network, head: categoricalHead() };
  const theta = initialParameters(network, randomSource(1));
  const point = { model, theta, inputs: data.inputs, samples: data.count, damping: 0.1, dtype };
  const immersion = await fisherImmersion(point, onnxEngine());
  const options = { partners: 4, tolerance: 1e-3, drawTolerance: 1e-5 };
  await estimateCurvature(immersion, {}, { ...options, draws: 3, seed: 9 }); // compiles
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { scalar } = await estimateCurvature(immersion, {}, { ...options, ...wanted, seed: 1 });
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(before);
  await immersion.dispose();
  const { pairs, solves, solverSteps } = scalar!;
  const work = theta.length * data.count;
  const cells = [
    widths,
    samples,
    dtype,
    (work / 1e6).toFixed(1),
    (seconds / pairs).toFixed(3),
    ((used.user + used.system) / 1e6 / pairs).toFixed(3),
    (((used.user + used.system) * 1000) / pairs / work).toFixed(1),
    (solverSteps / solves).toFixed(1),
    pairs,
    seconds.toFixed(1),
    `${scalar!.value.toPrecision(5)} ± ${scalar!.standardError.toPrecision(2)}`,
    `${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GiB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
