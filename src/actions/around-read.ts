import type { AroundChild, MissingTogether } from '../domain/redaction/network-of.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { missingTogether } from '../store/write/missing-together.ts';
import { storedAround } from '../store/write/read-around.ts';
import { factsOfChild, factsOfEpisode, factsOfIntelligence, factsOfInterview } from '../store/write/read-facts.ts';
import { peopleRead } from './people-read.ts';
import type { Scene } from './perform.ts';

const NOTHING: AroundChild = { persons: [], homes: [], profiles: [], reports: [], interviews: [], items: [], together: [], related: [], professionals: [] };

/**
 * What is known around a child as far as the actor reads it, by the child's shown id: whoever is refused for something else
 * would learn by it that it is there. What they do not read keeps a text back when it is approved, without a word.
 */
export async function aroundRead(scene: Scene, child: string): Promise<AroundChild> {
  const [stored, row] = [await storedAround(scene.em, child), await factsOfChild(scene.em, child, scene.now)];
  if (stored === null || row === null) {
    return NOTHING;
  }
  const ability = abilityOf(scene.actor.viewer);
  const ofChild = readableAttributes(ability, 'Child', row.facts);
  const reports = await readable(scene, 'Episode', stored.reports);
  const ofPlacement = readableAttributes(ability, 'Placement', row.facts);
  return {
    persons: [only(stored.child, ofChild)],
    homes: ofChild.has('placements') ? stored.homes.map((home) => ({ homeName: null, provider: null, ...only(home, ofPlacement) })) : [],
    profiles: ofChild.has('profiles') ? stored.profiles : [],
    reports,
    interviews: await readable(scene, 'ReturnInterview', stored.interviews),
    items: await readable(scene, 'IntelligenceItem', stored.items),
    // With whom a child went missing is read where the circumstances are.
    together: reports.length === stored.reports.length ? await togetherRead(scene, row.childRecords) : [],
    ...(await peopleRead(scene, row.childRecords, ofChild.has('telephone'))),
  };
}

const FACTS = { Episode: factsOfEpisode, ReturnInterview: factsOfInterview, IntelligenceItem: factsOfIntelligence } as const;
const NAMES_IN = { Episode: 'lastSeenWith', ReturnInterview: 'namedPeople', IntelligenceItem: 'namedPeople' } as const;

/** The rows whose named people the actor reads: who and where they name goes together. */
async function readable<R extends { readonly id: string }>(scene: Scene, family: keyof typeof FACTS, rows: readonly R[]): Promise<R[]> {
  const read: R[] = [];
  for (const row of rows) {
    const found = await FACTS[family](scene.em, row.id, scene.now);
    if (found !== null && readableAttributes(abilityOf(scene.actor.viewer), family, found.facts).has(NAMES_IN[family])) {
      read.push(row);
    }
  }
  return read;
}

/** What the children missing together with this one are called, as far as the actor reads them by their own rows. */
async function togetherRead({ em, actor, now }: Scene, records: readonly string[]): Promise<AroundChild['together']> {
  const read: MissingTogether[] = [];
  for (const { with: other, givenName, familyName } of await missingTogether(em, records)) {
    const row = await factsOfChild(em, other, now);
    const names = row === null ? new Set() : readableAttributes(abilityOf(actor.viewer), 'Child', row.facts);
    read.push({ givenName: names.has('givenName') ? givenName : null, familyName: names.has('familyName') ? familyName : null });
  }
  return read;
}

function only<R extends object>(row: R, names: ReadonlySet<string>): Partial<R> {
  // Safe: fewer of the same entries.
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))) as Partial<R>;
}
