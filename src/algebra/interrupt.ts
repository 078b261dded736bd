let check: () => void = () => {};

/**
 * Runs `work`, during which every long loop of this floor calls `interrupt` now and then; it may throw to stop the
 * work. Synchronous and dynamically scoped: nested calls restore the outer interrupt, also after an exception.
 */
export function withInterrupt<T>(interrupt: () => void, work: () => T): T {
  const outer = check;
  check = interrupt;
  try {
    return work();
  } finally {
    check = outer;
  }
}

/** Called by long loops; throws what the interrupt of {@link withInterrupt} throws. */
export function checkpoint(): void {
  check();
}
