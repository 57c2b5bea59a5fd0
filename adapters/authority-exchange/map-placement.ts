import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { PlacementAgreementPayload, PlacementPayload } from '../../src/domain/observation/observation.ts';
import { mapPerson } from './map-person.ts';
import { saidOf, type MessageName } from './name-message.ts';
import type { MessageReader } from './read-message.ts';

const PLACEMENT = 'PlacementNotification/Placement';
const AGREEMENT = 'PlacementNotification/PlacementAgreement';

function placementPayload(reader: MessageReader): PlacementPayload {
  return {
    from: reader.neededTime(`${PLACEMENT}/From`),
    until: reader.time(`${PLACEMENT}/Until`) ?? null,
    placementType: reader.textOrNull(`${PLACEMENT}/PlacementType`),
    providerType: reader.textOrNull(`${PLACEMENT}/ProviderType`),
    legalStatus: reader.textOrNull(`${PLACEMENT}/LegalStatus`),
    needCode: reader.textOrNull(`${PLACEMENT}/NeedCode`),
    reasonStarted: reader.textOrNull(`${PLACEMENT}/ReasonStarted`),
    reasonEnded: reader.textOrNull(`${PLACEMENT}/ReasonEnded`),
    reasonChanged: reader.textOrNull(`${PLACEMENT}/ReasonChanged`),
    urn: reader.textOrNull(`${PLACEMENT}/URN`),
    placementPostcode: reader.textOrNull(`${PLACEMENT}/PlacementPostcode`),
    homePostcode: reader.textOrNull(`${PLACEMENT}/HomePostcode`),
  };
}

/** Where the agreement names no home and no day of its own, those of the placement it came with. */
function agreementPayload(reader: MessageReader): PlacementAgreementPayload {
  const from = reader.time(`${AGREEMENT}/From`) ?? reader.time(`${PLACEMENT}/From`);
  return {
    from: from ?? reader.neededTime(`${AGREEMENT}/From`),
    placementUrn: reader.text(`${AGREEMENT}/URN`) ?? reader.textOrNull(`${PLACEMENT}/URN`),
    hostAuthority: reader.text(`${AGREEMENT}/HostAuthority`) ?? reader.textOrNull('Child/HostAuthority'),
    hostOfficer: reader.textOrNull(`${AGREEMENT}/HostOfficer`),
    hostContact: reader.textOrNull(`${AGREEMENT}/HostContact`),
    whoInterviews: reader.textOrNull(`${AGREEMENT}/WhoInterviews`),
    resultHow: reader.textOrNull(`${AGREEMENT}/ResultHow`),
    resultBy: reader.textOrNull(`${AGREEMENT}/ResultBy`),
  };
}

/** A placement, what was agreed for it (SOM 7.1.2), or both. */
export function mapPlacement(name: MessageName, reader: MessageReader): DraftObservation[] {
  const placement = reader.has(PLACEMENT) ? ({ kind: 'placement', key: reader.key(`${PLACEMENT}/PlacementKey`) } as const) : null;
  const agreement = reader.has(AGREEMENT) ? ({ kind: 'placementAgreement', key: reader.key(`${AGREEMENT}/AgreementKey`) } as const) : null;
  const about = placement ?? agreement;
  const observations: (DraftObservation | null)[] = [
    placement && { ...saidOf(name, placement, PLACEMENT), kind: 'placement', payload: placementPayload(reader) },
    agreement && { ...saidOf(name, agreement, AGREEMENT), kind: 'placementAgreement', payload: agreementPayload(reader) },
    about && mapPerson(name, reader, about),
  ];
  return observations.filter((observation) => observation !== null);
}
