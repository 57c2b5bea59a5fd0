import { fold } from '../../../src/domain/fold/fold.ts';
import { OFFER_OUTCOMES } from '../../../src/domain/interview/interview-words.ts';
import { at, cancel, context, headerRow, idOf, missing, NORTHMERE, placementRow, POLICE } from './a-world.ts';
import { attempt, EPISODE, HUB, interview, KNOWN, offer, OWN, takenBack, toldOf } from './told-of-a-child.ts';

const OFFER = idOf(HUB, 'offer', 'O1');
const INTERVIEW = idOf(HUB, 'interview', 'I1');

describe('an offer', () => {
  it('is shown with every attempt as it was stated last, earliest first', () => {
    const late = attempt({ part: 'A1', says: { at: at('2026-03-05') } });
    const early = attempt({ part: 'A2', says: { response: 'No.' } });
    const corrected = attempt({ part: 'A2', revision: 2, says: { response: 'Nobody in.' } });
    expect(toldOf([offer(), late, early, corrected]).offers).toMatchObject([
      { id: OFFER, order: '000001', episodes: [EPISODE], episodeGone: false, attempts: [{ part: 'A2', stated: { response: 'Nobody in.' } }, { part: 'A1' }] },
    ]);
  });
  it('is as it was corrected last, and gone when it is taken back, attempts and all', () => {
    const corrected = offer({ revision: 2, says: { outcome: 'ACCEPTED' } });
    expect(toldOf([corrected, offer()]).offers).toMatchObject([{ order: '000002', stated: { outcome: 'ACCEPTED' } }]);
    expect(toldOf([offer(), attempt(), takenBack(offer())]).offers).toEqual([]);
    expect(toldOf([attempt()]).offers).toEqual([]);
  });
  it('that led to no interview is told as one, with how it ended', () => {
    expect(toldOf([offer()]).interviews).toMatchObject([{ id: OFFER, state: 'OFFERED', stated: null, offers: [OFFER], heldBy: 'northmere', episodes: [EPISODE], releases: [] }]);
  });
  it('ended as it did in the words of the form: refused only where child or parent said no', () => {
    const states = OFFER_OUTCOMES.map((outcome) => [outcome, toldOf([offer({ says: { outcome } })]).interviews[0]?.state]);
    expect(Object.fromEntries(states)).toEqual({
      DECLINED_BY_PARENT: 'REFUSED',
      DECLINED_BY_YOUNG_PERSON: 'REFUSED',
      ACCEPTED: 'OFFERED',
      ALREADY_ARRANGED: 'OFFERED',
      NOT_APPROPRIATE: 'NOT_HELD',
      SUBSEQUENT_MISSING_EPISODE: 'NOT_HELD',
      UNABLE_TO_ESTABLISH_CONTACT: 'NOT_HELD',
      PARENT_ACCEPTED_ADVICE_ONLY: 'NOT_HELD',
      UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT: 'NOT_HELD',
      REFUSED_AFTER_BOOKING: 'REFUSED',
    });
  });
  it('is not told twice once an interview names it', () => {
    const { interviews, offers } = toldOf([offer(), interview({ says: { offer: OFFER } })]);
    expect(interviews).toMatchObject([{ id: INTERVIEW, state: 'COMPLETED', offers: [OFFER] }]);
    expect(offers).toHaveLength(1);
  });
  it('is told of its own again when the interview is taken back', () => {
    const held = interview({ says: { offer: OFFER } });
    expect(toldOf([offer(), held, takenBack(held)]).interviews).toMatchObject([{ id: OFFER, state: 'OFFERED' }]);
  });
});

describe('an interview', () => {
  it('is what its record says last', () => {
    const corrected = interview({ revision: 2, says: { state: 'REFUSED', answers: { reasons: 'None given.' } } });
    expect(toldOf([corrected, interview()]).interviews).toMatchObject([{ id: INTERVIEW, order: '000002', state: 'REFUSED', stated: { answers: { reasons: 'None given.' } } }]);
  });
  it('has another hash once it says something else', () => {
    const hashes = [interview(), interview({ says: { locating: {} } })].map((said) => toldOf([said]).interviews[0]?.contentHash);
    expect(new Set(hashes).size).toBe(2);
  });
  it('names no offer that is not there', () => {
    expect(toldOf([interview({ says: { offer: OFFER } })]).interviews).toMatchObject([{ offers: [] }]);
  });
  it('names its offer by the key of its own source, and no offer of another', () => {
    const source = { agency: 'northmere', system: 'northmere-forms' };
    const told = (key: string) => toldOf([offer({ key: 'F1', source }), offer({ key: 'F2' }), interview({ key: 'F1', source, says: { offerKey: key } })]).interviews;
    expect(told('F1')[0]).toMatchObject({ state: 'COMPLETED', offers: [idOf(source, 'offer', 'F1')] });
    expect(told('F2')[0]).toMatchObject({ state: 'COMPLETED', offers: [] });
  });
  it('is told of the latest first, at one time by id', () => {
    const [later, one, other] = [interview({ key: 'I2', says: { at: at('2026-03-09') } }), interview({ key: 'I1' }), interview({ key: 'I3' })];
    const ids = ['I1', 'I3'].map((key) => idOf(HUB, 'interview', key)).sort();
    expect(toldOf([one, other, later]).interviews.map(({ id }) => id)).toEqual([idOf(HUB, 'interview', 'I2'), ...ids]);
  });
  it('belongs to the child under whose record it was filed last', () => {
    const other = headerRow({ child: 'D', extracted: '2026-01-01', said: { dateOfBirth: at('2012-01-01') } });
    const children = fold([...KNOWN, other, interview(), interview({ revision: 2, child: 'D' })], context);
    expect(children.map(({ id, interviews }) => [id, interviews.length])).toEqual([[OWN, 0], [idOf(NORTHMERE, 'person', 'D'), 1]].sort());
  });
  it('joins no two children, however it was filed', () => {
    const other = headerRow({ child: 'D', extracted: '2026-01-01', said: {} });
    expect(fold([...KNOWN, other, interview(), interview({ revision: 2, child: 'D' })], context)).toHaveLength(2);
  });
  it('does not make its person record look fresher', () => {
    expect(toldOf([interview()]).records).toEqual(toldOf([]).records);
  });
});

describe('the episodes an interview is of', () => {
  it('are named by any of their records, and shown by the id they go under', () => {
    const row = missing({ source: NORTHMERE, child: 'C', misper: 'N1', sent: '2026-03-01', since: '2026-03-01T20:10' });
    const told = toldOf([...row, interview({ says: { episodes: [idOf(NORTHMERE, 'episode', 'N1'), EPISODE] } })]);
    expect(told.episodes).toMatchObject([{ id: EPISODE, records: [{}, {}] }]);
    expect(told.interviews).toMatchObject([{ episodes: [EPISODE], episodeGone: false }]);
  });
  it("are named by the source's own keys", () => {
    const own = missing({ source: HUB, child: 'C2', misper: 'N1', sent: '2026-03-01', since: '2026-03-01T20:00', person: { nhsNumber: '9434765919' } });
    expect(toldOf([...own, interview({ says: { episodes: [], episodeKeys: ['N1'] } })]).interviews).toMatchObject([{ episodes: [EPISODE], episodeGone: false }]);
  });
  it('may be gone, and the interview stays', () => {
    const cancelled = cancel({ source: POLICE, child: 'P1', misper: 'M1', sent: '2026-03-05T00:00:00.000Z' });
    expect(toldOf([...cancelled, interview()]).interviews).toMatchObject([{ id: INTERVIEW, episodes: [], episodeGone: true }]);
    expect(toldOf([interview({ says: { episodeKeys: ['nowhere'] } })]).interviews).toMatchObject([{ episodes: [EPISODE], episodeGone: true }]);
  });
});

describe('the homes an interview is about', () => {
  const moved = [
    placementRow({ child: 'C', from: '2026-02-01', until: '2026-03-02', extracted: '2026-01-01', urn: 'SC900001' }),
    placementRow({ child: 'C', from: '2026-03-02', extracted: '2026-01-01', urn: 'SC900003' }),
  ];

  it('are those of its episodes, and no other of the child', () => {
    const told = toldOf([...moved, interview()]);
    expect(told.relations.providers.map(({ agency }) => agency)).toEqual(['brookside', 'larkfield']);
    expect(told.interviews[0]?.providers.map(({ agency }) => agency)).toEqual(['larkfield']);
  });
  it('are none where its episodes are gone', () => {
    expect(toldOf([...moved, interview({ says: { episodes: ['00000000-0000-8000-8000-000000000000'] } })]).interviews[0]?.providers).toEqual([]);
  });
  it('are those of its day where it names no episode', () => {
    const told = toldOf([...moved, interview({ says: { episodes: [] } })]);
    expect(told.interviews[0]?.providers.map(({ agency }) => agency)).toEqual(['brookside']);
  });
});

describe('the id a child is shown under', () => {
  it("is that of the responsible authority's own record, whatever the police keep besides", () => {
    const reports = ['P1', 'P2', 'P3', 'P4'].map((child, place) =>
      missing({ child, misper: `M${String(place)}`, sent: '2026-03-01T21:00:00.000Z', since: `2026-03-0${String(place + 1)}T20:00`, person: { nhsNumber: '9434765919' } }),
    );
    const seen = reports.map((_, count) => fold([...KNOWN, ...reports.slice(0, count + 1).flat()], context).map(({ id }) => id));
    expect(seen).toEqual(reports.map(() => [OWN]));
  });
  it('is the smallest of all while no authority keeps the child', () => {
    const report = (child: string, misper: string) => missing({ child, misper, sent: '2026-03-01T21:00:00.000Z', person: { nhsNumber: '9434765919' } });
    expect(fold([...report('P1', 'M1'), ...report('P2', 'M2')], context)[0]?.id).toBe([idOf(POLICE, 'person', 'P1'), idOf(POLICE, 'person', 'P2')].sort()[0]);
  });
});
