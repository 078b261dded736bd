import type { NativeSession } from './reopening.ts';

interface Shared {
  readonly session: Promise<NativeSession>;
  users: number;
}

/**
 * The sessions of an engine that programs of one structure share. The first program of a structure has a session for its own
 * sizes, which onnxruntime can plan for; the second one that differs from it opens a session for all sizes, and every
 * further one runs on that as long as somebody has it.
 */
export class SharedSessions {
  readonly #first = new Map<string, string>();
  readonly #shared = new Map<string, Shared>();

  /**
   * The session that a program should run on, by digests of its structure and of all of it; `open` opens it where it is the
   * first to need it. Undefined where the program should have one of its own. Releasing it gives it back; it is closed when
   * all have done so.
   */
  async take(
    structure: string,
    digest: string,
    open: () => Promise<NativeSession>,
  ): Promise<NativeSession | undefined> {
    const first = this.#first.get(structure) ?? digest;
    this.#first.set(structure, first);
    const shared = this.#shared.get(structure) ?? (first === digest ? undefined : { session: open(), users: 0 });
    if (!shared) return undefined;
    this.#shared.set(structure, shared);
    shared.users++;
    let isOpen = true;
    const giveBack = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      shared.users--;
      if (shared.users > 0) return;
      if (this.#shared.get(structure) === shared) this.#shared.delete(structure);
      await (await shared.session).release();
    };
    try {
      const session = await shared.session;
      return { run: session.run.bind(session) as NativeSession['run'], release: giveBack };
    } catch (error) {
      // Who comes next shall try to open it again.
      if (this.#shared.get(structure) === shared) this.#shared.delete(structure);
      throw error;
    }
  }
}
