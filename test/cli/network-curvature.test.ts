import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asDense, denseLayers, parameterCount } from '../../src/network/index.ts';
import { publishedFigures, sampleModel, sampleVectors } from '../methods/sample-immersions.ts';
import { writeOnnx } from '../network/onnx-writer.ts';
import { sampleModels } from '../network/sample-onnx.ts';
import { runCaptured } from './run-captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'curvature-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** The options that mean the published network, its weights and data in files. */
function files(parts: Parameters<typeof sampleModel>[0]): string[] {
  const point = sampleModel(parts);
  const network = asDense(point.model.network, 'this');
  const layers = denseLayers(network).map(({ inputs, outputs, weight, bias }) => ({
    weight: Array.from({ length: outputs }, (_, i) => [
      ...point.theta.slice(weight + i * inputs, weight + (i + 1) * inputs),
    ]),
    bias: [...point.theta.slice(bias, bias + outputs)],
  }));
  const features = network.widths[0]!;
  const inputs = Array.from({ length: parts.samples }, (_, n) => [
    ...point.inputs.slice(n * features, (n + 1) * features),
  ]);
  const { v, w } = sampleVectors(point);
  write('v.json', [...v]);
  write('w.json', [...w]);
  expect(v.length).toBe(parameterCount(network));
  return [
    ...['--widths', network.widths.join(), '--head', parts.head, '--damping', String(parts.damping)],
    ...['--weights', write('W.json', { layers }), '--data', write('D.json', { inputs }), '--threads', '1'],
  ];
}

const plane = ['--plane', `${join(folder, 'v.json')},${join(folder, 'w.json')}`];
const run = (...words: string[]) => runCaptured(['network', 'curvature', ...words]);

describe('fisher-rao network curvature', () => {
  it.each(publishedFigures.map((figures) => [figures.head, figures] as const))(
    'prints the published figures of a %s network as JSON',
    async (_, figures) => {
      const all = ['--quantity', 'scalar,sectional,ricci', '--method', 'gauss', '--format', 'json'];
      const { code, stdout } = await run(...files(figures), ...plane, ...all);
      expect(code).toBe(0);
      const report = JSON.parse(stdout);
      expect(report).toMatchObject({
        parameters: sampleVectors(sampleModel(figures)).v.length,
        samples: figures.samples,
        head: figures.head,
        damping: figures.damping,
        rank: figures.rank,
        method: 'gauss',
      });
      const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
      expect(relative(report.lambdaMax, figures.lambdaMax)).toBeLessThan(1e-9);
      expect(relative(report.traceFisher, figures.trace)).toBeLessThan(1e-9);
      expect(relative(report.logDetMetric, figures.logDetMetric)).toBeLessThan(1e-9);
      for (const quantity of ['scalar', 'sectional', 'ricci'] as const)
        expect(relative(report[quantity].value, figures[quantity])).toBeLessThan(1e-6);
      expect(report.remarks[0]).toMatch(/depends on the parametrisation/);
    },
  );

  it('takes another direction for Ric(v, v), and is not normalised', async () => {
    const [figures] = publishedFigures;
    const given = files(figures);
    const { v } = sampleVectors(sampleModel(figures));
    const twice = write(
      'twice.json',
      Array.from(v, (entry) => 2 * entry),
    );
    const { stdout } = await run(...given, '--quantity', 'ricci', '--direction', twice, '--format', 'json');
    expect(JSON.parse(stdout).ricci.value / figures.ricci).toBeCloseTo(4, 9);
    expect(JSON.parse(stdout).scalar).toBeUndefined();
  });

  it('does not fall into the trap of a saturated network: it finds R = 0 or refuses', async () => {
    const saturated = files({ widths: [1, 1, 1], head: 'normal', samples: 4, damping: 0 });
    const gauss = await run(...saturated, '--method', 'gauss', '--format', 'json');
    expect(gauss.code).toBe(0);
    expect(Math.abs(JSON.parse(gauss.stdout).scalar.value)).toBeLessThan(1e-6);
    expect((await run(...saturated, '--method', 'definition')).code).toBe(3);
    const estimate = await run(...saturated, '--method', 'estimate', '--format', 'json');
    expect(JSON.parse(estimate.stdout).scalar).toMatchObject({ value: 0, standardError: 0 });
  });

  it('estimates without damping where the metric is regular by far', async () => {
    const regular = files({ widths: [1, 1], head: 'poisson', samples: 9, damping: 0 });
    const { value } = JSON.parse((await run(...regular, '--method', 'gauss', '--format', 'json')).stdout).scalar;
    const words = ['--method', 'estimate', '--pairs', '400', '--format', 'json'];
    const { scalar } = JSON.parse((await run(...regular, ...words)).stdout);
    expect(Math.abs(scalar.value - value)).toBeLessThan(3 * scalar.standardError);
    expect(scalar.truncation).toBe(0);
  });

  it('refuses a singular metric with its rank, and takes the quotient when told', async () => {
    const softmax = files({ widths: [1, 4, 3], head: 'categorical', samples: 2, damping: 0 });
    const refused = await run(...softmax, '--method', 'gauss');
    expect(refused.code).toBe(3);
    expect(refused.stdout).toMatch(/rank of F +4 of 23\nnull space +of dimension 19/);
    expect(refused.stderr).toMatch(/rank 4 in 23 parameters/);
    const quotient = await run(...softmax, '--method', 'gauss', '--singular', 'quotient', '--format', 'json');
    expect(JSON.parse(quotient.stdout).scalar.value).toBeCloseTo(2, 6); // N^2 (C - 1)(C - 2) / 4
    expect(JSON.parse(quotient.stdout).logDetMetric).toBeNull();
    expect((await run(...softmax, '--method', 'estimate')).stderr).toMatch(/rank 4 in 23 parameters/);
    const words = ['--method', 'estimate', '--singular', 'quotient', '--pairs', '400', '--format', 'json'];
    const { scalar, remarks } = JSON.parse((await run(...softmax, ...words)).stdout);
    expect(Math.abs(scalar.value - 2)).toBeLessThan(3 * scalar.standardError);
    expect(remarks).toContain('the curvature is that of the quotient of dimension 4 by the null space');
  });

  it('goes on from a checkpoint as if it had never stopped', async () => {
    const network = files({ widths: [1, 1, 2], head: 'categorical', samples: 5, damping: 0.5 });
    const checkpoint = join(folder, 'run.json');
    const estimate = async (pairs: number, ...more: string[]) => {
      const { stdout } = await run(
        ...network,
        '--method',
        'estimate',
        '--pairs',
        String(pairs),
        '--format',
        'json',
        ...more,
      );
      return JSON.parse(stdout);
    };
    const first = await estimate(40, '--checkpoint', checkpoint);
    const second = await estimate(90, '--checkpoint', checkpoint);
    expect(second.scalar).toEqual((await estimate(90)).scalar);
    expect(second.scalar.pairs).toBeGreaterThan(first.scalar.pairs);
    const other = await run(...network, '--method', 'estimate', '--seed', '9', '--checkpoint', checkpoint);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringMatching(/another request, which differs in seed \(1 there, 9 here\)/),
    ]);
    expect(readFileSync(checkpoint, 'utf8')).toMatch(/fisherRaoCheckpoint/);
  });

  it.each([
    [['--quantity', 'sectional'], /needs a plane/],
    [['--quantity', 'ricci'], /needs a vector v/],
    [['--plane', 'one.json'], /expected two files/],
    [['--method', 'definition', '--singular', 'quotient'], /is for --method gauss and estimate/],
  ])('says what %j lacks', async (words, message) => {
    const network = files({ widths: [1, 1, 1], head: 'normal', samples: 6, damping: 0.1 });
    const { code, stderr } = await run(...network, ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('refuses a relu on its kink, and says of others that they are piecewise smooth', async () => {
    const network = files({ widths: [1, 2, 1], head: 'normal', samples: 6, damping: 0.1 });
    expect((await run(...network, '--activation', 'relu')).stdout).toMatch(/piecewise smooth/);
    const flat = write('zero.json', {
      layers: [
        { weight: [[1], [1]], bias: [0, 0] },
        { weight: [[1, 1]], bias: [0] },
      ],
    });
    const zero = write('zeros.json', { inputs: [[0], [1]] });
    const { code, stderr } = await run(...network, '--activation', 'relu', '--weights', flat, '--data', zero);
    expect(code).toBe(3);
    expect(stderr).toMatch(/has a kink/);
  });

  it('takes a trained model from an ONNX file, whose tensors are the parameters', async () => {
    const model = join(folder, 'model.onnx');
    writeFileSync(model, writeOnnx(sampleModels['a dense network as Keras writes it']!));
    const inputs = Array.from({ length: 9 }, (_, n) => [Math.cos(n), Math.sin(2 * n), 1]);
    const common = ['--model', model, '--data', write('X.json', { inputs }), '--damping', '0.5', '--format', 'json'];
    const { code, stdout } = await run(...common);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ parameters: 24, samples: 9, head: 'categorical', method: 'gauss' });
    expect(report.remarks[0]).toMatch(/softmax at the end of the model/);
    const estimate = JSON.parse((await run(...common, '--method', 'estimate', '--pairs', '400')).stdout);
    expect(Math.abs(estimate.scalar.value - report.scalar.value)).toBeLessThan(3 * estimate.scalar.standardError);
    expect((await run(...common, '--widths', '3,2')).stdout).toMatch(/leave out --widths/);
    expect((await run('--model', join(folder, 'W.json'), '--data', join(folder, 'X.json'))).code).toBe(2);
  });
});
