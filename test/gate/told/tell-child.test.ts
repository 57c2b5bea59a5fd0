import type { ObjectClass } from '../../../src/gate/disclosed-objects.ts';
import type { Emergency } from '../../../src/gate/told/child-of-log.ts';
import type { LogEntryOfChild } from '../../../src/gate/told/log-of-child.ts';
import { tellChild } from '../../../src/gate/told/tell-child.ts';
import { kindsInWords } from '../../../src/gate/told/told-words.ts';
import { allAttributesOf, FAMILIES, groupOf } from '../../../src/policy/attributes.ts';
import { READING_ROLES } from '../../../src/policy/viewer.ts';

const shown = (type: ObjectClass['type'], fields: readonly string[], emergency?: true): ObjectClass => ({ type, bits: 1, level: type, fields, ...(emergency && { emergency }) });
const anEntry = (given: Partial<LogEntryOfChild> = {}): LogEntryOfChild => ({
  id: 'an-id',
  at: '2026-11-20T08:00:00.000Z',
  actor: 'nia',
  agency: 'north',
  role: 'HUB_COORDINATOR',
  purpose: 'SAFEGUARDING',
  lawfulBasis: 'PUBLIC_TASK',
  operation: 'MorningBriefing',
  shown: [shown('Child', ['givenName', 'familyName'])],
  ...given,
});
const AN_HOUR = 3_600_000;
const AT = Date.parse('2026-11-20T08:00:00Z');
const anEmergency = (given: Partial<Emergency> = {}): Emergency => ({ id: 'e', person: 'ed@night', reason: 'a reason', from: AT - AN_HOUR, until: AT + 3 * AN_HOUR, outcome: null, ...given });
const NAMES: Readonly<Record<string, string>> = { north: 'North Council', night: 'Night Council', force: 'Force' };
const tell = (entries: readonly LogEntryOfChild[], emergencies: readonly Emergency[] = []): string =>
  tellChild({ child: 'a-child', entries, emergencies, agency: 'north', nameOf: (agency) => NAMES[agency] ?? 'an agency', now: AT });
/** What the text says below its heading, which is always the same. */
const told = (...given: Parameters<typeof tell>): string => tell(...given).split('\n\n').slice(3).join('\n\n');
const NOTHING = told([]);

describe('who was told about you', () => {
  it('begins with a draft heading for the officer', () => {
    expect(tell([])).toMatch(/^DRAFT, TO BE REVIEWED BY THE SUBJECT-ACCESS OFFICER BEFORE IT IS HANDED OVER/);
  });

  it('says who, when, what kind of thing and why, by day and agency', () => {
    const police = anEntry({ agency: 'force', role: 'POLICE_MISSING_TEAM', purpose: 'POLICING', at: '2026-11-21T23:30:00.000Z', shown: [shown('LocatingFacts', ['id', 'phones'])] });
    expect(told([anEntry(), anEntry({ at: '2026-11-20T09:05:00.000Z', shown: [shown('Episode', ['id', 'status'])] }), police])).toBe(
      [
        'Friday, 20 November 2026',
        '  North Council',
        '    the person who coordinates help for missing children, to keep you safe; 2 times from 08:00 to 09:05:',
        '      - who you are: your name, your age, and whether you were missing',
        '      - when you were missing and when you came back, and how worried people were',
        '',
        'Saturday, 21 November 2026',
        '  Force',
        '    the police team that looks for missing people, to find you and keep you safe; at 23:30:',
        '      - what could help to find you: places, people, phones, cars and online names you spoke of',
        '',
      ].join('\n'),
    );
  });

  it('names days and times as London has them', () => {
    expect(told([anEntry({ at: '2026-06-30T23:30:00.000Z' })])).toMatch(/^Wednesday, 1 July 2026\n.*\n.*at 00:30/);
  });

  it('names nobody, and nothing but what is in the house\'s own words', () => {
    expect(tell([anEntry({ actor: 'nia-example', operation: 'AChosenName' })])).not.toMatch(/nia|AChosenName|MorningBriefing|givenName/);
  });

  it.each(['IntelligenceItem', 'Concern', 'BriefingNotice', 'QuarantineEntry', 'Source', 'Transmission'] as const)('is silent on %s', (type) => {
    expect(told([anEntry({ shown: [shown(type, allAttributesOf(type))] })])).toBe(NOTHING);
  });

  it('is silent on whether there is intelligence behind a child or an interview', () => {
    const without = told([anEntry({ shown: [shown('Child', ['givenName']), shown('ReturnInterview', ['id', 'at'])] })]);
    const withIt = told([anEntry({ shown: [shown('Child', ['givenName', 'intelligence']), shown('ReturnInterview', ['id', 'at', 'intelligence']), shown('IntelligenceItem', ['content'])] })]);
    expect(withIt).toBe(without);
  });

  it.each(['POLICE_INTELLIGENCE', 'EXPLOITATION_GROUP', 'AUDITOR', 'DATA_PROTECTION_OFFICER'] as const)('is silent on %s altogether', (role) => {
    expect(told([anEntry({ role })])).toBe(NOTHING);
  });

  describe('of emergency access', () => {
    const duty = { actor: 'ed', agency: 'night', role: 'EDT' } as const;
    const inEmergency = anEntry({ ...duty, shown: [shown('ReturnInterview', ['reasons'], true)] });

    it('is silent while it is under review, on everything that person saw in it', () => {
      expect(told([inEmergency, anEntry(duty)], [anEmergency()])).toBe(NOTHING);
    });

    it('tells it once it was reviewed, and that it was looked into', () => {
      expect(told([inEmergency], [anEmergency({ outcome: 'JUSTIFIED' })])).toContain('they feared at that moment that you were in danger; this was looked into afterwards');
    });

    it('is silent where nothing is known of the access it rests on', () => {
      expect(told([inEmergency])).toBe(NOTHING);
    });

    it('is silent while one of two at that time is under review', () => {
      expect(told([inEmergency], [anEmergency({ outcome: 'JUSTIFIED' }), anEmergency({ id: 'other' })])).toBe(NOTHING);
    });

    it('goes on telling what others saw at that time, and what the person saw before and after', () => {
      const [before, after] = [AT - AN_HOUR - 1, AT + 3 * AN_HOUR].map((at) => anEntry({ ...duty, at: new Date(at).toISOString() }));
      const text = told([anEntry(), before ?? anEntry(), after ?? anEntry()], [anEmergency()]);
      expect(text).toContain('North Council');
      expect(text).toContain('Night Council\n    the emergency duty team, which works at night and at weekends, to keep you safe; 2 times');
    });
  });

  it('has a word for every attribute that speaks of a child, or leaves it out on purpose', () => {
    const unspoken = FAMILIES.flatMap((family) => allAttributesOf(family).map((field) => [family, field] as const))
      .filter(([family, field]) => kindsInWords(family, [field]).length === 0)
      .map(([family, field]) => (['IntelligenceItem', 'Concern', 'BriefingNotice', 'QuarantineEntry', 'Source', 'Transmission'].includes(family) ? family : `${family}.${field}`));
    expect([...new Set(unspoken)].sort()).toEqual([
      'BriefingNotice',
      ...['child', 'id'].map((field) => `CaseAction.${field}`),
      'CaseRecord.id',
      'Concern',
      'DisclosureRecord.id',
      ...['caseRecords', 'child', 'homeReports', 'id', 'interviews', 'offers', 'returnSteps'].map((field) => `Episode.${field}`),
      'HomeProfile.id',
      'HomeReport.id',
      'IntelligenceItem',
      'LocatingFacts.id',
      'MatchReview.id',
      ...['episodes', 'id'].map((field) => `Offer.${field}`),
      'Placement.id',
      'PlacementAgreement.id',
      'QuarantineEntry',
      'Redaction.id',
      ...['child', 'episodes', 'id', 'intelligence', 'offers', 'redactions', 'sharing'].map((field) => `ReturnInterview.${field}`),
      'ReturnStep.id',
      ...['episodes', 'id'].map((field) => `RiskAssessment.${field}`),
      ...['child', 'id'].map((field) => `SafetyNote.${field}`),
      'SharingRecord.id',
      'Source',
      'Transmission',
    ]);
  });

  it('says of a child of whom only the way to something was shown that it is known', () => {
    expect(kindsInWords('Child', ['id', 'intelligence'])).toEqual(['that the hub knows of you']);
    expect(groupOf('Child', 'intelligence')).toBe('intelligence');
  });

  it('has words for every role', () => {
    for (const role of READING_ROLES) {
      expect(tell([anEntry({ role })])).not.toContain('undefined');
    }
  });
});
