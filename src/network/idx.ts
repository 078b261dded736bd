import { InputError } from '../errors.ts';

/** An array read from an IDX file: unsigned bytes in row-major order, `shape` naming the length of each axis. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

const unsignedByte = 0x08;
const elementTypes: Readonly<Record<number, string>> = {
  9: 'signed byte',
  11: 'short',
  12: 'int',
  13: 'float',
  14: 'double',
};

/**
 * The array in an IDX file of unsigned bytes, the format of MNIST: two zero bytes, the element type, the number of axes,
 * one big-endian 32-bit length per axis, the elements. The result shares memory with `bytes`. `name` is for messages.
 *
 * @throws InputError if the magic number, the element type, an axis or the length of the file is wrong.
 */
export function readIdx(bytes: Uint8Array, name: string): IdxArray {
  if (bytes.length < 4) throw new InputError(`${name}: an IDX file has a header of 4 bytes, this has ${bytes.length}.`);
  const [zero, alsoZero, type, axes] = bytes as unknown as readonly [number, number, number, number];
  if (zero !== 0 || alsoZero !== 0) throw new InputError(notIdx(name, bytes));
  if (type !== unsignedByte) {
    const found = elementTypes[type] ?? `unknown type 0x${type.toString(16)}`;
    throw new InputError(`${name}: expected an IDX file of unsigned bytes (0x08), found elements of ${found}.`);
  }
  if (axes === 0) throw new InputError(`${name}: an IDX file has at least one axis, this declares none.`);
  const header = 4 + 4 * axes;
  if (bytes.length < header) {
    throw new InputError(
      `${name}: ${axes} axes need a header of ${header} bytes, the file ends after ${bytes.length}. Is it truncated?`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis, false));
  const expected = header + shape.reduce((product, length) => product * length, 1);
  if (bytes.length !== expected) {
    throw new InputError(
      `${name}: shape ${shape.join(' x ')} needs ${expected} bytes with the header, the file has ${bytes.length}. ` +
        'Is it truncated, or a file of another kind?',
    );
  }
  return { shape, data: bytes.subarray(header) };
}

function notIdx(name: string, bytes: Uint8Array): string {
  const magic = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const advice = bytes[0] === 0x1f && bytes[1] === 0x8b ? ' It is compressed: run gunzip on it first.' : '';
  return `${name}: an IDX file begins with two zero bytes, this one with ${magic}.${advice}`;
}
