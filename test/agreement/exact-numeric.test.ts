import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, referenceEngine } from '../../src/engine/index.ts';
import { onnxEngine } from '../../src/engine/onnx/index.ts';
import { checkFamily, exactGeometry, exactModel } from '../../src/interpret/index.ts';
import { agreementCases } from './families.ts';

const engines: readonly Engine[] = [referenceEngine, onnxEngine()];
const combinations = engines.flatMap((engine) => engine.dtypes.map((dtype) => [engine.name, dtype, engine] as const));

describe.each(agreementCases)(
  '$title: metric, connection and curvature in closed form are the numbers',
  ({ family, points, runs = 3 }) => {
    const model = exactModel(family);
    const exact = { model, geometry: exactGeometry(model) };

    test.each(combinations)('of the %s engine in %s', async (_, dtype, engine) => {
      await fc.assert(
        fc.asyncProperty(points, async (point) => {
          const { quantities } = await checkFamily({ family, point, engine, dtype, exact });
          for (const { quantity, error, tolerance } of quantities)
            expect(error, quantity).toBeLessThanOrEqual(tolerance);
        }),
        { numRuns: runs },
      );
    });
  },
);
