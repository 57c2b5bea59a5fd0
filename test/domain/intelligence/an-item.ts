import type { IntelligencePicture } from '../../../src/domain/fold/intelligence-picture.ts';
import { at } from '../fold/a-world.ts';

/** A released, ungraded item from an interview, with what a test says of it. */
export function anItem(changes: Partial<IntelligencePicture> = {}): IntelligencePicture {
  return {
    id: 'item-1',
    record: { agency: 'northmere', system: 'homeward', record: 'item-1', recordKey: 'k', order: '000001', observation: 'o' },
    stated: {
      origin: 'INTERVIEW',
      topic: 'OTHER',
      urgency: 'ROUTINE',
      at: at('2026-03-02'),
      interview: null,
      content: 'A car.',
      source: 'The child.',
      namedPeople: [],
      area: null,
    },
    grade: null,
    gradedBy: null,
    flags: [],
    released: true,
    handling: 'P',
    recipients: [],
    originator: 'northmere',
    area: null,
    groups: [],
    order: '000001',
    restriction: { restricted: false, awaitsNaming: false, keeps: [] },
    named: [],
    ...changes,
  };
}
