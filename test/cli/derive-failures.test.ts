import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { runCaptured } from './run-captured.ts';

// How failures of the worker arrive; a thread cannot be made to fail in all of these ways.
let script: (worker: EventEmitter) => void = () => {};

vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      setImmediate(() => script(this));
    }
    terminate(): Promise<number> {
      return Promise.resolve(0);
    }
  },
}));

const line = ['derive', 'normal', '--show', 'scalar', '--format', 'json'];
const family = { kind: 'family', name: 'normal', coordinates: ['mu', 'sigma'], shown: '' };

it.each([
  ['input', 2],
  ['notation', 2],
  ['shape', 2],
  ['domain', 3],
  ['unsupported', 4],
  ['bug', 70],
])('a failure of kind %s has exit code %i and that kind in JSON, also after the first event', async (kind, code) => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('message', { kind: 'failure', failure: kind, message: 'm', stack: 's' });
  };
  const captured = await runCaptured(line);
  expect(captured.code).toBe(code);
  expect(JSON.parse(captured.stdout)).toEqual({ error: { kind, message: 'm' } });
});

it('the stack is that of the worker, and shown with --debug only', async () => {
  script = (worker) =>
    worker.emit('message', { kind: 'failure', failure: 'bug', message: 'm', stack: 'in the worker' });
  expect((await runCaptured(line)).stderr).toBe('');
  expect((await runCaptured([...line, '--debug'])).stderr).toContain('in the worker');
});

it('a worker that breaks down is a bug, not a missing closed form', async () => {
  script = (worker) => worker.emit('error', new Error('out of memory'));
  expect((await runCaptured(line)).code).toBe(70);
});

it('a worker that stops before its work is done is a bug, not a budget that ran out', async () => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('exit', 1);
  };
  expect((await runCaptured(line)).code).toBe(70);
});
