import { readDateTime, type Interval } from '../../src/domain/observation/source-time.ts';
import type { Outgoing, OutgoingEpisode, OutgoingInterview, OutgoingOffer, Renderer } from '../../src/exchange/render-contract.ts';
import { writeAndRead } from '../../src/ingest/conformance/checks/reads-back-what-it-writes.ts';
import { inventedOutgoing } from '../../src/ingest/conformance/invented-outgoing.ts';
import type { Subject } from '../../src/ingest/conformance/samples.ts';
import { subjects } from './read-sample.ts';

const all = await subjects();
const invented = inventedOutgoing('northmere');

function message(name: string): Outgoing {
  const found = invented.find((one) => one.name === name)?.outgoing;
  if (found === undefined) {
    throw new TypeError(name);
  }
  return found;
}
function writer(id: string): Subject & { readonly renderer: Renderer } {
  const subject = all.find(({ adapter }) => adapter.manifest.id === id);
  if (subject?.adapter.renderer === undefined) {
    throw new TypeError(id);
  }
  return { ...subject, renderer: subject.adapter.renderer };
}
function time(text: string): Interval {
  const read = readDateTime(text);
  if (read === null) {
    throw new TypeError(text);
  }
  return read;
}

const WHOLE = message('an interview in full');
const EPISODE = message('an episode, over');
const OFFER = message('an offer, DECLINED_BY_PARENT');
const ITEM = message('an item');
const TAKEN_BACK = message('an interview that was none');
const BETWEEN: Interval = { from: time('2026-11-22').from, until: time('2026-11-24').until, text: '2026-11-22 to 2026-11-24', precision: 'DATE' };

const episodeWith = (changed: Partial<OutgoingEpisode>): Outgoing => ({ ...EPISODE, episodes: EPISODE.episodes.map((episode) => ({ ...episode, ...changed })) });
const offerWith = (changed: Partial<OutgoingOffer>): Outgoing => ({ ...OFFER, offers: OFFER.offers.map((offer) => ({ ...offer, ...changed })) });
const interviewWith = (changed: Partial<Pick<OutgoingInterview, 'key' | 'at' | 'state'>>): Outgoing => ({ ...WHOLE, interview: WHOLE.interview && { ...WHOLE.interview, ...changed } });
const open = ({ key, statuses, report = {} }: OutgoingEpisode): OutgoingEpisode => ({ key, statuses, report });
const LONG: Outgoing = episodeWith({ report: { missingSince: time('2026-11-20'), circumstances: 'long '.repeat(20_001) } });

describe('what a format has no way to say is refused, and not said otherwise', () => {
  it.each(([
    ['authority-exchange', 'two offers', { ...OFFER, offers: [...OFFER.offers, ...OFFER.offers] }, 'one offer'],
    ['authority-exchange', 'two episodes', { ...EPISODE, episodes: [...EPISODE.episodes, ...EPISODE.episodes] }, 'one episode'],
    ['authority-exchange', 'no more than that the child is back', episodeWith({ returned: { at: null } }), 'neither when nor where'],
    ['authority-exchange', 'the withdrawal of two records', { ...TAKEN_BACK, withdrawn: [...TAKEN_BACK.withdrawn, ...TAKEN_BACK.withdrawn] }, 'takes back one record'],
    ['authority-exchange', 'an item of intelligence', ITEM, 'goes to a bureau'],
    ['authority-exchange', 'a text that is too long', LONG, 'longer than this format'],
    ['authority-exchange', 'a key that is too long', interviewWith({ key: 'k'.repeat(201) }), 'a key that this format cannot hold'],
    ['police-intelligence', 'an interview', WHOLE, 'one item of intelligence'],
    ['police-intelligence', 'an item known at no one time', { ...ITEM, intelligence: ITEM.intelligence && { ...ITEM.intelligence, at: BETWEEN } }, 'between two others'],
    ['lcs', 'an offer without its episode', { ...OFFER, episodes: [] }, 'not given with them'],
    ['lcs', 'an offer of another episode', offerWith({ episodeKeys: ['EP-9'] }), 'not given with them'],
    ['lcs', 'two offers of one episode', { ...OFFER, offers: [...OFFER.offers, ...OFFER.offers] }, 'one offer'],
    ['lcs', 'a booked interview that was refused, without it', offerWith({ outcome: 'REFUSED_AFTER_BOOKING' }), 'give both'],
    ['lcs', 'a refused interview without its offer', { ...interviewWith({ state: 'REFUSED' }), offers: [] }, 'give both'],
    ['lcs', 'a child back before they were missed', episodeWith({ returned: { at: time('2026-11-01') } }), 'back before they were missed'],
    ['lcs', 'the withdrawal of an episode', { ...TAKEN_BACK, withdrawn: [{ kind: 'episode', key: 'EP-3' }] }, 'by hand'],
    ['lcs', 'a key that means nobody', { ...EPISODE, child: { key: '-1' } }, 'a key that this format cannot hold'],
    ['liberi', 'an interview without its episode', { ...WHOLE, episodes: [] }, 'not given with them'],
    ['liberi', 'a text that is too long', LONG, 'longer than this format'],
    ['ehm', 'a withdrawal', TAKEN_BACK, 'by hand'],
    ['ehm', 'an offer made at no one time', offerWith({ at: BETWEEN }), 'between two others'],
    ['ehm', 'a child back before they were missed', episodeWith({ returned: { at: time('2026-11-01') } }), 'back before they were missed'],
    ['eclipse', 'a return on no one day', episodeWith({ returned: { at: null, to: 'An invented aunt' } }), 'only say so with the day'],
    ['eclipse', 'an interview held on no one day', interviewWith({ at: BETWEEN }), 'when the interview was held'],
    ['eclipse', 'an offer made on no one day', offerWith({ at: BETWEEN, attempts: [] }), 'when the interview was offered'],
    ['eclipse', 'a refused interview alone', { ...interviewWith({ state: 'REFUSED' }), episodes: [], offers: [] }, 'told by its offer'],
    ['eclipse', 'a text that is too long', LONG, 'longer than this format'],
    ['mosaic', 'an interview of a child who may not be back', { ...WHOLE, episodes: WHOLE.episodes.map(open) }, 'not known here'],
    ['mosaic', 'an offer nobody knows the time of', { ...offerWith({ attempts: [] }), episodes: OFFER.episodes.map(open) }, 'when the interview was offered'],
    ['mosaic', 'an offer without its episode', { ...OFFER, episodes: [] }, 'not given with them'],
    ['mosaic', 'a withdrawal', TAKEN_BACK, 'by hand'],
  ] satisfies readonly (readonly [id: string, what: string, outgoing: Outgoing, reason: string])[]).map(([id, what, outgoing, reason]) => ({ id, what, outgoing, reason })))('$id: $what', ({ id, outgoing, reason }) => {
    const { renderer, settings } = writer(id);
    expect(() => renderer.render(outgoing, settings)).toThrow(reason);
  });

  it.each(([
    ['eclipse', 'a system nobody has described', null, WHOLE, 'which forms'],
    ['eclipse', 'a form that is taken back where no state means that', { forms: [{ design: 'D', tells: ['INTERVIEW'] }] }, TAKEN_BACK, 'no state'],
    ['eclipse', 'an interview where one form tells of it and the episode', { forms: [{ design: 'D', tells: ['EPISODE', 'OFFER', 'INTERVIEW'] }] }, WHOLE, 'by itself'],
    ['mosaic', 'a system nobody has described', null, WHOLE, 'which form'],
    ['mosaic', 'a return at no time where steps are completed on it', { profile: 'cyp051', completedOn: 'RETURN' }, episodeWith({ returned: { at: null } }), 'nobody knows when'],
    ['ehm', 'an event the receiver has no word for', { events: Object.fromEntries(['Missing', 'Missing episode'].map((word) => [word, 'ignored'])) }, episodeWith({ statuses: [{ status: 'MISSING', at: null }] }), 'no word'],
  ] satisfies readonly (readonly [id: string, what: string, settings: unknown, outgoing: Outgoing, reason: string])[]).map(([id, what, settings, outgoing, reason]) => ({ id, what, settings, outgoing, reason })))('$id: $what', ({ id, settings, outgoing, reason }) => {
    expect(() => writer(id).renderer.render(outgoing, settings)).toThrow(reason);
  });
});

describe('what comes back', () => {
  const readBack = async (id: string, outgoing: Outgoing, settings = writer(id).settings): Promise<unknown> => {
    const { amiss, refused } = await writeAndRead({ ...writer(id), settings }, writer(id).renderer, outgoing);
    return { amiss, refused };
  };
  const NOTHING = { amiss: [], refused: [] };

  it('of a time between two others is both of them, between hubs', async () => {
    expect(await readBack('authority-exchange', offerWith({ at: BETWEEN }))).toEqual(NOTHING);
    expect(await readBack('authority-exchange', interviewWith({ at: { ...BETWEEN, from: BETWEEN.from + 61_000, text: 'some time' } }))).toEqual(NOTHING);
  });

  it('of a key of Eclipse’s own is that very key, and offer and interview of one form stay together', async () => {
    const key = JSON.stringify(['90023', '007890']);
    const own = { ...interviewWith({ key }), episodes: [], offers: WHOLE.offers.map((offer) => ({ ...offer, key })) };
    const copy = { ...own, interview: own.interview && { ...own.interview, offerKey: key } };
    expect(await readBack('eclipse', copy)).toEqual(NOTHING);
    const bytes = Buffer.from(writer('eclipse').renderer.render(copy, writer('eclipse').settings).bytes).toString('utf8');
    expect([...bytes.matchAll(/^90023,007890,(\S+?),COMPLETE/gm)].map(([, design]) => design?.slice(-1))).toEqual(expect.arrayContaining(['2']));
    expect(bytes).not.toContain('[""90023');
  });

  it('of a return nobody knows the time of is a return', async () => {
    expect(await readBack('mosaic', episodeWith({ returned: { at: null } }))).toEqual(NOTHING);
    expect(await readBack('ehm', episodeWith({ returned: { at: null } }))).toEqual(NOTHING);
    expect(await readBack('liberi', episodeWith({ returned: { at: null } }))).toEqual(NOTHING);
  });

  it('of a return is when it was, where Mosaic completes a step on it', async () => {
    expect(await readBack('mosaic', WHOLE, { profile: 'cyp051', completedOn: 'RETURN' })).toEqual(NOTHING);
  });

  it('of an offer that ended otherwise beside an interview that took place says nothing of its end, in the forms of one step', async () => {
    const both = { ...WHOLE, offers: WHOLE.offers.map((offer) => ({ ...offer, outcome: 'ALREADY_ARRANGED' as const })) };
    expect(await readBack('mosaic', both)).toEqual(NOTHING);
    expect(writer('mosaic').renderer.sayable(both).offers.map(({ outcome }) => outcome)).toEqual([null]);
    expect(writer('eclipse').renderer.sayable(both).offers.map(({ outcome }) => outcome)).toEqual(['ALREADY_ARRANGED']);
  });

  it('of reasons is what the receiver’s settings mean by their codes', async () => {
    const settings = { questions: { Q14: 'reasons', reasonsForGoing: 'ignored' }, reasons: { TAXI: 'By taxi' } };
    expect(await readBack('lcs', WHOLE, settings)).toEqual(NOTHING);
    const text = new TextDecoder().decode(writer('lcs').renderer.render(WHOLE, settings).bytes);
    expect(text).toContain('<END_REASON>TAXI</END_REASON>');
    expect(text).toContain('<ANSWER_NO>Q14</ANSWER_NO>');
  });

  it.each([
    ['DECLINED_BY_PARENT', 'YES', 'NO'],
    ['ALREADY_ARRANGED', 'YES', 'NA'],
    ['NOT_APPROPRIATE', 'NA', 'NA'],
    ['UNABLE_TO_ESTABLISH_CONTACT', 'YES', null],
  ] as const)('of an offer that ended with %s is told by the flags as the statutory returns count it', (outcome, offered, accepted) => {
    const { renderer, settings } = writer('lcs');
    const text = new TextDecoder().decode(renderer.render(offerWith({ outcome }), settings).bytes);
    const flag = (name: string): string | null => new RegExp(`<${name}>(\\w+)<`).exec(text)?.[1] ?? null;
    expect([flag('RETURN_INTERVIEW_OFFERED'), flag('RETURN_INTERVIEW_ACCEPTED')]).toEqual([offered, accepted]);
  });

  it('of what no file can hold is the rest', async () => {
    const { child } = EPISODE;
    const text = new TextDecoder().decode(writer('authority-exchange').renderer.render({ ...EPISODE, child: { ...child, build: 'Sl\u0000ig\uFFFFht' } }, null).bytes);
    expect(text).toContain('<Build>Slight</Build>');
    expect(await readBack('lcs', episodeWith({ report: { missingSince: time('2026-11-20'), circumstances: 'one\r\ntwo' } }))).toEqual(NOTHING);
  });
});

describe('the flags of a child who was not reached', () => {
  const { renderer, settings } = writer('lcs');
  const unable = message('an offer, UNABLE_TO_ESTABLISH_CONTACT');
  const flags = (outgoing: Outgoing): string[] => [...new TextDecoder().decode(renderer.render(outgoing, settings).bytes).matchAll(/<RETURN_INTERVIEW_(\w+)>(\w+)</g)].map(([, flag, word]) => `${String(flag)} ${String(word)}`);

  it('say only that an interview was offered while the practice of the authority is silent', () => {
    expect(flags(unable)).toEqual(['OFFERED YES']);
  });

  it.each([
    [{ offered: 'N', accepted: 'NA' }, ['OFFERED NO', 'ACCEPTED NA']],
    [{ offered: 'Y', accepted: 'N' }, ['OFFERED YES', 'ACCEPTED NO']],
    [{ offered: 'NA', accepted: 'NA' }, ['OFFERED NA', 'ACCEPTED NA']],
  ] as const)('are %j where the authority counts it so', (unableCountsAs, said) => {
    expect(flags({ ...unable, unableCountsAs })).toEqual(said);
    expect(flags({ ...message('an offer, DECLINED_BY_PARENT'), unableCountsAs })).toEqual(['OFFERED YES', 'ACCEPTED NO']);
  });

  it('go by it no more once an interview was held', () => {
    expect(flags({ ...WHOLE, offers: unable.offers, unableCountsAs: { offered: 'N', accepted: 'NA' } })).toEqual(['OFFERED YES']);
  });
});
