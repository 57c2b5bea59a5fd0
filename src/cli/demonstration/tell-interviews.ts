import { approveRedaction } from '../../actions/approve-redaction.ts';
import { assignWorker } from '../../actions/assign-worker.ts';
import { decideSharing } from '../../actions/decide-sharing.ts';
import { proposeRedaction } from '../../actions/propose-redaction.ts';
import { recordAgreement } from '../../actions/record-agreement.ts';
import { recordAttempt } from '../../actions/record-attempt.ts';
import { recordIntelligence } from '../../actions/record-intelligence.ts';
import { recordInterview } from '../../actions/record-interview.ts';
import { recordOffer } from '../../actions/record-offer.ts';
import { recordRelationship } from '../../actions/record-relationship.ts';
import { writeSafetyNote } from '../../actions/write-safety-note.ts';
import { DAY, HOUR } from '../../domain/interval/durations.ts';
import { HubError } from '../../domain/errors.ts';
import type { Row } from '../../gate/read-request.ts';
import { as, iso, keyOf, overWhatStands, tellPart, type Teller, type ToldChild } from './teller.ts';
import { hearFern } from './tell-exchange.ts';
import { answerForAda, followDev } from './tell-returns.ts';

/**
 * What people do about three of the invented children: Ada, who is missing again, was interviewed after an earlier episode,
 * agreed that her home reads of it, and her home does; Dev, who is back since this morning, has been offered an interview,
 * and his worker has raised a concern that waits for an answer; Fern was interviewed where she is placed, and that goes to the authority that
 * placed her.
 */
export async function tellInterviews(hub: Teller['hub'], now: number): Promise<void> {
  const teller = { hub, now };
  await tell(teller, { name: 'Ada', seenBy: 'northmere-coordinator' }, tellOfAda);
  await tell(teller, { name: 'Dev', seenBy: 'northmere-coordinator' }, offerToDev);
  await tell(teller, { name: 'Fern', seenBy: 'southvale-coordinator' }, hearFern);
}

/** A child of the story, and who looks them up. */
interface Sought {
  readonly name: string;
  readonly seenBy: string;
}

async function tell(teller: Teller, sought: Sought, story: (teller: Teller, child: ToldChild) => Promise<void>): Promise<void> {
  await tellPart(teller, sought.name.toLowerCase(), async () => {
    const child = await findChild(teller, sought);
    if (child === null) {
      throw new HubError('NOT_FOUND', 'A child of the story is not there for whoever looks them up.');
    }
    await story(teller, child);
  });
}

/** Looks through everything the coordinator sees, a page at a time: hundreds of other children are missing in the meantime. */
async function findChild(teller: Teller, { name, seenBy }: Sought): Promise<ToldChild | null> {
  const own: Row[] = [];
  let after: string | null = null;
  do {
    const page: EpisodePage = await pageOfEpisodes(teller, seenBy, after);
    // Rows of the wanted fields.
    own.push(...page.nodes.filter(({ child }) => (child as Row | null)?.['givenName'] === name));
    after = page.hasNextPage ? (page.cursors.at(-1) ?? null) : null;
  } while (after !== null);
  const [child] = own.map((row) => String((row['child'] as Row)['id']));
  return child === undefined ? null : { child, episodes: own.filter(({ open }) => open !== true).map(({ id }) => String(id)), open: openOf(own) };
}

function openOf(own: readonly Row[]): string | null {
  const open = own.find((row) => row['open'] === true);
  return open === undefined ? null : String(open['id']);
}

type EpisodePage = Awaited<ReturnType<typeof pageOfEpisodes>>;

async function pageOfEpisodes(teller: Teller, seenBy: string, after: string | null) {
  const fields = (...names: readonly string[]) => names.map((name) => ({ name, key: name }));
  return teller.hub.gate.page(as(teller, seenBy).viewer, {
    root: { name: 'episodes', filter: {}, latestFirst: true, first: 100, after },
    wanted: { Episode: [...fields('id', 'open'), { name: 'child', key: 'child', sub: { Child: fields('id', 'givenName') } }] },
    operation: { name: 'demonstration', hash: '' },
    now: teller.now,
  });
}

/** A return worker and an allocated social worker, so that somebody interviews and somebody decides. */
async function careFor(teller: Teller, name: string, { child }: Pick<ToldChild, 'child'>): Promise<void> {
  const { hub, now } = teller;
  const coordinator = as(teller, 'northmere-coordinator');
  await overWhatStands((revision) => assignWorker(hub.actions, coordinator, { child, revision, key: keyOf(`${name} worker`), worker: 'northmere-worker' }, now));
  const social = { child, key: keyOf(`${name} social worker`), relationship: 'SOCIAL_WORKER', holder: 'northmere-social-worker' } as const;
  await overWhatStands((revision) => recordRelationship(hub.actions, coordinator, { ...social, revision }, now));
}

async function tellOfAda(teller: Teller, ada: ToldChild): Promise<void> {
  const { child, open } = ada;
  await careFor(teller, 'ada', ada);
  const interview = await tellPart(teller, 'ada-interview', () => interviewAda(teller, ada));
  if (interview !== null) {
    await tellPart(teller, 'ada-sharing', () => shareWithHome(teller, interview));
    await tellPart(teller, 'ada-intelligence', () => recordAssociate(teller, child, interview));
  }
  await tellPart(teller, 'ada-note', () => noteForHome(teller, child));
  await answerForAda(teller, child, open);
}

/** Answers the interview's id. */
async function interviewAda(teller: Teller, { child, episodes }: ToldChild): Promise<string> {
  const { hub, now } = teller;
  const worker = as(teller, 'northmere-worker');
  const about = episodes.slice(0, 1);
  const offer = await recordOffer(
    hub.actions,
    worker,
    { key: keyOf('ada offer'), child, episodes: about, at: iso(now - 8 * DAY), offeredTo: 'CHILD', outcome: 'ACCEPTED', phonedYoungPerson: 'YES', spokenToParentCarer: 'YES' },
    now,
  );
  const interview = await recordInterview(
    hub.actions,
    worker,
    {
      key: keyOf('ada interview'),
      child,
      episodes: about,
      offer: offer.id,
      state: 'COMPLETED',
      at: iso(now - 7 * DAY),
      answers: {
        conductedWhere: 'A café she chose',
        independentOfPlacement: 'YES',
        independentOfAuthority: 'NO',
        reasons: 'Wanted to see an invented friend and did not think anybody would mind.',
        childViewsHelp: 'Being asked before plans for her weekend are made.',
        firstTime: 'NO',
        accompaniment: 'WITH_OTHERS',
        toldAboutSharing: 'Told that where she stayed goes to the police if she goes missing again.',
        vulnerabilities: ['CRIMINAL_EXPLOITATION'],
        pushFactors: ['UNHAPPY_IN_CARE'],
        pullFactors: ['NEAR_FRIENDS_OR_FAMILY'],
        namedPeople: [{ name: 'Orrin Madeup', category: 'ASSOCIATE', reviewOn: iso(now + 180 * DAY).slice(0, 10), grade: null }],
      },
      locating: { placesStayed: ['Flat 9, 12 Imaginary Wharf, Southvale'], peopleWith: ['Orrin Madeup'], transport: ['The 42 bus to Southvale'] },
    },
    now,
  );
  return interview.id;
}

async function recordAssociate(teller: Teller, child: string, interview: string): Promise<void> {
  const { hub, now } = teller;
  const item = { key: keyOf('ada item'), child, interview, topic: 'ASSOCIATE', urgency: 'ROUTINE', at: iso(now - 7 * DAY), area: 'southvale' } as const;
  await recordIntelligence(hub.actions, as(teller, 'northmere-senior'), { ...item, content: 'An older associate lets young people stay at a flat by the wharf.', source: 'Said by the child.' }, now);
}

async function shareWithHome(teller: Teller, interview: string): Promise<void> {
  const { hub, now } = teller;
  const home = { audience: 'PLACEMENT', recipient: 'larkfield-homes' } as const;
  const of = { interview, revision: 0, ...home } as const;
  const agreed = { ...of, key: keyOf('ada agreement'), aspect: 'AUDIENCE', topic: 'ALL', state: 'GIVEN', understanding: 'Said in her own words who would read what.' } as const;
  await recordAgreement(hub.actions, as(teller, 'northmere-worker'), agreed, now);
  await decideSharing(hub.actions, as(teller, 'northmere-social-worker'), { ...of, key: keyOf('ada decision'), decision: 'SHARE', level: 'REDACTED' }, now);
  const contentHash = await contentHashOf(teller, interview);
  const text = 'Ada would like to be asked before plans for her weekend are made. Tell her early when a visit is moved.';
  const proposed = await proposeRedaction(hub.actions, as(teller, 'northmere-worker'), { ...of, key: keyOf('ada text'), text, answers: ['firstTime', 'pushFactors'], contentHash }, now);
  // It could be short for a surname that the hub knows round her; whoever approves says that here it is a word.
  const confirmed = [text.indexOf('made')];
  await approveRedaction(hub.actions, as(teller, 'northmere-senior'), { key: keyOf('ada approval'), redaction: proposed.id, revision: proposed.revision, confirmed }, now);
}

async function noteForHome(teller: Teller, child: string): Promise<void> {
  const { hub, now } = teller;
  const words = { watchFor: 'Quiet evenings after a cancelled visit.', doThis: 'Ask her how she is and offer a drive out.', ring: 'Northmere emergency duty team, 01632 960901' };
  // Whom those who look after her are to ring.
  const whole = Object.values(words).join('\n');
  const note = { key: keyOf('ada note'), child, revision: 0, recipient: 'larkfield-homes', confirmed: [whole.indexOf('Northmere'), whole.indexOf('01632')] } as const;
  await writeSafetyNote(
    hub.actions,
    as(teller, 'northmere-senior'),
    { ...note, ...words },
    now,
  );
}

async function contentHashOf(teller: Teller, id: string): Promise<string> {
  const row = await teller.hub.gate.row(as(teller, 'northmere-worker').viewer, {
    root: { name: 'interview', id },
    wanted: { FullInterview: [{ name: 'contentHash', key: 'contentHash' }] },
    operation: { name: 'demonstration', hash: '' },
    now: teller.now,
  });
  return String(row?.['contentHash']);
}

async function offerToDev(teller: Teller, { child, episodes }: ToldChild): Promise<void> {
  const { hub, now } = teller;
  await careFor(teller, 'dev', { child });
  const worker = as(teller, 'northmere-worker');
  const offered = { key: keyOf('dev offer'), child, episodes: episodes.slice(0, 1), at: iso(now - 3 * HOUR), offeredTo: 'CHILD', phonedYoungPerson: 'YES' } as const;
  await tellPart(teller, 'dev-offer', async () => {
    const offer = await recordOffer(hub.actions, worker, offered, now);
    const tried = { key: keyOf('dev attempt'), offer: offer.id, at: iso(now - 3 * HOUR), method: 'PHONE', coreHours: 'YES', outcome: 'No answer; will try again this evening.' } as const;
    await recordAttempt(hub.actions, worker, tried, now);
  });
  await followDev(teller, child, episodes[0] ?? null);
}
