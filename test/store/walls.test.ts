import pg from 'pg';
import { whoseChildKey } from '../../src/domain/child/whose-child-key.ts';
import type { InterviewPicture } from '../../src/domain/fold/interview-picture.ts';
import type { ChildPicture } from '../../src/domain/fold/picture.ts';
import type { Relation } from '../../src/domain/fold/relation.ts';
import { asWriter } from '../../src/store/database.ts';
import { addNotice } from '../../src/store/write/notice-store.ts';
import { asReader } from '../gate/as-reader.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { another, store } from './a-stored-picture.ts';
import { aChild, anInterview, anItem, aNote, anOffer, aPlacementAgreement, aRedaction, aRelease, aRiskAssessment, aTime, said } from './write/a-picture.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const HOUR = 3_600_000;
const INTERVIEWS = ['interview', 'interview_full', 'interview_locating', 'redaction', 'sharing_record'];
const INTELLIGENCE = ['intelligence', 'intelligence_sanitised', 'intelligence_content', 'intelligence_source', 'intelligence_result'];
const PLACED = ['risk_assessment', 'placement_agreement'];
const TABLES = ['offer', ...PLACED, ...INTERVIEWS, 'interview_redacted', ...INTELLIGENCE, 'safety_note', 'whose_child'];
/** Every level there is but those of emergency and of the hub's own questions: what stays closed is closed by the row. */
const EVERYTHING = ['identity', 'home', 'circumstances', 'assessments', 'agreements', 'notice', 'redacted', 'full', 'locating', 'facts', 'sanitised', 'content', 'source'];

const always = (agency: string): Relation => ({ agency, from: null, until: null });
const grade = { sourceEvaluation: '1', assessment: 'A', handling: 'P', conditions: null, recipients: [], sanitisedText: 'Invented.', area: null, result: 'ACTIONED', resultWords: 'Invented words.' } as const;
const sharing = { id: '00000000-0000-8000-8000-000000000009', kind: 'SHARING', audience: 'PLACEMENT', recipient: 'larkfield', topic: null, state: 'SHARE', reason: null, by: 'ann@northmere', at: NOW, until: null, revision: 1 } as const;

/** A child with a row in every table; larkfield's text is released to larkfield. */
function someone(changed: Partial<ChildPicture> = {}, interview: Partial<InterviewPicture> = {}): ChildPicture {
  const restriction = changed.restriction ?? { restricted: false, awaitsNaming: false, keeps: [] };
  const shared = { restriction, redactions: [aRedaction()], releases: [aRelease()], sharing: [sharing], providers: [always('larkfield'), always('brookside')] };
  return another(
    aChild({
      person: { givenName: said('Wrenna'), familyName: said('Testfield'), dateOfBirth: said({ ...aTime('2011-05-06T00:00:00Z'), precision: 'DATE' }), nhsNumber: said('943 476 5919') },
      offers: [anOffer()],
      riskAssessments: [aRiskAssessment()],
      placementAgreements: [aPlacementAgreement()],
      interviews: [anInterview({ ...shared, ...interview })],
      intelligence: [anItem({ grade: { ...grade }, restriction })],
      safetyNotes: [aNote()],
      ...changed,
    }),
  );
}

interface Reader {
  readonly agency: string;
  readonly person?: string;
  readonly role?: string;
  readonly ceiling?: readonly string[];
  readonly now?: number;
  readonly asked?: string;
}

describe('the wall round interviews and intelligence', () => {
  let db: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    db = await aDatabase();
    client = new pg.Client({ connectionString: db.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  const settings = ({ agency, person = 'nobody', role = 'HUB_COORDINATOR', ceiling = EVERYTHING, now = NOW, asked = '' }: Reader): Record<string, string> => ({
    agency,
    person,
    role,
    ceiling: `{${ceiling.join(',')}}`,
    now: new Date(now).toISOString(),
    asked,
  });
  const read = (child: ChildPicture, those: Readonly<Record<string, string>>): Promise<string[]> =>
    asReader(client, those, async () => {
      const seen: string[] = [];
      for (const table of TABLES) {
        const { rows } = await client.query(`select 1 from ${table} where child_id = $1`, [child.id]);
        seen.push(...(rows.length > 0 ? [table] : []));
      }
      return seen;
    });
  const sees = (child: ChildPicture, reader: Reader): Promise<string[]> => read(child, settings(reader));

  it('has a row of everything behind it', async () => {
    const child = someone();
    const { changes } = await store(db.database, child);
    expect(TABLES.filter((table) => changes.get(table)?.added === 0)).toEqual([]);
  });

  it.each(['agency', 'ceiling', 'now'])('shows nothing of any table while the setting %s is missing', async (missing) => {
    const child = someone();
    await store(db.database, child);
    const all = settings({ agency: 'northmere' });
    expect(await read(child, Object.fromEntries(Object.entries(all).filter(([name]) => name !== missing)))).toEqual([]);
    expect(await read(child, { ...all, [missing]: '' })).toEqual([]);
  });

  it('shows the responsible authority every level its role reaches, and an agency without standing nothing', async () => {
    const child = someone();
    await store(db.database, child);
    expect(await sees(child, { agency: 'northmere' })).toEqual(['offer', ...PLACED, ...INTERVIEWS, ...INTELLIGENCE, 'safety_note']);
    expect(await sees(child, { agency: 'northmere', ceiling: ['notice'] })).toEqual(['interview', 'safety_note']);
    expect(await sees(child, { agency: 'faraway' })).toEqual([]);
  });

  it('shows a home the notice, its own text and notes, whatever its role would reach', async () => {
    const child = someone();
    await store(db.database, child);
    expect(await sees(child, { agency: 'larkfield' })).toEqual(['interview', 'interview_redacted', 'safety_note']);
  });

  it('shows a risk assessment to the hosts, an agreement to the one it was made with, and neither to a force', async () => {
    const child = someone();
    await store(db.database, child);
    expect(await sees(child, { agency: 'southvale' })).toEqual(expect.arrayContaining(PLACED));
    expect(await sees(child, { agency: 'westhaven' })).toContain('risk_assessment');
    expect(await sees(child, { agency: 'westhaven' })).not.toContain('placement_agreement');
    expect((await sees(child, { agency: 'mereshire-police' })).filter((table) => PLACED.includes(table))).toEqual([]);
    const restricted = someone({ restriction: { restricted: true, awaitsNaming: false, keeps: ['mereshire-police'] } });
    await store(db.database, restricted);
    expect(await sees(restricted, { agency: 'southvale' })).toEqual([]);
  });

  it('shows what a bureau made of an item to its author and, of one from an interview, to bureaus; to nobody else who reads the item', async () => {
    const results = async (origin: 'INTERVIEW' | 'POLICE', originator: string, reader: Reader): Promise<string[]> => {
      const item = anItem({ grade: { ...grade }, originator });
      const child = someone({ intelligence: [{ ...item, stated: { ...item.stated, origin } }] });
      await store(db.database, child);
      return (await sees(child, reader)).filter((table) => ['intelligence_content', 'intelligence_result'].includes(table));
    };
    const [content, both] = [['intelligence_content'], ['intelligence_content', 'intelligence_result']];
    expect(await results('INTERVIEW', 'southvale', { agency: 'northmere' })).toEqual(content);
    expect(await results('INTERVIEW', 'southvale', { agency: 'southvale' })).toEqual(both);
    expect(await results('INTERVIEW', 'southvale', { agency: 'mereshire-police', role: 'POLICE_MISSING_TEAM' })).toEqual(content);
    expect(await results('INTERVIEW', 'southvale', { agency: 'mereshire-police', role: 'POLICE_INTELLIGENCE' })).toEqual(both);
    expect(await results('POLICE', 'westhaven-police', { agency: 'mereshire-police', role: 'POLICE_INTELLIGENCE' })).toEqual(content);
    expect(await results('POLICE', 'mereshire-police', { agency: 'mereshire-police', role: 'POLICE_INTELLIGENCE' })).toEqual(both);
  });

  it('never shows one recipient the text of another', async () => {
    const child = someone();
    await store(db.database, child);
    expect(await sees(child, { agency: 'brookside' })).toEqual(['interview', 'safety_note']);
    expect(await sees(child, { agency: 'northmere' })).not.toContain('interview_redacted');
  });

  it('shows a text to the person it is released to, and to nobody else at that agency', async () => {
    const releases = [aRelease({ audience: 'PARENT', recipient: 'pat@northmere' })];
    const child = someone({}, { releases });
    await store(db.database, child);
    expect(await sees(child, { agency: 'northmere', person: 'pat' })).toContain('interview_redacted');
    expect(await sees(child, { agency: 'northmere', person: 'bea' })).not.toContain('interview_redacted');
  });

  it('shows a text from the moment it is released until just before that ends', async () => {
    const child = someone({}, { releases: [aRelease({ from: NOW, until: NOW + HOUR })] });
    await store(db.database, child);
    const at = async (now: number): Promise<boolean> => (await sees(child, { agency: 'larkfield', now })).includes('interview_redacted');
    expect([await at(NOW - 1), await at(NOW), await at(NOW + HOUR - 1), await at(NOW + HOUR)]).toEqual([false, true, true, false]);
  });

  it('of a restricted interview shows only those admitted; the rest of the child stays as it was', async () => {
    const named = [always('ADMITTED:ann@northmere')];
    const child = someone({}, { restriction: { restricted: true, awaitsNaming: false, keeps: [] }, named });
    await store(db.database, child);
    expect(await sees(child, { agency: 'northmere', person: 'bea' })).toEqual(['offer', ...PLACED, ...INTELLIGENCE, 'safety_note']);
    expect(await sees(child, { agency: 'northmere', person: 'ann' })).toEqual(expect.arrayContaining(INTERVIEWS));
    expect(await sees(child, { agency: 'larkfield' })).toEqual(['safety_note']);
  });

  it('keeps of a restricted child the locating facts to the agencies named, while the child is missing', async () => {
    const restriction = { restricted: true, awaitsNaming: false, keeps: ['mereshire-police'] };
    const missing = someone({ restriction });
    const back = someone({ restriction, episodes: [] });
    await store(db.database, missing, back);
    expect(await sees(missing, { agency: 'mereshire-police' })).toEqual(['interview_locating']);
    expect(await sees(missing, { agency: 'northmere' })).toEqual([]);
    expect(await sees(back, { agency: 'mereshire-police' })).toEqual([]);
  });

  it('opens until somebody is named to the team manager of the responsible authority and to no other role', async () => {
    const restriction = { restricted: true, awaitsNaming: true, keeps: [] };
    const child = someone({ restriction });
    await store(db.database, child);
    expect(await sees(child, { agency: 'northmere', role: 'TEAM_MANAGER' })).toEqual(expect.arrayContaining(INTERVIEWS));
    expect(await sees(child, { agency: 'northmere', role: 'HUB_COORDINATOR' })).toEqual([]);
    expect(await sees(child, { agency: 'southvale', role: 'TEAM_MANAGER' })).toEqual([]);
  });

  describe('in an emergency', () => {
    const emergency = { agency: 'EMERGENCY:kim@elsewhere', from: NOW - HOUR, until: NOW + 3 * HOUR };
    const kim = { agency: 'elsewhere', person: 'kim', role: 'EDT', ceiling: ['identity', 'emergency'] };
    const inNeed = (): ChildPicture => {
      const { relations } = aChild();
      return someone({ relations: { ...relations, named: [emergency] }, intelligence: [anItem({ named: [emergency], grade: { ...grade } })] }, { named: [emergency] });
    };

    it('opens every level but the source of intelligence, to that person alone', async () => {
      const child = inNeed();
      await store(db.database, child);
      const seen = await sees(child, kim);
      expect(seen).toEqual(expect.arrayContaining(['interview_full', 'intelligence_content']));
      expect(seen).not.toContain('intelligence_source');
      expect(await sees(child, { ...kim, person: 'lee' })).toEqual([]);
    });

    it('ends with its last moment, and never begins for a role that cannot have it', async () => {
      const child = inNeed();
      await store(db.database, child);
      expect(await sees(child, { ...kim, now: NOW + 3 * HOUR })).toEqual([]);
      expect(await sees(child, { ...kim, ceiling: ['identity'] })).toEqual([]);
    });

    it('opens nothing restricted', async () => {
      const restriction = { restricted: true, awaitsNaming: false, keeps: [] };
      const child = { ...inNeed(), restriction };
      const closed = { ...child, interviews: child.interviews.map((interview) => ({ ...interview, restriction })), intelligence: child.intelligence.map((item) => ({ ...item, restriction })) };
      await store(db.database, closed);
      expect(await sees(closed, kim)).toEqual([]);
    });
  });

  describe('whose child this is', () => {
    const whose = { agency: 'elsewhere', ceiling: ['whose'] };
    const named = whoseChildKey({ givenName: 'WRENNA', familyName: 'test-field', dateOfBirth: '2011-05-06' }) ?? '';
    const numbered = whoseChildKey({ nhsNumber: '9434765919' }) ?? '';

    it.each([['name and date of birth', named], ['NHS number', numbered]])('is there for who asks by the exact %s', async (_how, asked) => {
      const child = someone();
      await store(db.database, child);
      expect(await sees(child, { ...whose, asked })).toEqual(['whose_child']);
    });

    it.each([['no key', ''], ['another key', whoseChildKey({ givenName: 'Wren', familyName: 'Testfield', dateOfBirth: '2011-05-06' }) ?? '']])('is not there for who asks with %s', async (_how, asked) => {
      const child = someone();
      await store(db.database, child);
      expect(await sees(child, { ...whose, asked })).toEqual([]);
    });

    it('is not there for a role that may not ask', async () => {
      const child = someone();
      await store(db.database, child);
      expect(await sees(child, { agency: 'northmere', asked: named })).not.toContain('whose_child');
    });
  });

  it('shows a notice to those it is for, from the moment it is to be seen', async () => {
    const { id: child } = someone();
    const to = ['ann@northmere', 'HUB_COORDINATOR:northmere'];
    const id = await asWriter(db.database, (em) =>
      addNotice(em, { to, kind: 'EMERGENCY', child, about: child, text: 'Emergency access was opened.', visibleFrom: NOW, raisedAt: NOW - HOUR }),
    );
    const seenBy = (reader: Reader): Promise<boolean> =>
      asReader(client, settings({ ceiling: ['notices'], ...reader }), async () => (await client.query('select 1 from briefing_notice where id = $1', [id])).rows.length === 1);
    expect(await seenBy({ agency: 'northmere' })).toBe(true);
    expect(await seenBy({ agency: 'northmere', person: 'ann', role: 'SOCIAL_WORKER' })).toBe(true);
    expect(await seenBy({ agency: 'northmere', role: 'SOCIAL_WORKER' })).toBe(false);
    expect(await seenBy({ agency: 'southvale', person: 'ann' })).toBe(false);
    expect(await seenBy({ agency: 'northmere', now: NOW - 1 })).toBe(false);
    expect(await seenBy({ agency: 'northmere', ceiling: EVERYTHING })).toBe(false);
  });

  it('shows no reader that people state things in the hub', async () => {
    await client.query(`insert into source_document (id, agency, system, adapter, sha256, bytes, byte_length, received_at, received_by, state)
      values (gen_random_uuid(), 'northmere', 'homeward', 'homeward', '', '', 0, now(), '', 'TAKEN')`);
    await asReader(client, settings({ agency: 'northmere', ceiling: ['provenance'] }), async () => {
      expect((await client.query(`select 1 from source_freshness where system = 'homeward'`)).rows).toEqual([]);
      expect((await client.query(`select id from source_document where system = 'homeward'`)).rows).toEqual([]);
    });
  });
});
