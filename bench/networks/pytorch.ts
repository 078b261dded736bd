/**
 * Geometry of tanh/softmax networks beside PyTorch: a product with the Fisher matrix, the dense Fisher matrix, the tangent kernel,
 * and the scalar curvature (damping 0.1), there by nested differentiation of the metric, here by the definition, the Gauss
 * equation and the estimate. By the onnx engine in this process and by PyTorch in another, taking turns; results are compared
 * before times are. Prints tables in Markdown; without PyTorch, our own times alone.
 *
 *     npm run bench:networks [-- rounds=5 threads=2]
 *
 * The networks of the curvature grow until PyTorch takes more than a minute.
 */
import { onnxEngine } from 'fisher-rao/engine/onnx';
import {
  definitionCurvature,
  estimateCurvature,
  fisherImmersion,
  fisherMetricPoint,
  gaussCurvature,
  jacobianColumns,
  matrixProduct,
  outputGramMatrix,
} from 'fisher-rao/methods';
import { categoricalHead, denseNetwork, normalHead, parameterCount } from 'fisher-rao/network';
import { type GeometryRequest, type PeerAnswer, startGeometry } from '../peers/pytorch.ts';

const [roundsText = '5', threadsText = '2'] = process.argv.slice(2);
const [rounds, threads] = [Number(roundsText), Number(threadsText)];
const limit = 60_000;
const engine = onnxEngine({ threads });
let peer = await startGeometry(threads);
console.log(peer ? `PyTorch ${peer.version}, ${threads} threads` : 'no PyTorch');

const wave = (size: number, scale = 1): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => scale * Math.cos(1 + 1.7 * i));

type Dtype = 'float64' | 'float32';

function subject(widths: readonly number[], samples: number, dtype: Dtype, head = categoricalHead()) {
  const network = denseNetwork(widths);
  const size = parameterCount(network);
  const theta = wave(size, size > 200 ? 0.05 : 0.7);
  return { model: { network, head }, theta, inputs: wave(samples * widths[0]!), samples, damping: 0.1, dtype };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const shown = (milliseconds: number): string => Number(milliseconds.toPrecision(3)).toString();

/** Milliseconds, and the projection and norm by which results are compared. */
async function timed(run: () => Promise<ArrayLike<number>>) {
  const start = performance.now();
  const result = await run();
  return { milliseconds: performance.now() - start, result };
}

function compare(name: string, result: ArrayLike<number>, { check }: PeerAnswer, dtype: Dtype): void {
  const [w, tolerance] = [wave(result.length), dtype === 'float64' ? 1e-7 : 2e-3];
  let [projection, square] = [0, 0];
  for (let i = 0; i < result.length; i += 1) {
    projection += w[i]! * result[i]!;
    square += result[i]! ** 2;
  }
  const norm = Math.sqrt(square);
  if (
    Math.abs(norm / check[1] - 1) > tolerance ||
    Math.abs(projection - check[0]) > tolerance * norm * Math.sqrt(w.length)
  )
    throw new Error(`${name} ${dtype}: ${projection}, ${norm} here; ${check.join(', ')} in PyTorch`);
}

interface Line {
  readonly title: string;
  readonly line: string;
  readonly widths: readonly number[];
  readonly samples: number;
  readonly prepare: (point: ReturnType<typeof subject>) => Promise<() => Promise<ArrayLike<number>>>;
}

const lines: readonly Line[] = [
  {
    title: 'Fisher-vector product, point fixed',
    line: 'product',
    widths: [784, 100, 10],
    samples: 500,
    prepare: async (point) => {
      const immersion = await fisherImmersion(point, engine);
      const v = wave(point.theta.length);
      return async () => (await immersion.many.metric([v]))[0]!;
    },
  },
  {
    title: 'dense Fisher matrix, 1,002 parameters',
    line: 'fisher',
    widths: [20, 32, 10],
    samples: 200,
    prepare: async (point) => {
      const immersion = await fisherImmersion(point, engine);
      return async () => {
        const columns = await jacobianColumns(immersion);
        return (await matrixProduct(engine, columns, columns, { transposeRight: true })).data;
      };
    },
  },
  {
    title: 'tangent kernel, 1,000 rows',
    line: 'ntk',
    widths: [784, 100, 10],
    samples: 100,
    prepare: async (point) => {
      const immersion = await fisherImmersion({ ...point, model: { ...point.model, head: normalHead() } }, engine);
      return async () => (await outputGramMatrix(immersion)).map((entry) => point.samples * entry);
    },
  },
];

console.log('\n| line | network, samples | dtype | own, ms | PyTorch, ms | PyTorch/own | its way |');
console.log('|---|---|---|---|---|---|---|');
for (const { title, line, widths, samples, prepare } of lines) {
  for (const dtype of ['float64', 'float32'] as const) {
    const run = await prepare(subject(widths, samples, dtype));
    const { result } = await timed(run);
    const request = { line, widths, samples, dtype, repetitions: 3 };
    const [own, other, ratios]: [number[], number[], number[]] = [[], [], []];
    let way = '';
    for (let round = 0; round < rounds; round += 1) {
      const here = median(
        [await timed(run), await timed(run), await timed(run)].map(({ milliseconds }) => milliseconds),
      );
      own.push(here);
      const answer = await peer?.ask(request);
      if (!answer) continue;
      if (round === 0) compare(title, result, answer, dtype);
      other.push(median(answer.milliseconds));
      ratios.push(other.at(-1)! / here);
      way = answer.way;
    }
    const compared = peer ? [shown(median(other)), median(ratios).toFixed(2), way] : ['', '', ''];
    const cells = [title, `${widths.join('-')}, ${samples}`, dtype, shown(median(own)), ...compared];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** PyTorch's curvature, or undefined where it takes more than a minute or ends. */
async function nested(request: GeometryRequest): Promise<PeerAnswer | undefined> {
  if (!peer) return undefined;
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), 2.5 * limit).unref();
  });
  const answer = await Promise.race([peer.ask(request).catch(() => undefined), late]);
  if (answer) return answer;
  peer.close();
  peer = null;
  return undefined;
}

console.log(
  '\n| network, 20 samples | parameters | nested in PyTorch, s | definition, s | Gauss, s | estimate of 100 draws, s | R | estimate |',
);
console.log('|---|---|---|---|---|---|---|---|');
for (const width of [1, 3, 5, 8, 12, 16, 20, 24, 30]) {
  const widths = [4, width, 3];
  const point = subject(widths, 20, 'float64');
  const answer = await nested({ line: 'curvature', widths, samples: 20, dtype: 'float64', repetitions: 1 });
  const seconds = answer && median(answer.milliseconds) / 1000;
  const gauss = await timed(async () => {
    const immersion = await fisherImmersion(point, engine);
    const { scalar } = await gaussCurvature(immersion);
    await immersion.dispose();
    return [scalar];
  });
  if (answer) compare('curvature', gauss.result, answer, 'float64');
  const definition =
    point.theta.length > 60
      ? undefined
      : await timed(async () => [(await definitionCurvature(fisherMetricPoint(point), engine)).scalar]);
  if (answer && definition) compare('definition', definition.result, answer, 'float64');
  const estimate = await timed(async () => {
    const immersion = await fisherImmersion(point, engine);
    const { scalar } = await estimateCurvature(immersion, {}, { seed: 1, partners: 4, draws: 100 });
    await immersion.dispose();
    return [scalar!.value, scalar!.standardError];
  });
  const time = (found: { readonly milliseconds: number } | undefined): string =>
    found ? shown(found.milliseconds / 1000) : '';
  const [value, error] = [estimate.result[0]!, estimate.result[1]!];
  const cells = [
    widths.join('-'),
    point.theta.length,
    seconds === undefined ? (answer ? '' : '> 60 or none') : shown(seconds),
    time(definition),
    time(gauss),
    time(estimate),
    gauss.result[0]!.toPrecision(8),
    `${value.toPrecision(4)} ± ${error.toPrecision(2)}`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  if (peer === null || (seconds !== undefined && seconds > limit / 1000)) break;
}
peer?.close();
