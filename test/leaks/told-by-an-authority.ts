import { adapter } from '../../adapters/authority-exchange/adapter.ts';
import type { SourceSystem } from '../../src/directory/directory.ts';
import type { TestDocument } from '../ingest/an-ingest.ts';
import { aSigningKey, signDetached } from '../support/a-signature.ts';

export { adapter as authorityExchange };

/** A child as the responsible authority names it to another, and a word for each matter it writes of. */
export interface ToldToAnAuthority {
  readonly childKey: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly nhsNumber: string;
  readonly assessment: string;
  readonly agreement: string;
}

/** Northmere's hub, that writes to others of the children it placed in their areas: its system, and its messages, signed. */
export interface TellingAuthority {
  readonly system: SourceSystem;
  tell(told: ToldToAnAuthority): Promise<TestDocument[]>;
}

export async function aTellingAuthority(): Promise<TellingAuthority> {
  const key = await aSigningKey('northmere');
  const id = 'northmere-exchange';
  const from = { adapter: adapter.manifest.id, agency: 'northmere', system: id };
  const signed = async (bytes: string): Promise<TestDocument> => ({ ...from, bytes, signature: await signDetached(bytes, key) });
  return {
    system: { id, agency: from.agency, adapter: from.adapter, personKeys: id, settings: null, silentAfterHours: null, keys: [key.jwk], hub: null },
    tell: (told) => Promise.all([message('RISK_ASSESSMENT', told, assessed(told)), message('PLACEMENT_NOTIFICATION', told, agreed(told))].map(signed)),
  };
}

const elements = (texts: Readonly<Record<string, string>>): string => Object.entries(texts).map(([name, text]) => `<${name}>${text}</${name}>`).join('');
/** A text of its own in every cell, all of one word. */
const each = (word: string, ...names: readonly string[]): string => elements(Object.fromEntries(names.map((name) => [name, `${word}_${name}`])));

const assessed = ({ childKey, assessment }: ToldToAnAuthority): string => {
  const key = elements({ AssessmentKey: `RA-${childKey}`, At: '2025-11-14T09:00:00Z' });
  return `<RiskAssessment>${key}${each(assessment, 'Level', 'Factors', 'Plan', 'Assessor')}</RiskAssessment>`;
};

const agreed = ({ childKey, agreement }: ToldToAnAuthority): string => {
  const key = elements({ AgreementKey: `PA-${childKey}`, From: '2025-05-01', URN: 'SC900001', HostAuthority: 'E99000002' });
  const texts = each(agreement, 'HostOfficer', 'HostContact', 'WhoInterviews', 'ResultHow', 'ResultBy');
  return `<PlacementNotification><PlacementAgreement>${key}${texts}</PlacementAgreement></PlacementNotification>`;
};

function message(type: string, { childKey, givenName, familyName, dateOfBirth, nhsNumber }: ToldToAnAuthority, matter: string): string {
  const header = elements({ MessageId: `${type}-${childKey}`, MessageType: type, SendingAuthority: 'northmere', SentAt: '2025-11-15T09:00:00Z' });
  const child = elements({ ChildKey: childKey, GivenName: givenName, Surname: familyName, DateOfBirth: dateOfBirth, NHSNumber: nhsNumber, ResponsibleAuthority: 'E99000001' });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<AuthorityExchange schemaVersion="1"><Header>${header}</Header><Child>${child}</Child>${matter}</AuthorityExchange>`;
}
