import { crc32, inflateRawSync } from 'node:zlib';
import { InputError } from '../errors.ts';
import { type NumberArray, readNpy } from './npy.ts';

/** Signatures and sizes of the three records of a zip archive that are read. */
const directoryEnd = { signature: 0x06054b50, size: 22 };
const directoryEntry = { signature: 0x02014b50, size: 46 };
const localHeader = { signature: 0x04034b50, size: 30 };

/** What a 32-bit field holds when the true value stands in a 64-bit record. */
const elsewhere = 0xffffffff;

/**
 * The arrays of a NumPy `.npz` file, by name: a zip archive of `.npy` files, stored or deflated, below 4 GiB. `name` is for
 * messages.
 *
 * @throws InputError if the archive or one of its arrays is damaged.
 */
export function readNpz(bytes: Uint8Array, name: string): ReadonlyMap<string, NumberArray> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view, name);
  const count = view.getUint16(end + 10, true);
  const arrays = new Map<string, NumberArray>();
  let at = view.getUint32(end + 16, true);
  for (let k = 0; k < count; k += 1) {
    if (at + directoryEntry.size > bytes.length || view.getUint32(at, true) !== directoryEntry.signature)
      throw damaged(name, `entry ${k} of its directory is not where it should be`);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const file = new TextDecoder().decode(
      bytes.subarray(at + directoryEntry.size, at + directoryEntry.size + nameLength!),
    );
    const content = unpacked(bytes, view, at, `${name}: ${file}`);
    arrays.set(file.replace(/\.npy$/, ''), readNpy(content, `${name}: ${file}`));
    at += directoryEntry.size + nameLength! + extraLength! + noteLength!;
  }
  return arrays;
}

function damaged(name: string, what: string): InputError {
  return new InputError(`${name}: expected a zip archive; ${what}.`);
}

/** The record at the end is found from behind, since a note of up to 2^16 bytes may follow it. */
function endOfDirectory(view: DataView, name: string): number {
  const first = Math.max(0, view.byteLength - directoryEnd.size - 0xffff);
  for (let at = view.byteLength - directoryEnd.size; at >= first; at -= 1) {
    if (view.getUint32(at, true) === directoryEnd.signature) return at;
  }
  throw damaged(name, 'it has no directory at its end. Is it truncated?');
}

function unpacked(bytes: Uint8Array, view: DataView, entry: number, name: string): Uint8Array {
  const method = view.getUint16(entry + 10, true);
  const [sum, packedSize, size] = [16, 20, 24].map((offset) => view.getUint32(entry + offset, true));
  const local = view.getUint32(entry + 42, true);
  if ([packedSize, size, local].includes(elsewhere))
    throw new InputError(`${name}: archives of 4 GiB and more are not read.`);
  if (local + localHeader.size > bytes.length || view.getUint32(local, true) !== localHeader.signature)
    throw damaged(name, 'a file is not where the directory says');
  const start = local + localHeader.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(start, start + packedSize!);
  const content = method === 0 ? packed : method === 8 ? inflated(packed, name) : undefined;
  if (!content) throw new InputError(`${name}: packed by method ${method}; numpy.savez and savez_compressed are read.`);
  if (content.length !== size || crc32(content) !== sum) throw damaged(name, 'its bytes do not match their checksum');
  return content;
}

function inflated(packed: Uint8Array, name: string): Uint8Array {
  try {
    return inflateRawSync(packed);
  } catch (error) {
    throw damaged(name, `unpacking failed: ${(error as Error).message}`);
  }
}
