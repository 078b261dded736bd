import { InputError } from '../errors.ts';

/** The text of a program, read from left to right; blanks and line breaks between parts are skipped. */
export class ProgramText {
  readonly #source: string;
  #position = 0;

  constructor(source: string) {
    this.#source = source;
    this.#skip();
  }

  /** Where the next part begins, for errors. */
  get position(): number {
    return this.#position;
  }

  /** Whether the given text comes next. */
  at(expected: string): boolean {
    return this.#source.startsWith(expected, this.#position);
  }

  /** Reads the given text. Throws InputError where something else comes. */
  expect(expected: string): void {
    if (!this.at(expected)) throw this.error(this.#position, `expected "${expected}"; found ${this.#found()}`);
    this.#advance(expected.length);
  }

  /** Reads what a sticky pattern matches; `what` says what that is. Throws InputError where it does not match. */
  take(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.#position;
    const [matched] = pattern.exec(this.#source) ?? [];
    if (matched === undefined) throw this.error(this.#position, `expected ${what}; found ${this.#found()}`);
    this.#advance(matched.length);
    return matched;
  }

  /** Reads a string in double quotes, with the escapes of JSON. */
  string(): string {
    const start = this.#position;
    const quoted = this.take(/"(?:[^"\\\n]|\\.)*"/y, 'a string in double quotes');
    try {
      return JSON.parse(quoted);
    } catch {
      throw this.error(start, `expected a string with the escapes of JSON; found ${quoted}`);
    }
  }

  /** Reads items between commas up to the text `end`, which is not read; '' is the end of the source. */
  list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    const atEnd = (): boolean => (end === '' ? this.#position === this.#source.length : this.at(end));
    while (!atEnd()) {
      if (items.length > 0) this.expect(',');
      items.push(item());
    }
    return items;
  }

  /** Throws InputError where anything is left. */
  end(): void {
    if (this.#position < this.#source.length)
      throw this.error(this.#position, `expected the end of the program; found ${this.#found()}`);
  }

  /** The error of this message at a position. */
  error(position: number, message: string): InputError {
    return new InputError(this.locate(position, message));
  }

  /** The message with line and column of a position, both counted from 1. */
  locate(position: number, message: string): string {
    const before = this.#source.slice(0, position).split('\n');
    return `program text, line ${before.length}, column ${before.at(-1)!.length + 1}: ${message}`;
  }

  #advance(count: number): void {
    this.#position += count;
    this.#skip();
  }

  #skip(): void {
    while (/\s/.test(this.#source[this.#position] ?? '')) this.#position++;
  }

  #found(): string {
    const rest = this.#source.slice(this.#position, this.#position + 16);
    return rest === '' ? 'the end' : JSON.stringify(rest.split('\n')[0]);
  }
}
