import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { runCaptured } from './run-captured.ts';

// What the command makes of its worker; a thread cannot be made to fail in all of these ways, nor be late at will.
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

it('as text, what came before the failure stays, and the failure stands on stderr', async () => {
  script = (worker) => {
    worker.emit('message', { ...family, shown: 'title\n' });
    worker.emit('message', { kind: 'failure', failure: 'domain', message: 'singular', stack: 's' });
  };
  const expected = { code: 3, stdout: 'title\n', stderr: 'fisher-rao: singular\n' };
  expect(await runCaptured(['derive', 'normal'])).toEqual(expected);
});

it('as text, quantities without a closed form in time are named with the reason', async () => {
  script = (worker) => {
    worker.emit('message', { ...family, shown: 'title\n' });
    worker.emit('message', { kind: 'closed-form', quantity: 'metric', text: [], shown: 'metric\n' });
  };
  const stdout = 'title\nmetric\nscalar: no closed form within 0.01 s: raise --budget\n';
  expect(await runCaptured(['derive', 'normal', '--budget', '0.01'])).toEqual({ code: 0, stdout, stderr: '' });
});

it('the stack is that of the worker, and shown with --debug only', async () => {
  script = (worker) =>
    worker.emit('message', { kind: 'failure', failure: 'bug', message: 'm', stack: 'in the worker' });
  expect((await runCaptured(line)).stderr).toBe('');
  expect((await runCaptured([...line, '--debug'])).stderr).toContain('in the worker');
});

it.each([
  ['unsupported', 0],
  ['domain', 0],
  ['bug', 70],
])('a failure of kind %s after the numbers at a point ends with exit code %i', async (failure, code) => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('message', { kind: 'at', point: { mu: 0 }, values: { scalar: -1 }, method: 'exact', shown: '' });
    worker.emit('message', { kind: 'failure', failure, message: 'no closed form', stack: 's' });
  };
  const captured = await runCaptured([...line, '--at', 'mu=0,sigma=1']);
  expect(captured.code).toBe(code);
  const numbers = { at: { scalar: -1 }, scalar: null, reason: 'no closed form' };
  expect(JSON.parse(captured.stdout)).toMatchObject(code === 0 ? numbers : { error: { kind: 'bug' } });
});

it('a closed form that exhausts the memory of its thread is null with that reason', async () => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('error', Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
  };
  const { code, stdout } = await runCaptured(line);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ scalar: null, reason: 'no closed form within the memory of a thread' });
});

it('a worker that breaks down is a bug, not a missing closed form', async () => {
  script = (worker) => worker.emit('error', new Error('broken'));
  expect((await runCaptured(line)).code).toBe(70);
});

it('a worker that stops before its work is done is a bug, not a budget that ran out', async () => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('exit', 1);
  };
  expect((await runCaptured(line)).code).toBe(70);
});
