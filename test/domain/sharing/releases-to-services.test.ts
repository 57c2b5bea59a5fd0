import type { Closing } from '../../../src/domain/authority/closings.ts';
import type { Decision, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import type { Audience } from '../../../src/domain/sharing/audience.ts';
import type { Relation } from '../../../src/domain/fold/relation.ts';
import { aDecision, DAY, NOW } from '../decision/a-decision.ts';
import { anApprovedText, released } from './some-grounds.ts';

const always = (agency: string): Relation => ({ agency, from: null, until: null });
const SENIOR: Closing = { opening: 'COPY_TO_PARTNER_WITHOUT_SENIOR', by: 'RESPONSIBLE', from: null, until: null };
const share = (audience: Audience, recipient: string, payload: Partial<DecisionPayloads['SHARING']> = {}): Decision =>
  aDecision('SHARING', { audience, recipient, ...payload });
const textFor = (audience: Audience): { texts: ReturnType<typeof anApprovedText>[] } => ({ texts: [anApprovedText({ audience, recipient: null })] });

describe('a partner', () => {
  const authorised = aDecision('AUTHORISATION', {}, { at: NOW + 5 });

  it('reads the text approved for partners where it was decided; the child is not asked', () => {
    expect(released([share('PARTNER', 'school')], textFor('PARTNER'))).toEqual([
      { audience: 'PARTNER', recipient: 'school', level: 'REDACTED', ground: 'DECISION', from: NOW, until: null, redaction: 'redaction-1' },
    ]);
  });
  it('never reads the whole interview', () => {
    expect(released([share('PARTNER', 'school', { level: 'FULL' })], { texts: [] })).toEqual([]);
    expect(released([share('PARTNER', 'school', { level: 'FULL' })], textFor('PARTNER'))).toMatchObject([{ level: 'REDACTED' }]);
  });
  it('reads nothing that was not decided for it, or has no text for partners', () => {
    expect(released([], textFor('PARTNER'))).toEqual([]);
    expect(released([share('PARTNER', 'school')], textFor('HOST'))).toEqual([]);
    expect(released([share('PARTNER', 'school', { decision: 'WITHHOLD' })], textFor('PARTNER'))).toEqual([]);
  });
  it.each(['RESPONSIBLE', 'HOST'] as const)("reads nothing before a senior authorises it, where the %s authority asks for that", (by) => {
    const closings = [{ ...SENIOR, by }];
    expect(released([share('PARTNER', 'school')], { ...textFor('PARTNER'), closings })).toEqual([]);
    expect(released([share('PARTNER', 'school'), authorised], { ...textFor('PARTNER'), closings })).toMatchObject([{ from: NOW + 5, until: null }]);
  });
  it('reads nothing by an authorisation refused, or given for another', () => {
    const grounds = { ...textFor('PARTNER'), closings: [SENIOR] };
    expect(released([share('PARTNER', 'school'), aDecision('AUTHORISATION', { authorised: false })], grounds)).toEqual([]);
    expect(released([share('PARTNER', 'school'), aDecision('AUTHORISATION', { recipient: 'clinic' })], grounds)).toEqual([]);
    expect(released([share('PARTNER', 'school'), aDecision('AUTHORISATION', { audience: 'HOST' })], grounds)).toEqual([]);
  });
  it('reads nothing while copies to partners are closed, authorised or not', () => {
    const closings: Closing[] = [{ ...SENIOR, opening: 'COPY_TO_PARTNER' }];
    expect(released([share('PARTNER', 'school'), authorised], { ...textFor('PARTNER'), closings })).toEqual([]);
  });
});

describe('a host authority and the police', () => {
  it.each(['HOST', 'POLICE', 'CP_COORDINATOR'] as const)('read the whole interview where that was decided (%s)', (audience) => {
    expect(released([share(audience, 'southvale', { level: 'FULL' })], { texts: [] })).toEqual([
      { audience, recipient: 'southvale', level: 'FULL', ground: 'DECISION', from: NOW, until: null, redaction: null },
    ]);
  });
  it.each(['HOST', 'POLICE', 'CP_COORDINATOR'] as const)('read the text approved for them where that was decided (%s)', (audience) => {
    expect(released([share(audience, 'southvale')], textFor(audience))).toMatchObject([{ recipient: 'southvale', level: 'REDACTED', redaction: 'redaction-1' }]);
    expect(released([share(audience, 'southvale')], { texts: [] })).toEqual([]);
  });
  it('wait for a senior where the responsible authority asks for that, and never because the host does', () => {
    const full = [share('HOST', 'southvale', { level: 'FULL' }), share('POLICE', 'mereshire', { level: 'FULL' })].map((each, place) => ({ ...each, id: String(place) }));
    expect(released(full, { closings: [SENIOR] })).toEqual([]);
    expect(released(full, { closings: [{ ...SENIOR, by: 'HOST' }] })).toHaveLength(2);
    expect(released([share('CP_COORDINATOR', 'cy@northmere', { level: 'FULL' })], { closings: [SENIOR] })).toHaveLength(1);
  });
  it('are closed by no closing of copies', () => {
    const closings = (['COPY_TO_PLACEMENT', 'COPY_TO_PARENT', 'COPY_TO_PARTNER'] as const).map((opening) => ({ ...SENIOR, opening }));
    expect(released([share('HOST', 'southvale', { level: 'FULL' })], { closings })).toHaveLength(1);
  });
});

describe('a text approved for the police', () => {
  const forces = [always('mereshire'), { agency: 'westpolice', from: NOW + DAY, until: NOW + 2 * DAY }];

  it("is every involved force's while it has to do with the child", () => {
    expect(released([], { ...textFor('POLICE'), forces })).toEqual([
      { audience: 'POLICE', recipient: 'mereshire', level: 'REDACTED', ground: 'TEXT_FOR_POLICE', from: NOW - 60_000, until: null, redaction: 'redaction-1' },
      { audience: 'POLICE', recipient: 'westpolice', level: 'REDACTED', ground: 'TEXT_FOR_POLICE', from: NOW + DAY, until: NOW + 2 * DAY, redaction: 'redaction-1' },
    ]);
  });
  it('is not that of a force it is withheld from, nor of one gone before it was approved', () => {
    expect(released([share('POLICE', 'mereshire', { decision: 'WITHHOLD' })], { ...textFor('POLICE'), forces })).toMatchObject([{ recipient: 'westpolice' }]);
    expect(released([], { ...textFor('POLICE'), forces: [{ agency: 'mereshire', from: null, until: NOW - 60_000 }] })).toEqual([]);
  });
  it('is nobody else’s, and no text for another audience is theirs', () => {
    expect(released([], { ...textFor('POLICE'), coordinators: [always('cy@northmere')] })).toEqual([]);
    expect(released([], { ...textFor('PARTNER'), forces })).toEqual([]);
  });
  it('is released once, whatever else was decided for the same force', () => {
    expect(released([share('POLICE', 'mereshire')], { ...textFor('POLICE'), forces: [always('mereshire')] })).toMatchObject([{ ground: 'TEXT_FOR_POLICE' }]);
    expect(released([share('POLICE', 'mereshire', { level: 'FULL' })], { ...textFor('POLICE'), forces: [always('mereshire')] })).toMatchObject([{ level: 'FULL' }, { level: 'REDACTED' }]);
  });
});

describe('an agency in two capacities', () => {
  it('reads in each the text approved for it', () => {
    const texts = [anApprovedText({ audience: 'POLICE', recipient: null }), anApprovedText({ id: 'redaction-2', audience: 'PARTNER', recipient: null })];
    expect(released([share('PARTNER', 'mereshire')], { texts, forces: [always('mereshire')] })).toMatchObject([
      { audience: 'PARTNER', recipient: 'mereshire', redaction: 'redaction-2' },
      { audience: 'POLICE', recipient: 'mereshire', redaction: 'redaction-1' },
    ]);
  });
});

describe('a text approved for child protection coordinators', () => {
  it("is that of each named for the child, without a decision", () => {
    expect(released([], { ...textFor('CP_COORDINATOR'), coordinators: [{ agency: 'cy@northmere', from: NOW, until: null }], forces: [always('mereshire')] })).toEqual([
      { audience: 'CP_COORDINATOR', recipient: 'cy@northmere', level: 'REDACTED', ground: 'TEXT_FOR_COORDINATOR', from: NOW, until: null, redaction: 'redaction-1' },
    ]);
  });
  it('is not that of one it is withheld from', () => {
    expect(released([share('CP_COORDINATOR', 'cy@northmere', { decision: 'WITHHOLD' })], { ...textFor('CP_COORDINATOR'), coordinators: [always('cy@northmere')] })).toEqual([]);
  });
});

describe('an information-sharing agreement', () => {
  const grounds = { texts: [], forces: [{ agency: 'mereshire', from: NOW, until: null }], agreements: [{ agency: 'mereshire', from: null, until: NOW + DAY }] };

  it('gives completed forms whole to the force, while both hold', () => {
    expect(released([], grounds)).toEqual([
      { audience: 'POLICE', recipient: 'mereshire', level: 'FULL', ground: 'SHARING_AGREEMENT', from: NOW, until: NOW + DAY, redaction: null },
    ]);
  });
  it.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])('gives them for each while in its turn, whichever was told first: %d %d %d', (...order) => {
    const whiles = [
      { agency: 'mereshire', from: null, until: NOW },
      { agency: 'mereshire', from: NOW, until: NOW + 5 },
      { agency: 'mereshire', from: NOW + DAY, until: null },
    ];
    const forces = order.flatMap((place) => whiles.slice(place, place + 1));
    expect(released([], { ...grounds, forces, agreements: [always('mereshire')] }).map(({ from, until }) => [from, until])).toEqual([
      [null, NOW],
      [NOW, NOW + 5],
      [NOW + DAY, null],
    ]);
  });
  it.each(['REFUSED', 'OFFERED', 'NOT_HELD'] as const)('gives nothing that is %s', (state) => {
    expect(released([], { ...grounds, state })).toEqual([]);
  });
  it('gives nothing to a force that is not involved, has none, or from which it is withheld', () => {
    expect(released([], { ...grounds, forces: [] })).toEqual([]);
    expect(released([], { ...grounds, agreements: [] })).toEqual([]);
    expect(released([], { ...grounds, agreements: [always('westpolice')] })).toEqual([]);
    expect(released([share('POLICE', 'mereshire', { decision: 'WITHHOLD' })], grounds)).toEqual([]);
  });
});
