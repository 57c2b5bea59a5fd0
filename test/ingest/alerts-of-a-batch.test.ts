import fc from 'fast-check';
import { alertOfNews } from '../../src/ingest/alert-of-news.ts';
import { moveAssessments } from '../../src/ingest/move-assessments.ts';
import { moveConcerns } from '../../src/ingest/move-concerns.ts';
import { moveOverdue } from '../../src/ingest/move-overdue.ts';
import { moveActNow, moveNotes } from '../../src/ingest/move-told.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { asWriter } from '../../src/store/database.ts';
import { settleAlert } from '../../src/store/write/alert-store.ts';
import { aDirectoryOfPeople } from '../actions/some-people.ts';
import { inventedName } from '../bench/invented-name.ts';
import { aCancel, aFound, aMissing, type Fields } from '../journeys/documents.ts';
import { anIngest, NOW, type TestIngest } from './an-ingest.ts';

const HOUR = 3_600_000;
const at = (hours: number): string => new Date(NOW + hours * HOUR).toISOString();
const directory = { ...aDirectoryOfPeople(), assessments: [{ of: 'northmere', from: null, automatic: true, within: null }] };

/** One hub is sent everything of an hour at once, the other each child's by itself, by the same clock. */
let together: TestIngest;
let apart: TestIngest;
let now = NOW;
beforeAll(async () => {
  together = await anIngest({ directory: () => directory, clock: () => now });
  apart = await anIngest({ directory: () => directory, clock: () => now });
});
afterAll(async () => {
  await together.close();
  await apart.close();
});

type What = 'MISSING' | 'GRAVER' | 'OLD' | 'PLACED' | 'LOCATED' | 'BACK' | 'CANCEL';
const WHAT: readonly What[] = ['MISSING', 'GRAVER', 'OLD', 'PLACED', 'LOCATED', 'BACK', 'CANCEL'];

/** What the police say of one of several invented children who have nothing to do with one another, in one hour of several. */
function said(child: number, hour: number, what: What): string {
  const number = child + 1;
  const who: Fields = { 'Report/MisperId': `MP-${String(number)}`, 'Person/PersonId': `P-${String(number)}` };
  const sent: Fields = { 'Header/MessageId': `M-${String(number)}-${String(hour)}-${what}`, 'Header/SentAt': at(hour - 0.5 + WHAT.indexOf(what) / 60) };
  const missing: Fields = {
    ...who, ...sent, 'Report/MissingSince': at(-2), 'Report/CurrentRiskLevel': 'Low',
    'Person/GivenName': inventedName(number, 1597), 'Person/Surname': inventedName(number, 2741), 'Person/DateOfBirth': `2010-0${String(number)}-0${String(number)}`, 'Person/HomeAddress': `${String(number)} Invented Street`,
  };
  const traced: Fields = { ...who, ...sent, 'Found/WhenTraced': at(hour - 1), 'Found/WhenReturned': null, 'Found/ReturnedTo': null };
  const texts: Record<What, () => string> = {
    MISSING: () => String(aMissing(missing).bytes),
    GRAVER: () => String(aMissing({ ...missing, 'Report/CurrentRiskLevel': 'High' }).bytes),
    OLD: () => String(aMissing({ ...missing, 'Report/MisperId': `OLD-${String(number)}`, 'Report/MissingSince': at(-24 * 40) }).bytes),
    PLACED: () => String(aMissing({ ...missing, 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' }).bytes),
    LOCATED: () => String(aFound(traced).bytes),
    BACK: () => String(aFound({ ...traced, 'Found/WhenReturned': at(hour - 0.75) }).bytes),
    CANCEL: () => String(aCancel({ ...who, ...sent }).bytes),
  };
  return texts[what]();
}

/** Who was told what and when, what was answered, what is kept of it and what is asked for; the ids of notices and alerts are drawn anew in every hub. */
async function told(hub: TestIngest): Promise<unknown> {
  const notices = await hub.rows<{ row: string }>(`select (to_jsonb(n) - 'id' - 'alert' || jsonb_build_object('of_an_alert', alert is not null))::text as row from briefing_notice n order by 1`);
  const alerts = await hub.rows<{ row: string }>(`select kind || ' ' || about || ' ' || raised_at || ' ' || string_agg(array_to_string("to", '+'), ', ' order by step) as row from briefing_notice where alert is not null group by alert, kind, about, raised_at order by 1`);
  const kept = await hub.rows<{ row: string }>('select to_jsonb(a)::text as row from alerted a order by 1');
  const asked = await hub.rows<{ row: string }>(`select (to_jsonb(r) - 'id')::text as row from assessment_request r order by 1`);
  const sent = await hub.rows<{ row: string }>(`select (to_jsonb(t) - 'id')::text as row from transmission t order by 1`);
  return { notices: notices.map(({ row }) => row.replace(/"about": "[^"]*", (?=.*RISK_ASSESSMENT)/, '')), alerts: alerts.map(({ row }) => row.replace(/^(RISK_ASSESSMENT\S*) \S+/, '$1')), kept, asked, sent };
}

/** Asks of every child by themselves everything that a fold may have had no need to ask. */
async function askEverything(hub: TestIngest): Promise<void> {
  const { services } = hub;
  const children = await hub.rows<{ id: string; records: string[] }>('select id, record_ids as records from child');
  for (const { id, records } of children) {
    await asWriter(services.database, async (em) => {
      const again = { em, services, now, posts: false };
      await refreshPicture(em, services, records);
      await alertOfNews(again, [id]);
      await moveConcerns(again, [id]);
      await moveOverdue(again, [id]);
      await moveActNow(again, [id]);
      await moveNotes(again, [id]);
      await moveAssessments(again, records);
    }, { serial: true });
  }
}

/** Takes the texts in as one batch. */
async function take(hub: TestIngest, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await hub.receive({ bytes: text });
  }
  await takeWaiting(hub.services);
}

async function empty(hub: TestIngest): Promise<void> {
  await hub.clear();
  await hub.rows('truncate assessment_request, transmission cascade');
}

/** Somebody says of these episodes, by their place, that they know. */
async function answer(hub: TestIngest, places: readonly number[]): Promise<void> {
  const episodes = await hub.rows<{ id: string }>('select id from episode order by id');
  for (const about of places.flatMap((place) => episodes[place]?.id ?? [])) {
    await asWriter(hub.services.database, (em) => settleAlert(em, { about }, { by: 'sal@northmere', at: now }));
  }
}

const anHour = fc.array(fc.array(fc.constantFrom(...WHAT), { maxLength: 2 }), { minLength: 3, maxLength: 3 });

test('children of one batch are told of as each would be alone, and whatever is asked besides finds nothing left', async () => {
  let alerts = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anHour, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(3), { maxLength: 2 }), async (hours, answered) => {
      await empty(together);
      await empty(apart);
      for (const [nth, children] of hours.entries()) {
        now = NOW + (nth + 1) * HOUR;
        const texts = children.map((whats, child) => [...new Set(whats)].map((what) => said(child, nth + 1, what)));
        await take(together, texts.flat());
        for (const own of texts) {
          await take(apart, own);
        }
        expect(await told(together)).toEqual(await told(apart));
        await answer(together, answered);
        await answer(apart, answered);
      }
      const before = await told(together);
      await askEverything(together);
      expect(await told(together)).toEqual(before);
      alerts += (await together.rows('select from briefing_notice where alert is not null')).length;
    }),
    // As many worlds as there is time for: one that differs fails, however few they were.
    { numRuns: 8, interruptAfterTimeLimit: 40_000 },
  );
  expect(alerts).toBeGreaterThan(0);
}, 240_000);
