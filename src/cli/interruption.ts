/** Says in a phrase where something was kept; undefined if there was nothing to keep. */
export type Save = () => string | undefined;

const saves = new Set<Save>();

/** Registers what is to be saved when a signal ends the process; the function returned takes it back. */
export function saveAtInterruption(save: Save): () => void {
  saves.add(save);
  return () => {
    saves.delete(save);
  };
}

/** Saves all that is registered and says where; what cannot be saved says why. */
export function interrupted(): readonly string[] {
  return [...saves].flatMap((save) => {
    try {
      return save() ?? [];
    } catch (error) {
      return (error as Error).message;
    }
  });
}
