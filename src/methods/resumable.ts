/** How a long computation is interrupted and goes on: both optional, states are plain data. */
export interface Resumable<State> {
  /** Where to go on from: a state that a run of the same request gave. */
  readonly resume?: State | undefined;
  /** Called after each step with all that is needed to go on from it. */
  readonly checkpoint?: ((state: State) => void) | undefined;
}

/** The same, and who is told how it goes on. */
export interface Lasting<State> extends Resumable<State> {
  /** Called with the fraction that is done. */
  readonly progress?: ((fraction: number) => void) | undefined;
}
