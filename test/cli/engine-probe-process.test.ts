import { expect, it, vi } from 'vitest';

it('reports each candidate of its command line in order, then lets its parent go', async () => {
  const words = process.argv;
  const sent: unknown[] = [];
  const disconnect = vi.fn();
  const { send, disconnect: usual } = process;
  Object.assign(process, {
    argv: [...words.slice(0, 2), 'tfjs/tfjs-node', 'reference'],
    send: (report: unknown, done: () => void) => {
      sent.push(report);
      done();
    },
    disconnect,
  });
  try {
    await import('../../src/cli/engine-probe-process.ts');
  } finally {
    Object.assign(process, { argv: words, send, disconnect: usual });
  }
  expect(sent).toEqual([
    expect.objectContaining({ name: 'tfjs/tfjs-node', dtypes: [], problem: expect.stringContaining('npm install') }),
    expect.objectContaining({ name: 'reference', problem: null }),
  ]);
  expect(disconnect).toHaveBeenCalledOnce();
});
