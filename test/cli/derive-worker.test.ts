import { describe, expect, it, vi } from 'vitest';
import type { DeriveRequest } from '../../src/cli/derive-request.ts';
import * as errors from '../../src/errors.ts';

// The port alone is stood in for: derive.test.ts runs the worker in a thread.
const posted = vi.fn();

async function messages(request: Partial<DeriveRequest>, thrown?: Error): Promise<Record<string, unknown>[]> {
  posted.mockClear();
  vi.resetModules();
  const workerData = { family: 'normal', parameters: {}, show: ['scalar'], format: 'json', ...request };
  vi.doMock('node:worker_threads', () => ({ parentPort: { postMessage: posted }, workerData }));
  vi.doMock('../../src/cli/derive-job.ts', async (original) => ({
    ...(await original<object>()),
    ...(thrown === undefined
      ? {}
      : {
          deriveEvents: () => {
            throw thrown;
          },
        }),
  }));
  vi.doMock('../../src/errors.ts', () => errors);
  await import('../../src/cli/derive-worker.ts');
  return posted.mock.calls.map(([message]) => message);
}

describe('the worker of derive', () => {
  it('posts the events of its request', async () => {
    expect((await messages({})).map(({ kind }) => kind)).toEqual(['family', 'closed-form']);
  });

  it('posts a failure with its kind, message and place, after the events before it', async () => {
    const [failure, ...others] = await messages({ family: 'gauss' });
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ kind: 'failure', failure: 'input', message: expect.stringContaining('gauss') });
    expect(failure['stack']).toContain('families');
  });

  it.each([
    ['domain', new errors.DomainError('m')],
    ['notation', new errors.NotationError('m')],
    ['shape', new errors.ShapeError('m')],
    ['unsupported', new errors.UnsupportedError('m')],
    ['input', new errors.InputError('m')],
    ['bug', new TypeError('m')],
  ])('calls a failure of kind %s by that name', async (kind, thrown) => {
    expect(await messages({}, thrown)).toMatchObject([{ kind: 'failure', failure: kind, message: 'm' }]);
  });
});
