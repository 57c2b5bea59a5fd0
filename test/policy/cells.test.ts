import { abilityOf, readableAttributes } from '../../src/policy/ability.ts';
import { allAttributesOf } from '../../src/policy/attributes.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { CELLS } from './expected-cells.ts';
import { CHILD_FAMILIES, namesIn, WORK_COLUMNS } from './expected-columns.ts';
import { ITEM_CELLS } from './expected-items.ts';
import { aViewer, me, NOTHING_TO_DO, PROVIDER } from './facts-for.ts';

const OF_A_CHILD = CHILD_FAMILIES.filter((family) => family !== 'IntelligenceItem');

describe('who reads what of a child', () => {
  it.each(CHILD_FAMILIES)('every attribute of %s stands in the table, once', (family) => {
    expect(namesIn(family).sort()).toEqual([...allAttributesOf(family)].sort());
  });

  it.each(CELLS)('$role, $viewer, reads exactly the columns of the table', ({ role, facts, reads }) => {
    const ability = abilityOf(aViewer(role));
    for (const family of OF_A_CHILD) {
      const readable = [...readableAttributes(ability, family, { ...NOTHING_TO_DO, ...facts })].sort();
      expect([family, ...readable]).toEqual([family, ...namesIn(family, reads[family] ?? '').sort()]);
    }
  });

  it.each(['other', 'another@own', 'someone@other'])('a home and a carer read no safety note that was written for %s', (recipient) => {
    for (const standing of [PROVIDER, me('CARER'), { ...me('ADMITTED'), restricted: 'YES' }]) {
      const note = { ...NOTHING_TO_DO, ...standing, recipient, approved: 'YES', tellsNobody: 'YES' };
      expect(readableAttributes(abilityOf(aViewer('PLACEMENT_PROVIDER')), 'SafetyNote', note).size).toBe(0);
    }
  });

  it.each(READING_ROLES)('%s reads nothing of a child with whom nobody of theirs has to do', (role) => {
    const ability = abilityOf(aViewer(role));
    for (const opens of [[], ['BRIEFING_TO_PARTNER', 'NOTICE_TO_PARTNER', 'CHILD_TO_OTHER_SOCIAL_WORKERS', 'NOTICE_TO_OTHER_SOCIAL_WORKERS', 'DETAIL_TO_BUSINESS_SUPPORT']]) {
      for (const family of CHILD_FAMILIES) {
        expect(readableAttributes(ability, family, { ...NOTHING_TO_DO, missingNow: 'YES', recent: 'YES', opens }).size).toBe(0);
      }
    }
  });

  it.each(READING_ROLES)('%s reads nothing of a child of whom a fact was not loaded', (role) => {
    for (const family of CHILD_FAMILIES) {
      expect(readableAttributes(abilityOf(aViewer(role)), family, {}).size).toBe(0);
    }
  });
});

describe('who reads what of an item of intelligence', () => {
  it.each(ITEM_CELLS)('$role, $viewer, reads exactly the columns of the table', ({ role, facts, reads }) => {
    const readable = readableAttributes(abilityOf(aViewer(role)), 'IntelligenceItem', { ...NOTHING_TO_DO, ...facts });
    expect([...readable].sort()).toEqual(namesIn('IntelligenceItem', reads).sort());
  });
});

describe('who reads the work of the hub', () => {
  const reads = (role: (typeof READING_ROLES)[number], family: keyof typeof WORK_COLUMNS, facts: object): string[] =>
    [...readableAttributes(abilityOf(aViewer(role)), family, facts)].sort();
  const names = (...columns: readonly string[]): string[] => columns.flatMap((column) => column.split(' ')).sort();
  const but = (...roles: readonly string[]): (typeof READING_ROLES)[number][] => READING_ROLES.filter((role) => !roles.includes(role));

  const SENDERS = ['HUB_COORDINATOR', 'POLICE_MISSING_TEAM'] as const;
  it.each(SENDERS)('%s reads quarantine entries shown to its agency and those it sent, and no other', (role) => {
    const [entry, excerpt] = [names(WORK_COLUMNS.QuarantineEntry.entry), names(WORK_COLUMNS.QuarantineEntry.excerpt)];
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other', 'own'], agency: 'other' })).toEqual(entry);
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other', 'own'], agency: 'own' })).toEqual([...entry, ...excerpt].sort());
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other'], agency: 'own' })).toEqual([...entry, ...excerpt].sort());
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other'], agency: 'other' })).toEqual([]);
  });
  it.each(but(...SENDERS))('%s reads no quarantine, and counts no source', (role) => {
    expect(reads(role, 'QuarantineEntry', { shownTo: ['own'], agency: 'own' })).toEqual([]);
    expect(reads(role, 'Source', { agency: 'own', feeds: 'NO' })).toEqual([]);
  });
  it.each(SENDERS)('%s counts its own source', (role) => {
    expect(reads(role, 'Source', { agency: 'own', feeds: 'NO' })).toEqual(names(WORK_COLUMNS.Source.freshness, WORK_COLUMNS.Source.counts));
  });

  const SEE_WHERE_FROM = ['HUB_COORDINATOR', 'RETURN_WORKER', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'IRO', 'EDT', 'BUSINESS_SUPPORT', 'POLICE_MISSING_TEAM'] as const;
  it.each(SEE_WHERE_FROM)('%s learns how fresh a source is that feeds its rows, and of no other', (role) => {
    expect(reads(role, 'Source', { agency: 'other', feeds: 'YES' })).toEqual(names(WORK_COLUMNS.Source.freshness));
    expect(reads(role, 'Source', { agency: 'other', feeds: 'NO' })).toEqual([]);
  });
  it.each(but(...SEE_WHERE_FROM))('%s learns of no source', (role) => {
    expect(reads(role, 'Source', { agency: 'own', feeds: 'YES' })).toEqual([]);
  });

  const OF_THE_LOG = ['AUDITOR', 'DATA_PROTECTION_OFFICER'] as const;
  it.each(OF_THE_LOG)('%s reads the disclosures its agency is controller of, and no other', (role) => {
    expect(reads(role, 'DisclosureRecord', { controllers: ['own'] })).toEqual(names(WORK_COLUMNS.DisclosureRecord.disclosure));
    expect(reads(role, 'DisclosureRecord', { controllers: ['other'] })).toEqual([]);
  });
  it.each(but(...OF_THE_LOG))('%s reads no disclosures', (role) => {
    expect(reads(role, 'DisclosureRecord', { controllers: ['own'] })).toEqual([]);
  });

  const WHOLE_TRANSMISSION = names(WORK_COLUMNS.Transmission.came, WORK_COLUMNS.Transmission.sent);
  const THAT_IT_CAME = names(WORK_COLUMNS.Transmission.came);
  const sent = (facts: object): object => ({ fromAgency: 'other', toAgency: 'third', recipient: 'HUB_COORDINATOR:third', came: 'NO', restricted: 'NO', named: [], ...facts });
  const CLOSED = { restricted: 'YES' } as const;
  const LET_IN = { restricted: 'YES', named: ['ADMITTED:someone@own'] } as const;
  const SEND = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'POLICE_INTELLIGENCE'] as const;
  const AUDIT = ['AUDITOR', 'DATA_PROTECTION_OFFICER'] as const;
  it.each(SEND)('%s reads what its agency sends, of a restricted matter only where named, and of no other agency', (role) => {
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own' }))).toEqual(WHOLE_TRANSMISSION);
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own', ...CLOSED }))).toEqual([]);
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own', ...LET_IN }))).toEqual(WHOLE_TRANSMISSION);
    expect(reads(role, 'Transmission', sent({}))).toEqual([]);
  });
  it.each(AUDIT)('%s reads what its agency sent, and that something came, never of a restricted matter', (role) => {
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own' }))).toEqual(WHOLE_TRANSMISSION);
    expect(reads(role, 'Transmission', sent({ toAgency: 'own', came: 'YES' }))).toEqual(THAT_IT_CAME);
    expect(reads(role, 'Transmission', sent({ toAgency: 'own' }))).toEqual([]);
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own', ...LET_IN }))).toEqual([]);
  });
  const RECEIVE = ['SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'POLICE_MISSING_TEAM', 'POLICE_INTELLIGENCE'] as const;
  it.each(RECEIVE)('%s learns that something came for the person or the role, and not before it did', (role) => {
    for (const recipient of ['someone@own', `${role}:own`]) {
      expect(reads(role, 'Transmission', sent({ toAgency: 'own', recipient, came: 'YES' }))).toEqual(THAT_IT_CAME);
      expect(reads(role, 'Transmission', sent({ toAgency: 'own', recipient, came: 'YES', ...CLOSED }))).toEqual([]);
      expect(reads(role, 'Transmission', sent({ toAgency: 'own', recipient, came: 'YES', ...LET_IN }))).toEqual(THAT_IT_CAME);
      expect(reads(role, 'Transmission', sent({ toAgency: 'own', recipient }))).toEqual([]);
    }
    expect(reads(role, 'Transmission', sent({ toAgency: 'own', recipient: 'another@own', came: 'YES' }))).toEqual([]);
  });
  it('the hub coordinator learns that something came to the agency, whoever it was for', () => {
    expect(reads('HUB_COORDINATOR', 'Transmission', sent({ toAgency: 'own', recipient: 'another@own', came: 'YES' }))).toEqual(THAT_IT_CAME);
    expect(reads('HUB_COORDINATOR', 'Transmission', sent({ toAgency: 'own', recipient: 'another@own' }))).toEqual([]);
    expect(reads('HUB_COORDINATOR', 'Transmission', sent({ toAgency: 'own', came: 'YES', ...CLOSED }))).toEqual([]);
    expect(reads('HUB_COORDINATOR', 'Transmission', sent({ toAgency: 'own', came: 'YES', ...LET_IN }))).toEqual(THAT_IT_CAME);
  });
  it.each(but(...SEND, ...AUDIT, ...RECEIVE))('%s sees no transmission, whoever it is from or for', (role) => {
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own', toAgency: 'own', recipient: 'someone@own', came: 'YES' }))).toEqual([]);
    expect(reads(role, 'Transmission', sent({ fromAgency: 'own', toAgency: 'own', recipient: `${role}:own`, came: 'YES', ...LET_IN }))).toEqual([]);
  });

  const REVIEWERS = ['HUB_COORDINATOR', 'BUSINESS_SUPPORT'] as const;
  const review = (facts: object): object => ({ responsible: [], candidates: [], restricted: 'NO', named: [], ...facts });
  it.each(REVIEWERS)('%s looks through pairs of which one child is theirs or may be, and of a restricted child only where named', (role) => {
    for (const own of [{ responsible: ['other', 'own'] }, { candidates: ['own'] }]) {
      expect(reads(role, 'MatchReview', review(own))).toEqual(names(WORK_COLUMNS.MatchReview.review));
      expect(reads(role, 'MatchReview', review({ ...own, restricted: 'YES' }))).toEqual([]);
      expect(reads(role, 'MatchReview', review({ ...own, restricted: 'YES', named: ['ADMITTED:another@own', 'SOCIAL_WORKER:someone@own'] }))).toEqual([]);
      expect(reads(role, 'MatchReview', review({ ...own, restricted: 'YES', named: ['ADMITTED:someone@own'] }))).toEqual(names(WORK_COLUMNS.MatchReview.review));
    }
    expect(reads(role, 'MatchReview', review({ responsible: ['other'], candidates: ['other'] }))).toEqual([]);
    expect(reads(role, 'MatchReview', review({ restricted: 'YES', named: ['ADMITTED:someone@own'] }))).toEqual([]);
  });
  it.each(but(...REVIEWERS))('%s sees no pair', (role) => {
    expect(reads(role, 'MatchReview', review({ responsible: ['own'], candidates: ['own'], named: ['ADMITTED:someone@own'] }))).toEqual([]);
    expect(reads(role, 'MatchReview', review({ responsible: ['own'], restricted: 'YES', named: ['ADMITTED:someone@own'] }))).toEqual([]);
  });

  const OPEN_TO_ALL = { openTo: ['ALL'], watchers: [] };
  const NOT_TOLD = ['EXPLOITATION_GROUP', 'PARENT', 'PARTNER', 'AUDITOR', 'SUBJECT_ACCESS_OFFICER', 'RECORDS_MANAGER'] as const;
  it.each(but(...NOT_TOLD))('%s is told what is addressed to the person or to the role, and nothing else', (role) => {
    expect(reads(role, 'BriefingNotice', { ...OPEN_TO_ALL, to: ['other', 'someone@own'] })).toEqual(names(WORK_COLUMNS.BriefingNotice.notice));
    expect(reads(role, 'BriefingNotice', { ...OPEN_TO_ALL, to: [`${role}:own`] })).toEqual(names(WORK_COLUMNS.BriefingNotice.notice));
    expect(reads(role, 'BriefingNotice', { ...OPEN_TO_ALL, to: [`${role}:other`, 'someone@other', 'another@own', 'own', 'PARENT:own'] })).toEqual([]);
  });
  it.each(but(...NOT_TOLD))('%s is told of a child who is restricted where they are let in, by name or in their post, and else nothing', (role) => {
    const told = (openTo: readonly string[]): readonly string[] => reads(role, 'BriefingNotice', { to: ['someone@own', `${role}:own`], watchers: [], openTo });
    expect([told(['someone@own']), told([`${role}:own`])]).toEqual([names(WORK_COLUMNS.BriefingNotice.notice), names(WORK_COLUMNS.BriefingNotice.notice)]);
    expect(told([`${role}:someone@own`])).toEqual(names(WORK_COLUMNS.BriefingNotice.notice));
    expect([told([]), told(['another@own', `${role}:other`, `${role}:another@own`, 'PARENT:someone@own'])]).toEqual([[], []]);
  });
  it('HUB_COORDINATOR has in view what others of the agency have not answered, but of no restricted child; nobody else has', () => {
    const watched = (role: ReadingRole, facts: object): readonly string[] => reads(role, 'BriefingNotice', { to: ['another@own'], watchers: [`${role}:own`], openTo: ['ALL'], ...facts });
    expect(watched('HUB_COORDINATOR', {})).toEqual(names(WORK_COLUMNS.BriefingNotice.notice));
    expect(watched('HUB_COORDINATOR', { openTo: ['another@own', 'HUB_COORDINATOR:own', 'someone@own'] })).toEqual([]);
    expect(watched('HUB_COORDINATOR', { watchers: ['HUB_COORDINATOR:other'] })).toEqual([]);
    expect(but('HUB_COORDINATOR').flatMap((role) => watched(role, {}))).toEqual([]);
  });
  it.each(NOT_TOLD)('%s is told nothing', (role) => {
    expect(reads(role, 'BriefingNotice', { ...OPEN_TO_ALL, to: ['someone@own', `${role}:own`] })).toEqual([]);
  });
});
