/**
 * The names of the number pi. In a field where something else is called `pi`, a coordinate say, the number is `π`: names
 * that are declared shadow it otherwise.
 */
const names = ['pi', 'π'] as const;

/** A name that nobody declared means the number pi. */
export function isNumberPi(name: string): boolean {
  return name === names[0] || name === names[1];
}

/** The name of the number pi beside these declared names. */
export function numberPiBeside(declared: readonly string[]): string {
  return declared.includes(names[0]) ? names[1] : names[0];
}
