import { expect, test, vi } from 'vitest';
import type { NativeSession } from '../../../src/engine/onnx/reopening.ts';
import { SharedSessions } from '../../../src/engine/onnx/shared-sessions.ts';

function session(name: string) {
  return { run: vi.fn(async () => ({ name }) as never), release: vi.fn(async () => {}) };
}

async function nameOf(taken: NativeSession | undefined): Promise<unknown> {
  return ((await taken?.run({})) as { name?: string } | undefined)?.name;
}

test('the first program of a structure runs on its own, also when it comes again; the second opens, the third takes', async () => {
  const sessions = new SharedSessions();
  const open = vi.fn(async () => session('shared'));
  expect(await sessions.take('s', 'size 1', open)).toBeUndefined();
  expect(await sessions.take('s', 'size 1', open)).toBeUndefined();
  expect(await sessions.take('t', 'size 2', open)).toBeUndefined(); // another structure
  expect(open).not.toHaveBeenCalled();
  for (const digest of ['size 2', 'size 3', 'size 1']) {
    expect(await nameOf(await sessions.take('s', digest, open))).toBe('shared');
  }
  expect(open).toHaveBeenCalledOnce();
});

test('it is closed when the last who has it gives it back, and opened again after that', async () => {
  const sessions = new SharedSessions();
  const [first, second] = [session('first'), session('second')];
  const open = vi.fn<() => Promise<NativeSession>>().mockResolvedValueOnce(first).mockResolvedValueOnce(second);
  await sessions.take('s', 'size 1', open);
  const [one, other] = await Promise.all(['size 2', 'size 3'].map((digest) => sessions.take('s', digest, open)));
  expect(open).toHaveBeenCalledOnce(); // also while it is being opened
  await one!.release();
  await one!.release(); // counts once
  expect(first.release).not.toHaveBeenCalled();
  await other!.release();
  expect(first.release).toHaveBeenCalledOnce();
  expect(await nameOf(await sessions.take('s', 'size 3', open))).toBe('second');
});

test('what did not open is tried again by the next', async () => {
  const sessions = new SharedSessions();
  const open = vi
    .fn<() => Promise<NativeSession>>()
    .mockRejectedValueOnce(new Error('no'))
    .mockResolvedValue(session('s'));
  await sessions.take('s', 'size 1', open);
  await expect(sessions.take('s', 'size 2', open)).rejects.toThrow('no');
  expect(await nameOf(await sessions.take('s', 'size 2', open))).toBe('s');
});
