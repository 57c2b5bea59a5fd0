import { DateTime } from 'luxon';

/** The invented child of the demonstration: Northmere's, placed in a home in Southvale. */
const CHILD = { given: 'Fenella', family: 'Inventedson', born: '2011-05-14', nhs: '9990001138' } as const;
export const CHILD_IN_WORDS = `${CHILD.given} ${CHILD.family}`;

const at = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
const day = (time: number): string => DateTime.fromMillis(time, { zone: 'Europe/London' }).toISODate() ?? '';

/** Northmere tells that it placed her, and what it agreed with the host. */
export function placement(now: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<AuthorityExchange schemaVersion="1">
  <Header><MessageId>DEMO-1</MessageId><MessageType>PLACEMENT_NOTIFICATION</MessageType><SendingAuthority>northmere</SendingAuthority><SentAt>${at(now)}</SentAt></Header>
  <Child>
    <ChildKey>NM-0042</ChildKey><GivenName>${CHILD.given}</GivenName><Surname>${CHILD.family}</Surname><DateOfBirth>${CHILD.born}</DateOfBirth><NHSNumber>${CHILD.nhs}</NHSNumber><Gender>Female</Gender>
    <ResponsibleAuthority>E99000001</ResponsibleAuthority><ResponsibleAuthorityChildId>NM-0042</ResponsibleAuthorityChildId><HostAuthority>E99000002</HostAuthority><PlacementURN>SC900001</PlacementURN>
  </Child>
  <PlacementNotification>
    <Placement><PlacementKey>PL-7</PlacementKey><From>${day(now - 40 * 86_400_000)}</From><PlacementType>K2</PlacementType><ProviderType>PR4</ProviderType><LegalStatus>C2</LegalStatus><URN>SC900001</URN></Placement>
    <PlacementAgreement><AgreementKey>PA-7</AgreementKey><HostAuthority>E99000002</HostAuthority><HostOfficer>Invented Officer of Southvale</HostOfficer><HostContact>01632 960021</HostContact>
      <WhoInterviews>Southvale, with a worker independent of the home</WhoInterviews><ResultHow>As a completed interview from hub to hub</ResultHow><ResultBy>Within two working days of the interview</ResultBy></PlacementAgreement>
  </PlacementNotification>
</AuthorityExchange>
`;
}

const police = (type: string, sentAt: number, rest: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<MissingPoliceCompact schemaVersion="1">
  <Header><MessageId>DEMO-${type}</MessageId><MessageType>${type}</MessageType><ForceCode>99</ForceCode><SentAt>${at(sentAt)}</SentAt></Header>
${rest}
</MissingPoliceCompact>
`;
const REPORT = 'DEMO-MP-1';

/** The host's police log her missing. */
export function missing(since: number): string {
  return police(
    'MISSING',
    since + 600_000,
    `  <Report><MisperId>${REPORT}</MisperId><CurrentRiskLevel>High</CurrentRiskLevel><MissingSince>${at(since)}</MissingSince><Circumstances>Left after supper and did not come back.</Circumstances></Report>
  <Person><PersonId>DEMO-P-1</PersonId><NHSNumber>${CHILD.nhs}</NHSNumber><GivenName>${CHILD.given}</GivenName><Surname>${CHILD.family}</Surname><DateOfBirth>${CHILD.born}</DateOfBirth><Gender>Female</Gender></Person>
  <Care><PlacingAuthority>E99000001</PlacingAuthority><HostAuthority>E99000002</HostAuthority><PlacementURN>SC900001</PlacementURN></Care>`,
  );
}

/** They found her, and she is back. */
export function found(traced: number, returned: number): string {
  return police(
    'FOUND',
    returned + 60_000,
    `  <Report><MisperId>${REPORT}</MisperId></Report>
  <Person><PersonId>DEMO-P-1</PersonId></Person>
  <Found><WhenTraced>${at(traced)}</WhenTraced><TracedLocation>Invented bus station</TracedLocation><WhenReturned>${at(returned)}</WhenReturned><ReturnedTo>Larkfield House</ReturnedTo></Found>`,
  );
}
