import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
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

it.each([
  ['results that came before the failure stay under their heading', true, 'title\nmetric\n'],
  ['a heading without a result is not printed', false, ''],
])('as text, %s, and the failure stands on stderr', async (_, hasResult, stdout) => {
  script = (worker) => {
    worker.emit('message', { ...family, shown: 'title\n' });
    if (hasResult) worker.emit('message', { kind: 'closed-form', quantity: 'metric', text: [], shown: 'metric\n' });
    worker.emit('message', { kind: 'failure', failure: 'domain', message: 'singular', stack: 's' });
  };
  const expected = { code: 3, stdout, stderr: 'fisher-rao: singular\n' };
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

describe('quantities that there are not', () => {
  const refused = { message: 'no such thing', failure: 'domain' };
  const heading = () => ({ ...family, shown: 'title\n' });

  it('are null with the reason beside those that there are, and the exit code is 3', async () => {
    script = (worker) => {
      worker.emit('message', heading());
      worker.emit('message', { kind: 'closed-form', quantity: 'scalar', text: '-1', shown: 'scalar\n' });
      worker.emit('message', { kind: 'refused', quantity: 'weyl', shown: '', ...refused });
      worker.emit('exit', 0);
    };
    const asked = ['derive', 'normal', '--show', 'scalar,weyl'];
    expect(await runCaptured(asked)).toEqual({
      code: 3,
      stdout: 'title\nscalar\n',
      stderr: 'fisher-rao: weyl: no such thing\n',
    });
    const { code, stdout } = await runCaptured([...asked, '--format', 'json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ scalar: '-1', weyl: null, refused: { weyl: 'no such thing' } });
  });

  it('are a failure where nothing else was asked for', async () => {
    script = (worker) => {
      worker.emit('message', heading());
      worker.emit('message', { kind: 'refused', quantity: 'scalar', shown: '', ...refused });
      worker.emit('exit', 0);
    };
    const { code, stdout } = await runCaptured(line);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toEqual({ error: { kind: 'domain', message: 'no such thing' } });
  });

  it('at a point are null as well, until the closed form gives them', async () => {
    const at = { kind: 'at', point: { mu: 0 }, values: {}, method: 'exact', refused: { scalar: refused }, shown: '' };
    const closed = { kind: 'closed-form', quantity: 'scalar', text: '-1', shown: '' };
    const exact = { kind: 'exact-at', quantity: 'scalar', value: -1, text: '-1', shown: '' };
    for (const [messages, code, expected] of [
      [[at, closed], 3, { at: { scalar: null }, refused: { 'scalar at the point': 'no such thing' } }],
      [[at, closed, exact], 0, { at: { scalar: -1, exact: { scalar: '-1' } }, scalar: '-1' }],
    ] as const) {
      script = (worker) => {
        for (const message of [heading(), ...messages]) worker.emit('message', message);
        worker.emit('exit', 0);
      };
      const captured = await runCaptured([...line, '--at', 'mu=0,sigma=1']);
      expect(captured.code).toBe(code);
      expect(JSON.parse(captured.stdout)).toMatchObject(expected);
    }
  });
});

it('digits come with the numbers at the point, and need one', async () => {
  const messages = [
    { kind: 'at', point: { mu: 0 }, values: { scalar: -1 }, method: 'exact', shown: '' },
    { kind: 'closed-form', quantity: 'scalar', text: '-1', shown: '' },
    { kind: 'digits-at', quantity: 'scalar', text: '-1.00', shown: '' },
  ];
  script = (worker) => {
    for (const message of [family, ...messages]) worker.emit('message', message);
    worker.emit('exit', 0);
  };
  const asked = ['derive', 'normal', '--show', 'scalar', '--format', 'json', '--digits'];
  const { code, stdout } = await runCaptured([...asked, '3', '--at', 'mu=0,sigma=1']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ at: { scalar: -1, digits: { scalar: '-1.00' } }, scalar: '-1' });
  expect((await runCaptured([...asked, '3'])).code).toBe(2);
  expect((await runCaptured([...asked, '901', '--at', 'mu=0,sigma=1'])).code).toBe(2);
});

it('with no time for closed forms, numbers at a point come alone', async () => {
  script = (worker) => {
    worker.emit('message', family);
    worker.emit('message', { kind: 'at', point: { mu: 0 }, values: { scalar: -1 }, method: 'exact', shown: 'at\n' });
  };
  const asked = ['derive', 'normal', '--show', 'scalar', '--at', 'mu=0,sigma=1', '--budget', '0'];
  expect(await runCaptured(asked)).toEqual({ code: 0, stdout: 'at\nnone: --budget 0\n', stderr: '' });
  const { stdout } = await runCaptured([...asked, '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ at: { scalar: -1 }, scalar: null, reason: '--budget 0' });
});
