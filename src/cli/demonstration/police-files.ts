import { oneFile, type DemonstrationDocument } from './demonstration-document.ts';
import { FERN } from './exchange-files.ts';
import { policeMessage, utc, type PoliceStory } from './police-message.ts';
import { HOUR } from '../../domain/interval/durations.ts';
import { CUT_OFF } from './spoilt.ts';

const FORCE = '99';
type Sections = PoliceStory['sections'];

/** Invented children the police know; keys are the force's own person keys. */
const PEOPLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ada: {
    PersonId: 'P-4401', NHSNumber: '9990001006', GivenName: 'Ada', Surname: 'Testchild', DateOfBirth: '2011-05-14', Age: '15', Gender: 'F',
    Ethnicity: 'WBRI', HomeAddress: '1 Invented Street, Northmere, ZZ1 1AA', Telephone: '01632 960001', Build: 'Slim', HairColour: 'Brown',
    EyeColourLeft: 'Green', EyeColourRight: 'Green', DistinguishingFeatures: 'Small scar on left hand',
  },
  ben: {
    PersonId: 'P-4402', GivenName: 'Ben', Surname: 'Samplesson', DateOfBirth: '2010-09-02', Age: '16', Gender: 'M', Ethnicity: 'MWBA',
    HomeAddress: '2 Invented Street, Northmere, ZZ1 1AB', Build: 'Medium', HairColour: 'Black', EyeColourLeft: 'Brown', EyeColourRight: 'Brown',
  },
  cara: {
    PersonId: 'P-4403', GivenName: 'Cara', Surname: 'Inventedby', DateOfBirth: '2011-03-08', Age: '15', Gender: 'F', Ethnicity: 'BCRB',
    HomeAddress: '3 Made Up Lane, Southvale, ZZ2 7GG', Build: 'Slim', HairColour: 'Black', EyeColourLeft: 'Brown', EyeColourRight: 'Brown',
  },
  dev: {
    PersonId: 'P-4404', NHSNumber: '9990001014', GivenName: 'Dev', Surname: 'Exampleton', DateOfBirth: '2012-07-30', Age: '14', Gender: 'M',
    Ethnicity: 'AIND', HomeAddress: '4 Nowhere Close, Northmere, ZZ1 6FF', Build: 'Slim', HairColour: 'Black', EyeColourLeft: 'Brown', EyeColourRight: 'Brown',
  },
  eli: {
    PersonId: 'P-4405', GivenName: 'Eli', Surname: 'Placeholder', DateOfBirth: '2009-12-19', Age: '16', Gender: 'M', Ethnicity: 'WBRI',
    HomeAddress: '5 Nowhere Close, ZZ3 8HH', Build: 'Large', HairColour: 'Fair', EyeColourLeft: 'Blue', EyeColourRight: 'Blue',
  },
};

const found = (at: number, place: string, returned?: number): Sections => ({
  Found: {
    WhenTraced: utc(at), TracedLocation: place,
    ...(returned === undefined ? {} : { WhenReturned: utc(returned), ReturnedTo: 'Home', ReturnMethod: 'Brought back by police' }),
  },
});
const missing = (now: number, hours: number, risk: string): { Report: Readonly<Record<string, string>> } => ({
  Report: {
    InitialRiskLevel: risk, CurrentRiskLevel: risk, MissingSince: utc(now - hours * HOUR), DateReportedMissing: utc(now - (hours - 1) * HOUR),
    ReportedMissingBy: 'Carer on shift', MissingFrom: 'Placement', Circumstances: 'Left after the evening meal and did not answer the phone.',
  },
});
const seen = (now: number, hours: number): Sections => ({
  LastSeen: { At: utc(now - hours * HOUR), With: 'A friend from school', Place: 'Bus station, Invented Street' },
});
const placed = (authority: string, own: string, urn: string): Sections => ({
  Care: { PlacingAuthority: authority, PlacementURN: urn, ResponsibleAuthorityChildId: own },
});

/** The force's messages, told as of `now`: high risk, trigger reached, located not back, returned, nobody's, cancelled. */
function stories(now: number): PoliceStory[] {
  const at = (hours: number): number => now - hours * HOUR;
  const person = (name: string): Sections => ({ Person: PEOPLE[name] ?? {} });
  const tell = (story: Omit<PoliceStory, 'force'>): PoliceStory => ({ force: FORCE, ...story });
  const ada = placed('E99000001', '007001', 'SC900001');
  const cara = placed('E99000002', 'SV-210', 'SC900003');
  return [
    tell({ messageId: 'M-1', type: 'MISSING', sentAt: at(6), misper: '99/26/1001', sections: { ...missing(now, 7, 'Medium'), ...person('ada'), ...seen(now, 7), ...ada } }),
    tell({ messageId: 'M-2', type: 'UPDATE', sentAt: at(3), misper: '99/26/1001', riskFactors: 'Went missing with an older associate before.', sections: { Report: { CurrentRiskLevel: 'High' }, Person: { PersonId: 'P-4401' } } }),
    tell({ messageId: 'M-3', type: 'MISSING', sentAt: at(29), misper: '99/26/0992', sections: { ...missing(now, 30, 'Medium'), ...person('ben'), ...placed('E99000001', '007002', 'SC900002') } }),
    tell({ messageId: 'M-4', type: 'MISSING', sentAt: at(20), misper: '99/26/0995', sections: { ...missing(now, 21, 'Medium'), ...person('cara'), ...cara } }),
    tell({ messageId: 'M-5', type: 'FOUND', sentAt: at(4), misper: '99/26/0995', sections: { ...person('cara'), ...found(at(5), 'Invented Hospital, ward 3') } }),
    tell({ messageId: 'M-7', type: 'FOUND', sentAt: at(5), misper: '99/26/0988', sections: { ...person('dev'), ...found(at(7), 'Southvale retail park', at(6)) } }),
    tell({ messageId: 'M-6', type: 'MISSING', sentAt: at(34), misper: '99/26/0988', sections: { ...missing(now, 36, 'Low'), ...person('dev'), Care: { PlacingAuthority: 'E99000001' } } }),
    tell({ messageId: 'M-8', type: 'MISSING', sentAt: at(2), misper: '99/26/1003', sections: { ...missing(now, 3, 'Medium'), ...person('eli') } }),
    tell({ messageId: 'M-9', type: 'MISSING', sentAt: at(12), misper: '99/26/0999', sections: { ...missing(now, 13, 'No apparent risk'), Person: { PersonId: 'P-4409', GivenName: 'Kim', Surname: 'Cancelled', DateOfBirth: '2011-02-02', Age: '15', Gender: 'F' }, Care: { PlacingAuthority: 'E99000001' } } }),
    tell({ messageId: 'M-10', type: 'CANCEL', sentAt: at(11), misper: '99/26/0999', sections: {} }),
    // No SentAt: the hub cannot place it, keeps it in quarantine and still shows the child.
    tell({ messageId: 'M-11', type: 'MISSING', misper: '99/26/1004', sections: { ...missing(now, 1, 'High'), Person: { PersonId: 'P-4410', GivenName: 'Lou', Surname: 'Unreadable', DateOfBirth: '2012-10-10', Age: '14', Gender: 'F' }, Care: { PlacingAuthority: 'E99000001' } } }),
  ];
}

/** Two forces' messages as files. A "found" before its "missing" and a message sent twice are among them on purpose. */
export function policeFiles(now: number): DemonstrationDocument[] {
  const files = stories(now).map((story) =>
    oneFile({
      adapter: 'police-compact',
      system: 'mereshire-compact',
      extracted: null,
      name: `${story.messageId}-${story.type.toLowerCase()}.xml`,
      text: policeMessage(story),
      refused: story.sentAt === undefined ? { DOCUMENT_SCHEMA: 1 } : {},
    }),
  );
  return [...files, ...files.slice(0, 1), ...westhavensFiles(now)];
}

/** The force of the area that Fern was placed from was rung as well: cut off, and sent again. */
function westhavensFiles(now: number): DemonstrationDocument[] {
  const Person = { PersonId: 'WP-31', ...FERN, Gender: 'F', HairColour: 'Red' };
  const story: PoliceStory = { messageId: 'WM-1', type: 'MISSING', force: '98', sentAt: now - 7 * HOUR, misper: '98/26/0031', sections: { ...missing(now, 9, 'Medium'), Person, ...placed('E99000003', 'WH-31', 'SC900003') } };
  const text = policeMessage(story);
  const sent = { adapter: 'police-compact', system: 'westhaven-compact', extracted: null };
  return [oneFile({ ...sent, name: `WM-1-${CUT_OFF.as}.xml`, text: CUT_OFF.make(text), refused: CUT_OFF.refused }), oneFile({ ...sent, name: 'WM-1.xml', text })];
}
