import { randomBytes, randomUUID } from 'node:crypto';
import { cursorSeal } from '../../src/gate/cursor.ts';
import { aViewer } from './a-gate.ts';

const VIEWER = aViewer('HUB_COORDINATOR', 'north');

describe('a cursor', () => {
  const [seal, id] = [cursorSeal(randomBytes(32)), randomUUID()];
  const cursor = seal.make(VIEWER, 'episodes', id);

  it('opens to the row it names', () => {
    expect(seal.open(VIEWER, 'episodes', cursor)).toBe(id);
  });

  it('row 7: opens on no other list, to no other viewer and under no other key', () => {
    expect(seal.open(VIEWER, 'disclosures', cursor)).toBeNull();
    for (const viewer of [{ ...VIEWER, person: 'another' }, { ...VIEWER, agency: 'south' }, { ...VIEWER, role: 'AUDITOR' as const }]) {
      expect(seal.open(viewer, 'episodes', cursor)).toBeNull();
    }
    expect(cursorSeal(randomBytes(32)).open(VIEWER, 'episodes', cursor)).toBeNull();
  });
});
