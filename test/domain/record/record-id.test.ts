import { createSecretKey } from 'node:crypto';
import { recordId } from '../../../src/domain/record/record-id.ts';
import type { RecordRef } from '../../../src/domain/record/record.ts';

const KEY = createSecretKey(new Uint8Array(32).fill(7));
const ref: RecordRef = { agency: 'mereshire', system: 'compact', kind: 'person', key: '007890' };

describe('a record id', () => {
  it('is a version 8 UUID', () => {
    expect(recordId(KEY, ref)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  it('is the same on every replay', () => {
    expect(recordId(KEY, { ...ref })).toBe(recordId(KEY, ref));
  });
  it('differs with the key, so that nobody outside can compute it', () => {
    expect(recordId(createSecretKey(new Uint8Array(32).fill(8)), ref)).not.toBe(recordId(KEY, ref));
  });
  it('keeps leading zeros and the borders between the four parts apart', () => {
    const ids = [
      ref,
      { ...ref, key: '7890' },
      { ...ref, kind: 'episode' as const },
      { ...ref, agency: 'mereshire","compact', system: '' },
      { ...ref, agency: 'mere', system: 'shirecompact' },
    ].map((other) => recordId(KEY, other));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
