import type { InferenceSession } from 'onnxruntime-node';

/** What the engine needs of a session of onnxruntime. */
export type NativeSession = Pick<InferenceSession, 'run' | 'release'>;

/**
 * A session that outlives failures: when a run fails, the native session is released, since its device or memory is not to
 * be trusted any more, and the next run opens another. `explain` turns what onnxruntime threw into what is thrown.
 */
export function reopening(
  first: NativeSession,
  reopen: () => Promise<NativeSession>,
  explain: (error: unknown) => unknown,
): NativeSession {
  let current: Promise<NativeSession> | undefined = Promise.resolve(first);
  const close = async (opened: Promise<NativeSession> | undefined): Promise<void> => {
    if (current === opened) current = undefined;
    // What did not open need not be closed.
    await opened?.then((session) => session.release()).catch(() => undefined);
  };
  const runIn = async (...given: Parameters<InferenceSession['run']>): Promise<InferenceSession.ReturnType> => {
    current ??= reopen();
    const opened = current;
    try {
      return await (await opened).run(...given);
    } catch (error) {
      // Where a neighbouring run has failed first, the session was closed under this one.
      if (current !== opened) return runIn(...given);
      await close(opened);
      throw explain(error);
    }
  };
  return { run: runIn as NativeSession['run'], release: () => close(current) };
}
