/**
 * What another number of samples costs the onnx engine: the time from a program to the end of its first run in a session of
 * its own, and in the session that programs of other sizes have opened; then a run in either, once warm. Prints a table in
 * Markdown.
 *
 *     npm run bench:sizes [-- widths=784,100,10 samples=500 rounds=9]
 */
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { type Line, networkLines, titles } from './network-lines.ts';

const [widthsText = '784,100,10', samplesText = '500', roundsText = '9'] = process.argv.slice(2);
const widths = widthsText.split(',').map(Number);
const [samples, rounds] = [Number(samplesText), Number(roundsText)];
const names = ['forward', 'gradient', 'jvp', 'vjp', 'fvp', 'jet', 'ntk'] as const;
const warmRuns = 9;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Milliseconds to the end of the first run, and the median of the runs after it. */
async function firstAndLater(engine: ReturnType<typeof onnxEngine>, { program, fixed, varying }: Line) {
  const inputs = { ...fixed, ...varying };
  const start = performance.now();
  const executable = await engine.compile(program);
  await executable.run(inputs);
  const first = performance.now() - start;
  const later: number[] = [];
  for (let run = 0; run < warmRuns; run++) {
    const before = performance.now();
    await executable.run(inputs);
    later.push(performance.now() - before);
  }
  await executable.dispose();
  return { first, later: median(later) };
}

console.log(
  `${widths.join('-')} tanh/softmax, float64, N = ${samples}, milliseconds, medians of ${rounds} (least to most)\n`,
);
console.log(
  '| | first run, own session | shared session | warm run, own session | shared session |\n|---|---|---|---|---|',
);
for (const name of names) {
  const line = (count: number): Line => networkLines(widths, count, 'float64')[name]();
  const engine = onnxEngine();
  const held = [];
  for (const count of [samples + 2, samples + 1]) held.push(await engine.compile(line(count).program));
  const own = [];
  const shared = [];
  for (let round = 0; round < rounds; round++) {
    const one = line(samples - round);
    own.push(await firstAndLater(onnxEngine(), one));
    shared.push(await firstAndLater(engine, one));
  }
  for (const executable of held) await executable.dispose();
  const cells = [own, shared].map((all) => all.map(({ first }) => first));
  const shown = cells.map(
    (times) => `${median(times).toFixed(1)} (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`,
  );
  const warm = [own, shared].map((all) => median(all.map(({ later }) => later)).toFixed(2));
  console.log(`| ${titles[name].replace(/, from scratch$/, '')} | ${[...shown, ...warm].join(' | ')} |`);
}
