import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readNpy } from '../../src/network/index.ts';

/** What numpy.save of NumPy 2.4 wrote of the arrays below. */
const saved = {
  '<f8':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAD4PwAAAAAAAADAAAAAAAAACEAAAAAAAAAQQHsUrkfhenQ/AAAAAAAAGEA=',
  '>f4':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAo/wAAAwAAAAEBAAABAgAAAO6PXCkDAAAA=',
  '<i8':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGk4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAAAAAAAAAAAAAAAAAAAAwAAAAAAAAAEAAAAAAAAAAUAAAAAAAAAyAAAAAAAAAA=',
  '|u1':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAMEBcg=',
  '>i2':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPmkyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQAAAAMABAAFAMg=',
  '|b1':
    'k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoBAAEBAQE=',
  columns:
    'k05VTVBZAQB2AHsnZGVzY3InOiAnfHUxJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMywgNCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoADAQQCBQBDQURCRUCDgYSChYDDwcTCxc=',
  scalar:
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAcQA==',
  half: 'k05VTVBZAQB2AHsnZGVzY3InOiAnPGYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAPA==',
  complex:
    'k05VTVBZAQB2AHsnZGVzY3InOiAnPGMxNicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6ICgxLCksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAPA/',
};
const bytes = (name: keyof typeof saved): Uint8Array => new Uint8Array(Buffer.from(saved[name], 'base64'));

describe('a .npy file', () => {
  it('gives real numbers of either size and byte order', () => {
    const values = [1.5, -2, 3, 4, 5e-3, 6];
    expect(readNpy(bytes('<f8'), 'x')).toEqual({ shape: [2, 3], data: Float64Array.from(values) });
    expect(readNpy(bytes('>f4'), 'x').data).toEqual(Float64Array.from(values, Math.fround));
  });

  it('gives whole numbers and booleans', () => {
    for (const type of ['<i8', '|u1', '>i2'] as const)
      expect([...readNpy(bytes(type), 'x').data]).toEqual([1, 0, 3, 4, 5, 200]);
    expect([...readNpy(bytes('|b1'), 'x').data]).toEqual([1, 0, 1, 1, 1, 1]);
  });

  it('is given by rows, however it was stored', () => {
    const { shape, data } = readNpy(bytes('columns'), 'x');
    expect(shape).toEqual([2, 3, 4]);
    expect([...data]).toEqual(Array.from({ length: 24 }, (_, i) => i));
    expect([...bytes('columns').slice(-24, -20)]).toEqual([0, 12, 4, 16]); // the file has it by columns
    expect(readNpy(bytes('scalar'), 'x')).toEqual({ shape: [], data: Float64Array.of(7) });
  });

  it('may begin anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes('<f8').length + 3);
    shifted.set(bytes('<f8'), 3);
    expect(readNpy(shifted.subarray(3), 'x')).toEqual(readNpy(bytes('<f8'), 'x'));
  });

  it('with a number that is not finite is refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const file = bytes('<f8');
      new DataView(file.buffer, file.byteOffset).setFloat64(file.length - 8 * 2, value, true);
      expect(() => readNpy(file, 'x.npy')).toThrow(`x.npy: element 4 of 6, in the order of the file, is ${value}`);
    }
  });

  it('that is damaged or of another type is refused', () => {
    expect(() => readNpy(bytes('<f8').slice(0, -1), 'x.npy')).toThrow(/x\.npy: shape \(2, 3\) needs 176 bytes/);
    expect(() => readNpy(bytes('<f8').slice(1), 'x')).toThrow(/begins with/);
    expect(() => readNpy(bytes('half'), 'x')).toThrow(/type f2 are not read/);
    expect(() => readNpy(bytes('complex'), 'x')).toThrow(InputError);
    const header = Buffer.from(saved['<f8'], 'base64').toString('latin1').replace("'descr'", "'other'");
    expect(() => readNpy(Buffer.from(header, 'latin1'), 'x')).toThrow(/expected a header/);
  });
});
