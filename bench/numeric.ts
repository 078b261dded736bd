/**
 * The numeric layer beside PyTorch: forward pass, gradient, jvp, vjp, Fisher-vector product, second-order jet and tangent
 * kernel of one network, in float64 and float32, by the onnx engine in this process and by PyTorch in another, taking turns.
 * Prints a table in Markdown; results are compared before times are.
 *
 *     npm run bench:numeric [-- widths=784,100,10 rounds=15 threads=2 line ...]
 *
 * Times are medians over rounds of the medians of a round, with one thread of the processor's time. `best` compares the
 * fastest runs of all instead, which other work on the same cores disturbs less. `of GEMM ratio` is `best` over that of the
 * matrix product: what is left when the libraries' products are taken as equally fast.
 */
import { program, transform } from 'fisher-rao';
import { onnxEngine } from 'fisher-rao/engine/onnx';
import { type Line, type LineName, networkLines, titles, wave } from './network-lines.ts';
import { type Peer, startPyTorch } from './peers/pytorch.ts';

const { entryCount } = program;
const { simplify, stage } = transform;

const [widthsText = '784,100,10', roundsText = '15', threadsText = '2', ...only] = process.argv.slice(2);
const widths = widthsText.split(',').map(Number);
const rounds = Number(roundsText);
const threads = Number(threadsText);
const settings = [
  ['gemm', [500]],
  ...(['forward', 'gradient', 'jvp', 'vjp', 'fvp', 'fvp_fixed', 'jet'] as const).map(
    (name) => [name, [500, 5000]] as const,
  ),
  ['ntk', [500]],
] as const satisfies readonly (readonly [LineName, readonly number[]])[];

/** Floating-point operations of the matrix products of a run. */
function matmulOperations({ program: subject, fixed }: Line): number {
  const { late } = stage(simplify(subject), { early: Object.keys(fixed) });
  return late.equations.reduce((sum, { primitive, attributes, operands, result }) => {
    if (primitive !== 'matmul') return sum;
    const { transposeLeft } = attributes as program.Attributes['matmul'];
    return sum + 2 * operands[0]!.type.shape.at(transposeLeft ? -2 : -1)! * entryCount(result.type.shape);
  }, 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

interface Figures {
  readonly own: number;
  readonly peer: number;
  /** The median over rounds of the peer's time over our own; and the fastest run of all of the peer's over our own. */
  readonly ratio: number;
  readonly best: number;
  readonly rate: number;
  readonly way: string;
}

const onnx = onnxEngine({ threads });
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20)); // waiting threads go to sleep

/** Milliseconds: of the processor with one thread, since other work does not count there; otherwise of the clock. */
function clock(): number {
  if (threads > 1) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(
  line: Line,
  name: LineName,
  samples: number,
  dtype: program.Dtype,
  peer: Peer | null,
): Promise<Figures> {
  const compiled = await onnx.compile(line.program);
  const executable = await compiled.bind(line.fixed);
  const run = async (): Promise<number> => {
    const start = clock();
    await executable.run(line.varying);
    return clock() - start;
  };
  for (let i = 0; i < 3; i++) await run();
  const repetitions = Math.max(1, Math.min(21, Math.ceil(30 / (await run()))));
  const ask = { line: name, samples, dtype, repetitions };
  const [result] = Object.values(await executable.run(line.varying));
  const answer = await peer?.ask(ask);
  if (answer) compare(`${name}, N = ${samples}, ${dtype}`, result!, answer.check);
  const [own, theirs, ratios]: number[][] = [[], [], []];
  let [fastest, fastestPeer] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    await pause();
    const times: number[] = [];
    for (let i = 0; i < repetitions; i++) times.push(await run());
    await pause();
    own!.push(median(times));
    fastest = Math.min(fastest, ...times);
    if (!peer) continue;
    const { milliseconds } = await peer.ask(ask);
    theirs!.push(median(milliseconds));
    ratios!.push(median(milliseconds) / median(times));
    fastestPeer = Math.min(fastestPeer, ...milliseconds);
  }
  await compiled.dispose();
  return {
    own: median(own!),
    peer: median(theirs!),
    ratio: median(ratios!),
    best: fastestPeer / fastest,
    rate: matmulOperations(line) / median(own!) / 1e6,
    way: answer?.way ?? '',
  };
}

/** Throws where the two results differ by more than rounding. */
function compare(what: string, result: program.Tensor, [projection, norm]: readonly [number, number]): void {
  const direction = wave('float64', [result.data.length]).data;
  const entries = Float64Array.from(result.data);
  const own = entries.reduce((sum, x, i) => sum + x * direction[i]!, 0);
  const size = Math.sqrt(entries.reduce((sum, x) => sum + x * x, 0));
  const tolerance = (result.dtype === 'float64' ? 1e-9 : 1e-3) * norm;
  if (Math.abs(size - norm) > tolerance || Math.abs(own - projection) > tolerance * Math.sqrt(result.data.length)) {
    throw new Error(`${what}: the results differ: ${own}, ${size} here and ${projection}, ${norm} in PyTorch`);
  }
}

const peer = await startPyTorch(widths, threads);
console.log(
  `${widths.join('-')} tanh/softmax, ${threads} threads, PyTorch ${peer?.version ?? 'absent'}, ${rounds} rounds\n`,
);
for (const dtype of ['float64', 'float32'] as const) {
  console.log(
    `| ${dtype} | N | ms | GFLOP/s | of peak | PyTorch ms | PyTorch/own | best | of GEMM ratio | way of PyTorch |`,
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|');
  let [peak, gemmRatio] = [0, 0];
  for (const samples of [500, 5000]) {
    const lines = networkLines(widths, samples, dtype);
    for (const [name, sizes] of settings) {
      if (!sizes.some((size) => size === samples) || (only.length > 0 && name !== 'gemm' && !only.includes(name)))
        continue;
      const { own, peer: theirs, ratio, best, rate, way } = await measure(lines[name](), name, samples, dtype, peer);
      if (name === 'gemm') [peak, gemmRatio] = [Math.max(rate, (rate * own) / theirs || 0), best];
      const cells = [
        titles[name],
        samples,
        own.toFixed(3),
        rate.toFixed(0),
        `${((100 * rate) / peak).toFixed(0)} %`,
        ...(peer
          ? [theirs.toFixed(3), ratio.toFixed(2), best.toFixed(2), (best / gemmRatio).toFixed(2), way]
          : ['', '', '', '', '']),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
  console.log('');
}
peer?.close();
