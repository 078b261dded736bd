import { describe, expect, it } from 'vitest';
import { lookalikes } from '../../src/derivation/lookalikes.ts';

describe('names that look the same', () => {
  it('are Latin, Greek and Cyrillic letters of one shape, composed and decomposed ones, and signs for units', () => {
    expect(lookalikes(['a', 'b', '\u0430'])).toEqual(['a', '\u0430']);
    expect(lookalikes(['\u0391', 'A'])).toEqual(['\u0391', 'A']);
    expect(lookalikes(['\u00e9', 'e\u0301'])).toEqual(['\u00e9', 'e\u0301']);
    expect(lookalikes(['K', '\u212a'])).toEqual(['K', '\u212a']);
    expect(lookalikes(['p_1', 'p_\u0061', '\u0440_1'])).toEqual(['p_1', '\u0440_1']);
  });

  it('are not names that differ, nor one name twice', () => {
    expect(lookalikes(['a', 'α', 'A', 'b', 'β', 'p', 'ρ', 'q', 'w', 'ω', 'n', 'η', 'u', 'υ'])).toBeNull();
    expect(lookalikes(['a', 'a'])).toBeNull();
    expect(lookalikes(["p'", 'p', 'p_', 'pp'])).toBeNull();
  });
});
