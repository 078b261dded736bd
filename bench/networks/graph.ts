/**
 * What products with the Jacobian of a network from an ONNX file cost, in processor milliseconds of one thread: medians of
 * nine runs after the first. Prints a table in Markdown.
 *
 *     node --conditions=fisher-rao-source --import tsx bench/networks/graph.ts [FILE.onnx] [samples=100]
 */
import { readFileSync } from 'node:fs';
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { fisherImmersion } from 'fisher-rao/methods';
import { categoricalHead, importOnnx, mnist, normalVector, randomSource } from 'fisher-rao/network';

const [file = 'examples/mnist-convolutional.onnx', samples = '100'] = process.argv.slice(2);
const { network, theta } = importOnnx(readFileSync(file), file, { logits: true });
const data = mnist('train', Number(samples));
const model = { network, head: categoricalHead() };
const point = { model, theta, inputs: data.inputs, samples: data.count, damping: 0.1, dtype: 'float64' as const };
const immersion = await fisherImmersion(point, onnxEngine({ threads: 1 }));
const w = normalVector(randomSource(1), immersion.ambient);
const v = normalVector(randomSource(2), immersion.parameters);
const lines = {
  'J v': () => immersion.differential(v),
  'J^T w': () => immersion.codifferential(w),
  'J J^T w': () => immersion.many.gram([w]),
  'D(v, v)': () => immersion.jet(v, v),
};
console.log(`${file}, ${theta.length} parameters, ${data.count} images\n`);
console.log('| product | processor milliseconds |');
console.log('|---|---|');
for (const [name, run] of Object.entries(lines)) {
  await run();
  const times: number[] = [];
  for (let i = 0; i < 9; i += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  console.log(`| ${name} | ${times.sort((a, b) => a - b)[4]!.toFixed(1)} |`);
}
await immersion.dispose();
