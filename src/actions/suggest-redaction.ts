import { calledBy } from '../directory/called-by.ts';
import type { Directory } from '../directory/directory.ts';
import { NARRATIVE_QUESTIONS } from '../domain/interview/interview-form.ts';
import { networkOf, type AroundChild, type HomeOfChild, type InterviewNaming } from '../domain/redaction/network-of.ts';
import { suggestForPassages, type Passage, type SuggestedPassage } from '../domain/redaction/suggest-for-answers.ts';
import { suggestRedactions } from '../domain/redaction/suggest-redactions.ts';
import { textFor } from '../domain/redaction/text-for.ts';
import type { Audience } from '../domain/sharing/audience.ts';
import type { Gate } from '../gate/gate.ts';
import type { Asking, Row } from '../gate/read-request.ts';
import { asWriter } from '../store/database.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { aroundRead } from './around-read.ts';
import { recipientOfText } from './check-recipient.ts';
import { checkTexts, optionalText, type Given } from './given.ts';
import { seeToAct } from './see-row.ts';
import { suggestWanted } from './suggest-wanted.ts';

/** What is to be redacted, and for whom. */
export interface SuggestRedaction {
  readonly interview: string;
  readonly audience: Audience;
  /** Of a placement or a parent: for which one alone. */
  readonly recipient?: Given<string>;
  /** A text made from the interview; without one its answers. */
  readonly text?: Given<string>;
}

/** What somebody who redacts an interview should look at. */
export interface SuggestedRedaction {
  /** Of the interview as it was read; a proposal sends it along. */
  readonly contentHash: string;
  readonly passages: readonly SuggestedPassage[];
  /** All of it with a token for each passage. */
  readonly draft: string;
}

interface SuggestingServices {
  readonly actions: ActionServices;
  readonly directory: Directory;
  readonly gate: Pick<Gate, 'row'>;
}

/**
 * Suggests what should go out of an interview, or out of a text made from it, before it goes to this audience. Software
 * suggests; nothing is stored and nothing released by it. All that it knows was read through the gate with the asker's eyes.
 */
export async function suggestRedaction(services: SuggestingServices, actor: Actor, input: SuggestRedaction, asking: Asking): Promise<SuggestedRedaction | null> {
  checkTexts(input);
  const { interview, audience } = input;
  const text = optionalText(input.text);
  const { directory, gate, actions } = services;
  const recipient = recipientOfText(directory, audience, optionalText(input.recipient));
  const row = await gate.row(actor.viewer, { ...asking, root: { name: 'interview', id: interview }, wanted: suggestWanted(text === null) });
  const read = row === null ? null : await readInFull(actions, actor, { row, interview, now: asking.now });
  if (read === null) {
    return null;
  }
  const around = { ...aroundOf(read.read), ...read.beside };
  const network = networkOf(around);
  const to = textFor({ audience, recipient, homes: around.homes }, network.child, (called) => calledBy(directory, called));
  const areas = [...directory.agencies.values()].flatMap(({ kind, name }) => (kind === 'AUTHORITY' || kind === 'POLICE' ? [name] : []));
  // A lexicon of English takes its time to load, and few ask for it.
  const { hearNames } = await import('../domain/redaction/hear-names.ts');
  const passages = suggestForPassages(text === null ? answersOf(read.read) : [{ question: null, text }], (document) => suggestRedactions(document, { network, to, hear: hearNames, areas }));
  return { contentHash: read.read.contentHash, passages, draft: passages.map(({ draft }) => draft).join('\n\n') };
}

interface Read {
  readonly row: Row;
  readonly interview: string;
  readonly now: number;
}

/** Who may propose a text of the interview, and they alone, may be suggested what should not stand in it. */
async function readInFull(services: ActionServices, actor: Actor, { row, interview, now }: Read): Promise<InFull | null> {
  const beside = await asWriter(services.database, async (em) => {
    const scene = { em, services, actor, now, action: 'proposeRedaction', key: null, content: '' } as const;
    const { child } = await seeToAct(scene, 'ReturnInterview', interview);
    const { together, related, professionals } = await aroundRead(scene, child);
    return { together, related, professionals };
  });
  // Safe: an interview in full has the shape that `suggestWanted` asks for.
  return row['__typename'] === 'FullInterview' ? { read: row as unknown as ReadInterview, beside } : null;
}

interface InFull {
  readonly read: ReadInterview;
  /** Who is round the child by what no row of the child's own says. */
  readonly beside: Pick<AroundChild, 'together' | 'related' | 'professionals'>;
}
type Person = AroundChild['persons'][number];
type Item = AroundChild['items'][number];
interface ReadInterview extends InterviewNaming {
  readonly contentHash: string;
  readonly child: (Person & ReadChild) | null;
}
interface ReadChild {
  readonly homePostcode: string | null;
  readonly profiles: AroundChild['profiles'] | null;
  readonly placements: readonly HomeOfChild[] | null;
  readonly episodes: AroundChild['reports'] | null;
  readonly interviews: readonly InterviewNaming[] | null;
  readonly intelligence: readonly { readonly [K in keyof Item]: Item[K] | null }[] | null;
}

function aroundOf({ child, ...interview }: ReadInterview): Omit<AroundChild, keyof InFull['beside']> {
  if (child === null) {
    return { persons: [], homes: [], profiles: [], reports: [], interviews: [interview], items: [] };
  }
  const { homePostcode, profiles, placements, episodes, interviews, intelligence } = child;
  return {
    persons: [child],
    homes: [...(placements ?? []), { homeName: null, provider: null, homePostcode }],
    profiles: profiles ?? [],
    reports: episodes ?? [],
    interviews: [interview, ...(interviews ?? [])],
    items: (intelligence ?? []).map(({ namedPeople, entities }) => ({ namedPeople, entities: entities ?? [] })),
  };
}

function answersOf(read: object): Passage[] {
  const answers = new Map<string, unknown>(Object.entries(read));
  return NARRATIVE_QUESTIONS.flatMap((question) => {
    const text = answers.get(question);
    return typeof text === 'string' && text !== '' ? [{ question, text }] : [];
  });
}
