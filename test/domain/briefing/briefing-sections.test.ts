import { briefingSections, type BriefingFacts } from '../../../src/domain/briefing/briefing-sections.ts';

const anEntry = (name: string, facts: Partial<BriefingFacts> = {}): { name: string; facts: BriefingFacts } => ({
  name,
  facts: { status: 'MISSING', risk: 'LOW', strategyReached: false, hours: 1, authorityKnown: true, ...facts },
});
type Entry = ReturnType<typeof anEntry>;
const sections = (entries: Entry[]): Record<string, string[]> => {
  const names = (those: readonly Entry[]): string[] => those.map(({ name }) => name);
  const { authorityUnknown, missing, locatedNotBack, returned } = briefingSections(entries, (entry) => entry.facts);
  return { authorityUnknown: names(authorityUnknown), missing: names(missing), locatedNotBack: names(locatedNotBack), returned: names(returned) };
};

describe('the parts of the briefing', () => {
  it('puts HIGH first, then a strategy trigger reached, then the longest missing', () => {
    const entries = [
      anEntry('short'),
      anEntry('long', { hours: 50 }),
      anEntry('trigger', { strategyReached: true, hours: 2 }),
      anEntry('high', { risk: 'HIGH' }),
      anEntry('high and trigger', { risk: 'HIGH', strategyReached: true }),
    ];
    expect(sections(entries)['missing']).toEqual(['high and trigger', 'high', 'trigger', 'long', 'short']);
  });

  it('treats a start nobody states as the longest', () => {
    expect(sections([anEntry('known', { hours: 900 }), anEntry('unknown', { hours: null })])['missing']).toEqual(['unknown', 'known']);
  });

  it('leaves out no child whatever the risk', () => {
    const risks = ['VERY_LOW', 'LOW', 'MEDIUM', 'HIGH', null] as const;
    expect(sections(risks.map((risk) => anEntry(String(risk), { risk })))['missing']).toHaveLength(risks.length);
  });

  it('keeps located but not back apart from missing and from returned', () => {
    const entries = [anEntry('located', { status: 'LOCATED' }), anEntry('back', { status: 'RETURNED' }), anEntry('away', { status: 'AWAY' })];
    expect(sections(entries)).toEqual({ authorityUnknown: [], missing: ['away'], locatedNotBack: ['located'], returned: ['back'] });
  });

  it('shows an open episode whose authority is unknown on top, and nowhere else', () => {
    const entries = [anEntry('whose', { authorityKnown: false, status: 'LOCATED' })];
    expect(sections(entries)).toEqual({ authorityUnknown: ['whose'], missing: [], locatedNotBack: [], returned: [] });
  });
});
