import type { Closing } from '../../../src/domain/authority/closings.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';
import { aDecision, DAY, NOW } from '../decision/a-decision.ts';
import { anApprovedText, released } from './some-grounds.ts';

const SHARE = aDecision('SHARING', {}, { at: NOW });
const AGREED = aDecision('AGREEMENT', {}, { at: NOW });
const FROM_DECISION = {
  audience: 'PLACEMENT',
  recipient: 'larkfield',
  level: 'REDACTED',
  ground: 'DECISION',
  from: NOW,
  until: null,
  redaction: 'redaction-1',
};
const agreement = (payload: Parameters<typeof aDecision<'AGREEMENT'>>[1], changes: Partial<Decision> = {}): Decision =>
  aDecision('AGREEMENT', payload, { id: 'agreement-2', matter: 'other', ...changes } as object);

describe('a home reads the text approved for it', () => {
  it('where the decision-maker shares and the child agrees', () => {
    expect(released([SHARE, AGREED])).toEqual([FROM_DECISION]);
  });
  it('from the last of decision, agreement and approval on', () => {
    expect(released([SHARE, aDecision('AGREEMENT', {}, { at: NOW + 1 })])).toEqual([{ ...FROM_DECISION, from: NOW + 1 }]);
    expect(released([aDecision('SHARING', {}, { at: NOW + 2 }), AGREED])).toEqual([{ ...FROM_DECISION, from: NOW + 2 }]);
    expect(released([SHARE, AGREED], { texts: [anApprovedText({}, NOW + 3)] })).toEqual([{ ...FROM_DECISION, from: NOW + 3 }]);
  });
  it('and never the whole interview, whatever was decided', () => {
    expect(released([aDecision('SHARING', { level: 'FULL' }), AGREED])).toEqual([FROM_DECISION]);
    expect(released([aDecision('SHARING', { level: 'FULL' }), AGREED], { texts: [] })).toEqual([]);
  });
});

describe('a home learns the date alone', () => {
  it('while nobody decided', () => {
    expect(released([AGREED])).toEqual([]);
  });
  it('while the child did not agree, whatever was decided', () => {
    expect(released([SHARE])).toEqual([]);
    expect(released([SHARE, agreement({ state: 'NOT_ASKED' })])).toEqual([]);
    expect(released([SHARE, agreement({ state: 'REFUSED' })])).toEqual([]);
    expect(released([SHARE, agreement({ state: 'WITHDRAWN' })])).toEqual([]);
  });
  it('while no text is approved for it', () => {
    expect(released([SHARE, AGREED], { texts: [] })).toEqual([]);
  });
  it('while the only text is one for another home, a parent or the police', () => {
    expect(released([SHARE, AGREED], { texts: [anApprovedText({ recipient: 'brookside' })] })).toEqual([]);
    expect(released([SHARE, AGREED], { texts: [anApprovedText({ audience: 'PARENT' })] })).toEqual([]);
    expect(released([SHARE, AGREED], { texts: [anApprovedText({ audience: 'POLICE', recipient: null })] })).toEqual([]);
    expect(released([SHARE, AGREED], { texts: [anApprovedText({ recipient: null })] })).toEqual([]);
  });
  it('while it was decided to withhold, in whatever capacity', () => {
    expect(released([aDecision('SHARING', { decision: 'WITHHOLD' }), AGREED])).toEqual([]);
    expect(released([SHARE, AGREED, aDecision('SHARING', { audience: 'PARTNER', decision: 'WITHHOLD' }, { id: 'w' })])).toEqual([]);
    expect(released([SHARE, AGREED, aDecision('SHARING', { recipient: 'brookside', decision: 'WITHHOLD' }, { id: 'w' })])).toHaveLength(1);
  });
  it('while the child agreed to another home or another audience only', () => {
    expect(released([SHARE, agreement({ recipient: 'brookside' })])).toEqual([]);
    expect(released([SHARE, agreement({ audience: 'PARENT' })])).toEqual([]);
    expect(released([SHARE, agreement({ topic: 'HEALTH' })])).toEqual([]);
    expect(released([SHARE, agreement({ aspect: 'TAKE_PART' })])).toEqual([]);
  });
  it('while the child said no to a topic of the text, and not while it said no to another', () => {
    expect(released([SHARE, AGREED, agreement({ topic: 'HEALTH', state: 'REFUSED' })])).toEqual([]);
    expect(released([SHARE, AGREED, agreement({ topic: 'HEALTH', state: 'WITHDRAWN' })])).toEqual([]);
    expect(released([SHARE, AGREED, agreement({ topic: 'FAMILY', state: 'REFUSED' })])).toHaveLength(1);
  });
  it('while its authority or the host closes copies to placements, for as long as it does', () => {
    const closing: Closing = { opening: 'COPY_TO_PLACEMENT', by: 'HOST', from: NOW + DAY, until: NOW + 2 * DAY };
    expect(released([SHARE, AGREED], { closings: [{ ...closing, from: null, until: null }] })).toEqual([]);
    expect(released([SHARE, AGREED], { closings: [closing] })).toEqual([
      { ...FROM_DECISION, until: NOW + DAY },
      { ...FROM_DECISION, from: NOW + 2 * DAY },
    ]);
    expect(released([SHARE, AGREED], { closings: [{ ...closing, opening: 'COPY_TO_PARENT', from: null, until: null }] })).toEqual([FROM_DECISION]);
    expect(released([SHARE, AGREED], { closings: [{ ...closing, opening: 'COPY_TO_PARTNER_WITHOUT_SENIOR', from: null, until: null }] })).toEqual([FROM_DECISION]);
  });
});

describe('a parent', () => {
  const text = { texts: [anApprovedText({ audience: 'PARENT', recipient: 'pat@family' })] };
  const share = aDecision('SHARING', { audience: 'PARENT', recipient: 'pat@family', level: 'FULL' });
  const agreed = aDecision('AGREEMENT', { audience: 'PARENT', recipient: 'pat@family' });

  it('reads the text approved for them where it was decided and the child agrees', () => {
    expect(released([share, agreed], text)).toMatchObject([{ audience: 'PARENT', recipient: 'pat@family', level: 'REDACTED', ground: 'DECISION' }]);
  });
  it('learns the date alone where the child does not agree, or another parent was meant', () => {
    expect(released([share], text)).toEqual([]);
    expect(released([share, agreed], { texts: [anApprovedText({ audience: 'PARENT', recipient: 'max@family' })] })).toEqual([]);
    expect(released([share, agreed], { ...text, closings: [{ opening: 'COPY_TO_PARENT', by: 'RESPONSIBLE', from: null, until: null }] })).toEqual([]);
  });
});

describe('an override for safeguarding', () => {
  const override = aDecision('OVERRIDE', { until: NOW + DAY }, { at: NOW });
  const overridden = { ...FROM_DECISION, ground: 'OVERRIDE', until: NOW + DAY };

  it('releases the text approved for the home without decision or agreement, until it ends', () => {
    expect(released([override])).toEqual([overridden]);
  });
  it('releases it although the child said no, it was withheld, and copies are closed', () => {
    const closings: Closing[] = [{ opening: 'COPY_TO_PLACEMENT', by: 'RESPONSIBLE', from: null, until: null }];
    expect(released([override, agreement({ state: 'REFUSED' }), aDecision('SHARING', { decision: 'WITHHOLD' })], { closings })).toEqual([overridden]);
  });
  it('releases nothing where no text is approved for that very home', () => {
    expect(released([override], { texts: [] })).toEqual([]);
    expect(released([override], { texts: [anApprovedText({ recipient: 'brookside' })] })).toEqual([]);
  });
  it('releases nothing before the text is approved, nor once it has ended', () => {
    expect(released([override], { texts: [anApprovedText({}, NOW + 5)] })).toEqual([{ ...overridden, from: NOW + 5 }]);
    expect(released([override], { texts: [anApprovedText({}, NOW + DAY)] })).toEqual([]);
    expect(released([aDecision('OVERRIDE', { until: NOW }, { at: NOW })])).toEqual([]);
  });
  it('adds nothing while the same home has the text already', () => {
    expect(released([override, SHARE, AGREED])).toEqual([FROM_DECISION]);
    expect(released([override, aDecision('SHARING', {}, { at: NOW + 10 }), AGREED])).toEqual([
      { ...overridden, until: NOW + 10 },
      { ...FROM_DECISION, from: NOW + 10 },
    ].sort((first, second) => first.ground.localeCompare(second.ground)));
  });
  it('adds to what another home has', () => {
    expect(released([aDecision('OVERRIDE', { recipient: 'brookside' }), SHARE, AGREED], { texts: [anApprovedText(), anApprovedText({ id: 'r2', recipient: 'brookside' })] })).toMatchObject([
      { recipient: 'brookside', ground: 'OVERRIDE', redaction: 'r2' },
      { recipient: 'larkfield', ground: 'DECISION', redaction: 'redaction-1' },
    ]);
  });
});
