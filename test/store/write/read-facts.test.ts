import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { Relation } from '../../../src/domain/fold/relation.ts';
import { recentStretches } from '../../../src/domain/fold/recent-stretches.ts';
import { FACTS, factsAt, type ChildFacts } from '../../../src/policy/facts.ts';
import { asWriter } from '../../../src/store/database.ts';
import {
  factsOfChild,
  factsOfEpisode,
  factsOfIntelligence,
  factsOfInterview,
  factsOfNote,
  factsOfOffer,
  factsOfRedaction,
} from '../../../src/store/write/read-facts.ts';
import { aDatabase, type TestDatabase } from '../../support/a-database.ts';
import { another, store } from '../a-stored-picture.ts';
import { aChild, anInterview, anItem, aNote, anOffer, aRedaction, aRelease } from './a-picture.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const HOUR = 3_600_000;
const NOWHERE = '00000000-0000-8000-8000-00000000dead';
const always = (agency: string): Relation => ({ agency, from: null, until: null });

function someone(): ChildPicture {
  const relations = {
    ...aChild().relations,
    hosts: [{ agency: 'southvale', from: NOW, until: NOW + HOUR }, { agency: 'westhaven', from: null, until: NOW }],
    partners: [always('a-school')],
    named: [always('WORKER:ann@northmere')],
    candidates: [always('eastmere')],
  };
  const interview = anInterview({ redactions: [aRedaction()], releases: [aRelease({ from: null, until: NOW + HOUR }), aRelease({ level: 'FULL', recipient: 'mereshire-police', from: NOW + 1 })] });
  return another(aChild({ relations, opens: ['COPY_TO_PLACEMENT'], offers: [anOffer()], interviews: [interview], intelligence: [anItem()], safetyNotes: [aNote()] }));
}

describe('the facts of one row', () => {
  let db: TestDatabase;
  let child: ChildPicture;
  beforeAll(async () => {
    db = await aDatabase();
    child = someone();
    await store(db.database, child);
  });
  afterAll(() => db.close());
  const reading = <T>(read: (em: EntityManager) => Promise<T>): Promise<T> => asWriter(db.database, read);
  const idOf = (those: readonly { readonly id: string }[]): string => those[0]?.id ?? '';

  it.each([['now', NOW], ['an hour later', NOW + HOUR], ['long ago', NOW - 1000 * HOUR]])('of a child are what the same picture says in memory, %s', async (_when, now) => {
    const { relations, restriction, opens, episodes } = child;
    const found = await reading((em) => factsOfChild(em, child.id, now));
    const sorted = (facts: ChildFacts | undefined): unknown => Object.fromEntries(Object.entries(facts ?? {}).map(([name, fact]) => [name, Array.isArray(fact) ? fact.map(String).sort() : fact]));
    expect(sorted(found?.facts)).toEqual(sorted(factsAt({ relations, restriction, opens, missingNow: 'YES', recent: recentStretches(episodes) }, now)));
    expect(found).toMatchObject({ id: child.id, child: child.id, childRecords: child.records.map(({ id }) => id) });
  });

  it('of an interview say who held it and to whom it is released at that very moment', async () => {
    const id = idOf(child.interviews);
    const shared = async (now: number): Promise<unknown> => (await reading((em) => factsOfInterview(em, id, now)))?.facts.shared;
    expect(await shared(NOW)).toEqual(['REDACTED:larkfield']);
    expect(await shared(NOW + 1)).toEqual(['FULL:mereshire-police', 'REDACTED:larkfield']);
    expect(await shared(NOW + HOUR)).toEqual(['FULL:mereshire-police']);
    expect(await reading((em) => factsOfInterview(em, id, NOW))).toMatchObject({ id, child: child.id, state: 'COMPLETED', contentHash: 'c0ffee', revision: 2, facts: { heldBy: 'northmere' } });
  });

  it('of an interview are found by the offer it followed too', async () => {
    const found = await reading((em) => factsOfInterview(em, idOf(child.offers), NOW));
    expect(found).toMatchObject({ id: idOf(child.interviews), records: [idOf(child.interviews), idOf(child.offers)] });
  });

  it.each([
    ['Child', factsOfChild, () => child.id],
    ['Episode', factsOfEpisode, () => idOf(child.episodes)],
    ['Offer', factsOfOffer, () => idOf(child.offers)],
    ['ReturnInterview', factsOfInterview, () => idOf(child.interviews)],
    ['IntelligenceItem', factsOfIntelligence, () => idOf(child.intelligence)],
    ['SafetyNote', factsOfNote, () => idOf(child.safetyNotes)],
    ['Redaction', factsOfRedaction, () => idOf(child.interviews.flatMap(({ redactions }) => redactions))],
  ] as const)('of %s are all that its rules may rest on, none of them missing', async (family, read, id) => {
    const found = await reading<{ facts: object; child: string } | null>((em) => read(em, id(), NOW));
    expect(found?.child).toBe(child.id);
    expect(Object.keys(found?.facts ?? {}).sort()).toEqual(Object.keys(FACTS[family]).sort());
    expect(Object.values(found?.facts ?? {})).not.toContain(null);
  });

  it.each([factsOfChild, factsOfEpisode, factsOfOffer, factsOfInterview, factsOfIntelligence, factsOfNote, factsOfRedaction])('are none where there is no such row (%p)', async (read) => {
    expect(await asWriter<unknown>(db.database, (em) => read(em, NOWHERE, NOW))).toBeNull();
  });

  it('of a text say from which interview it was made, and what that says now', async () => {
    const [redaction] = child.interviews.flatMap(({ redactions }) => redactions);
    expect(await reading((em) => factsOfRedaction(em, redaction?.id ?? '', NOW))).toMatchObject({
      interview: idOf(child.interviews),
      state: 'APPROVED',
      author: 'ann@northmere',
      contentHash: 'c0ffee',
    });
  });
});
