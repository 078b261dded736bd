import { expect, test, vi } from 'vitest';
import { type NativeSession, reopening } from '../../../src/engine/onnx/reopening.ts';

const explain = (error: unknown): Error => new Error(`explained: ${(error as Error).message}`);

/** A session that answers with its name, or fails as often as told. */
function session(name: string, failures = 0) {
  const run = vi.fn(async () => {
    if (run.mock.calls.length <= failures) throw new Error(`${name} broke`);
    return { name } as never;
  });
  return { run, release: vi.fn(async () => {}) };
}

async function nameOf(run: Promise<unknown>): Promise<unknown> {
  return ((await run) as { name: string }).name;
}

test('a run that fails frees its session and throws what explains it; the next run opens another', async () => {
  const [first, second] = [session('first', 1), session('second')];
  const open = vi.fn(async () => second);
  const lasting = reopening(first, open, explain);
  await expect(lasting.run({})).rejects.toThrow('explained: first broke');
  expect(first.release).toHaveBeenCalledOnce();
  expect(open).not.toHaveBeenCalled();
  expect(await nameOf(lasting.run({}))).toBe('second');
  expect(await nameOf(lasting.run({}))).toBe('second');
  expect(open).toHaveBeenCalledOnce();
  await lasting.release();
  expect(second.release).toHaveBeenCalledOnce();
});

test('a session that does not open again is tried again at the next run', async () => {
  const open = vi
    .fn<() => Promise<NativeSession>>()
    .mockRejectedValueOnce(new Error('no device'))
    .mockResolvedValue(session('later'));
  const lasting = reopening(session('first', 1), open, explain);
  await expect(lasting.run({})).rejects.toThrow('first broke');
  await expect(lasting.run({})).rejects.toThrow('no device');
  expect(await nameOf(lasting.run({}))).toBe('later');
});

test('a run beside one that fails is not lost with it', async () => {
  const first = session('first', 2);
  const lasting = reopening(first, async () => session('second'), explain);
  const [failed, beside] = await Promise.allSettled([lasting.run({}), lasting.run({})]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'explained: first broke' } });
  expect(beside).toMatchObject({ status: 'fulfilled', value: { name: 'second' } });
  expect(first.release).toHaveBeenCalledOnce();
});

test('what fails to close does not hide why the run failed', async () => {
  const first = { ...session('first', 1), release: () => Promise.reject(new Error('already gone')) };
  await expect(reopening(first, async () => session('second'), explain).run({})).rejects.toThrow('first broke');
});
