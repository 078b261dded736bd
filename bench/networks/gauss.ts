/**
 * The scalar curvature by the dense Gauss equation on tanh/softmax networks 20-w-10 with random inputs, damping 0.1, against
 * the number of parameters p and of rows M of the Jacobian. Prints a table in Markdown.
 *
 *     node --conditions=fisher-rao-source --import tsx bench/networks/gauss.ts [networks...]
 *
 * A network is width:samples:dtype, as in 64:200:float64; M is ten times the samples.
 */
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { fisherImmersion, gaussCurvature } from 'fisher-rao/methods';
import { categoricalHead, denseNetwork, initialParameters, normalVector, randomSource } from 'fisher-rao/network';

const given = process.argv.slice(2);
const usual = ['16:100:float64', '32:200:float64', '64:200:float64', '64:200:float32'];
console.log('| width | p | M | dtype | seconds | processor seconds | GFLOP/s of p^2 M min(p, M) | memory | R |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const text of given.length > 0 ? given : usual) {
  const [width, samples, dtype] = text.split(':') as [string, string, 'float64' | 'float32'];
  const network = denseNetwork([20, Number(width), 10]);
  const theta = initialParameters(network, randomSource(1));
  const inputs = normalVector(randomSource(2), Number(samples) * 20);
  const model = { network, head: categoricalHead() };
  const point = { model, theta, inputs, samples: Number(samples), damping: 0.1, dtype };
  const immersion = await fisherImmersion(point, onnxEngine());
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { scalar } = await gaussCurvature(immersion);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(before);
  const { parameters, ambient } = immersion;
  await immersion.dispose();
  const operations = parameters ** 2 * ambient * Math.min(parameters, ambient);
  const cells = [
    width,
    parameters,
    ambient,
    dtype,
    seconds.toFixed(1),
    ((used.user + used.system) / 1e6).toFixed(1),
    (operations / seconds / 1e9).toFixed(1),
    `${(process.memoryUsage().rss / 2 ** 30).toFixed(2)} GiB`,
    scalar.toPrecision(8),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
