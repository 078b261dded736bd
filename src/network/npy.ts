import { InputError } from '../errors.ts';

/** An array read from a file: its numbers in row-major order, `shape` naming the length of each axis. */
export interface NumberArray {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

type Reader = (view: DataView, at: number, little: boolean) => number;

/** How an element is read, by kind and number of bytes. */
const readers: Readonly<Record<string, Reader>> = {
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  b1: (view, at) => view.getUint8(at),
};

const magic = [0x93, ...new TextEncoder().encode('NUMPY')];

/**
 * The array in a NumPy `.npy` file, versions 1 to 3: real or whole numbers or booleans of any byte order, stored by rows or
 * by columns. Whole numbers beyond 2^53 are rounded to doubles. `name` is for messages.
 *
 * @throws InputError if the magic string, the header, the element type or the length of the file is wrong, or a number is
 *   not finite.
 */
export function readNpy(bytes: Uint8Array, name: string): NumberArray {
  if (magic.some((byte, i) => bytes[i] !== byte) || bytes.length < 12)
    throw new InputError(`${name}: a .npy file begins with \\x93NUMPY, this one does not.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6]! > 1;
  const start = wide ? 12 : 10;
  const end = start + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, end));
  const { order, kind, byColumns, shape } = described(header, name);
  const read = readers[kind];
  if (!read)
    throw new InputError(`${name}: elements of type ${kind} are not read; save it as float64, as in x.astype('f8').`);
  const width = Number(kind.slice(1));
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length !== end + count * width) {
    throw new InputError(
      `${name}: shape (${shape.join(', ')}) needs ${end + count * width} bytes with the header, the file has ${bytes.length}. Is it truncated?`,
    );
  }
  const stored = Float64Array.from({ length: count }, (_, i) => read(view, end + i * width, order !== '>'));
  const strange = stored.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) {
    throw new InputError(
      `${name}: element ${strange} of ${count}, in the order of the file, is ${stored[strange]}; expected finite numbers.`,
    );
  }
  return { shape, data: byColumns ? byRows(stored, shape) : stored };
}

function described(header: string, name: string) {
  const type = /'descr':\s*'([<>|=]?)([a-zA-Z]\d+)'/.exec(header);
  const order = /'fortran_order':\s*(True|False)/.exec(header);
  const shape = /'shape':\s*\(([\d,\sL]*)\)/.exec(header);
  if (!type || !order || !shape)
    throw new InputError(
      `${name}: expected a header of one plain element type, order and shape; got ${header.trim()}.`,
    );
  return {
    order: type[1]!,
    kind: type[2]!,
    byColumns: order[1] === 'True',
    shape: (shape[1]!.match(/\d+/g) ?? []).map(Number),
  };
}

/** Numbers stored with the first axis fastest, put with the last axis fastest. */
function byRows(stored: Float64Array, shape: readonly number[]): Float64Array {
  const data = new Float64Array(stored.length);
  const index = shape.map(() => 0);
  for (const value of stored) {
    data[index.reduce((place, at, axis) => place * shape[axis]! + at, 0)] = value;
    for (let axis = 0; axis < shape.length; axis += 1) {
      index[axis] = (index[axis]! + 1) % shape[axis]!;
      if (index[axis] !== 0) break;
    }
  }
  return data;
}
