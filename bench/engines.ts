/**
 * The same work on every engine that works here: a matrix product, and forward pass, gradient and Fisher-vector product of a
 * network, in each engine's number formats. Prints a table in Markdown.
 *
 *     npm run bench:engines [-- widths=784,32,10 samples=500 rounds=7]
 */
import { engine } from 'fisher-rao';
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { tfjsBackendNames, tfjsEngine } from 'fisher-rao/engine/tfjs';
import { type Line, networkLines, titles } from './network-lines.ts';

const [widthsText = '784,32,10', samplesText = '500', roundsText = '7'] = process.argv.slice(2);
const widths = widthsText.split(',').map(Number);
const [samples, rounds] = [Number(samplesText), Number(roundsText)];
const names = ['gemm', 'forward', 'gradient', 'fvp', 'fvp_fixed'] as const;

/** The engines that start here, and why the others do not. */
async function openEngines(): Promise<{ engines: engine.Engine[]; reasons: string[] }> {
  const [engines, reasons]: [engine.Engine[], string[]] = [[engine.referenceEngine, onnxEngine()], []];
  const probe = networkLines([2, 2], 1, 'float32').forward().program;
  const openings = [
    ...(['webgpu', 'cuda'] as const).map((device) => async () => onnxEngine({ device })),
    ...tfjsBackendNames.map((backend) => () => tfjsEngine({ backend })),
  ];
  for (const open of openings) {
    try {
      const opened = await open();
      await (await opened.compile(probe)).dispose();
      engines.push(opened);
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  return { engines, reasons };
}

/** Milliseconds of one run, the median of the rounds, fixed inputs bound; few rounds where ten seconds are not enough. */
async function milliseconds(on: engine.Engine, line: Line): Promise<number> {
  const compiled = await on.compile(line.program);
  const executable = await compiled.bind(line.fixed);
  const times: number[] = [];
  const start = performance.now();
  await executable.run(line.varying);
  while (times.length === 0 || (times.length < rounds && performance.now() - start < 10_000)) {
    const before = performance.now();
    await executable.run(line.varying);
    times.push(performance.now() - before);
  }
  await compiled.dispose();
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const { engines, reasons } = await openEngines();
console.log(`${widths.join('-')} tanh/softmax, N = ${samples}, milliseconds, medians of ${rounds}\n`);
console.log(`| engine | ${names.map((name) => titles[name]).join(' | ')} |\n|---|${names.map(() => '---|').join('')}`);
for (const on of engines) {
  for (const dtype of on.dtypes) {
    const lines = networkLines(widths, samples, dtype);
    const cells: string[] = [];
    for (const name of names) cells.push((await milliseconds(on, lines[name]())).toPrecision(3));
    console.log(`| ${on.name}, ${dtype} | ${cells.join(' | ')} |`);
  }
}
for (const reason of reasons) console.log(`\nNot here: ${reason}`);
