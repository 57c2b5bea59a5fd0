import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { attributesOf, levelsOf, type Family } from '../policy/attributes.ts';
import type { ReadingRole, Viewer } from '../policy/viewer.ts';
import { lockTransmission } from '../store/write/transmissions/happen.ts';
import { factsOfEpisode, factsOfIntelligence, factsOfInterview, factsOfOffer } from '../store/write/read-facts.ts';
import type { TransmissionMatter } from '../store/write/transmissions/transmission-row.ts';
import type { Directory } from '../directory/directory.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { performAsking } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** What would go today, by the names of things alone. */
export interface Preview {
  readonly level: string | null;
  readonly fields: readonly string[];
}

const ROWS = {
  EPISODE: { family: 'Episode', read: factsOfEpisode },
  OFFER: { family: 'Offer', read: factsOfOffer },
  INTERVIEW: { family: 'ReturnInterview', read: factsOfInterview },
  INTELLIGENCE: { family: 'IntelligenceItem', read: factsOfIntelligence },
} as const;

/** Says what a transmission's recipient may see of its matter today. Nothing is read of what it says, and nothing goes. */
export function previewTransmission(services: ActionServices, actor: Actor, input: Pick<Acted, 'id'>, now: number): Promise<Preview> {
  const deed = { action: 'replayTransmission', kind: 'QUESTION', actor, input, key: null, reason: null, now } as const;
  return performAsking(services, deed, async (scene) => {
    const row = await seeToAct(scene, 'Transmission', input.id);
    const transmission = await lockTransmission(scene.em, row.id);
    const answer = transmission === null || !isRow(transmission.matter) ? NOTHING : await preview(transmission, ROWS[transmission.matter]);
    return { answer, child: row.child };

    async function preview({ recipient, records: [record = ''] }: NonNullable<typeof transmission>, { family, read }: (typeof ROWS)[keyof typeof ROWS]): Promise<Preview> {
      const [facts, viewer] = [await read(scene.em, record, now), viewerOf(services.directory(), recipient)];
      return facts === null || viewer === null ? NOTHING : seenBy(viewer, family, facts.facts);
    }
  });
}

const NOTHING: Preview = { level: null, fields: [] };
const isRow = (matter: TransmissionMatter): matter is keyof typeof ROWS => Object.hasOwn(ROWS, matter);

/** Whoever it is for, as the gate would read for them: a role at an agency, or a person in the role they hold there. */
function viewerOf({ people }: Directory, recipient: string): Viewer | null {
  if (!recipient.includes('@')) {
    const [role = '', agency = ''] = recipient.split(':');
    // Written by `recipientAt` of a reading role.
    return { person: 'anybody', agency, role: role as ReadingRole };
  }
  const [person, agency] = [personOf(recipient), agencyOfPerson(recipient)];
  const held = people.get(person)?.roles.find((one) => one.agency === agency && one.role === 'SOCIAL_WORKER') ?? people.get(person)?.roles.find((one) => one.agency === agency);
  return held === undefined || held.role === 'INGEST_CLIENT' ? null : { person, agency, role: held.role };
}

/** The fullest level that their rules reach, and its fields; of a family without levels every field they may read. */
function seenBy(viewer: Viewer, family: Family, facts: object): Preview {
  const readable = readableAttributes(abilityOf(viewer), family, facts);
  const level = levelsOf(family)?.find(({ group }) => attributesOf(family, group).some((field) => readable.has(field)));
  const shown = level === undefined ? [...readable] : attributesOf(family, ...level.shows).filter((field) => readable.has(field));
  return { level: level === undefined ? null : level.group.toUpperCase(), fields: shown.map((field) => `${level?.type ?? family}.${field}`).sort() };
}
