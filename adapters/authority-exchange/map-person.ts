import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import { genderOf, yesNoOf } from './codes.ts';
import { partOf, type MessageName } from './name-message.ts';
import { ROOT } from './payload.ts';
import { stated, type MessageReader } from './read-message.ts';

function personPayload(reader: MessageReader): PersonPayload {
  return stated({
    givenName: reader.text('Child/GivenName'),
    familyName: reader.text('Child/Surname'),
    dateOfBirth: reader.date('Child/DateOfBirth'),
    dateOfBirthEstimated: reader.code('Child/DateOfBirthEstimated', yesNoOf),
    gender: reader.code('Child/Gender', genderOf),
    ethnicity: reader.text('Child/Ethnicity'),
    nhsNumber: reader.text('Child/NHSNumber'),
    upn: reader.text('Child/UPN'),
    responsibleAuthorityChildId: reader.text('Child/ResponsibleAuthorityChildId'),
    responsibleAuthority: reader.text('Child/ResponsibleAuthority'),
    hostAuthority: reader.text('Child/HostAuthority'),
    placementUrn: reader.text('Child/PlacementURN'),
    unaccompanied: reader.code('Child/Unaccompanied', yesNoOf),
    homeAddress: reader.text('Child/HomeAddress'),
    telephone: reader.text('Child/Telephone'),
    email: reader.text('Child/Email'),
    build: reader.text('Child/Build'),
    complexion: reader.text('Child/Complexion'),
    hairColour: reader.text('Child/HairColour'),
    eyeColourLeft: reader.text('Child/EyeColourLeft'),
    eyeColourRight: reader.text('Child/EyeColourRight'),
    distinguishingFeatures: reader.text('Child/DistinguishingFeatures'),
    familyAddress: reader.text('Child/FamilyAddress'),
    otherAddress: reader.text('Child/OtherAddress'),
    restricted: restrictedOf(reader),
  });
}

/** A mark that can't be read restricts: open by mistake would be worse. */
function restrictedOf(reader: MessageReader): boolean | undefined {
  const word = reader.text('Child/Restricted');
  if (word === undefined) {
    return undefined;
  }
  const said = yesNoOf(word);
  if (said === null) {
    reader.remark({ code: 'RESTRICTED_UNREADABLE', path: 'Child/Restricted', reason: 'This is neither YES nor NO; the child was taken as restricted.' });
  }
  return said ?? true;
}

/** What the message says of the child, kept apart by the record it is about so that a withdrawn one takes back only its own. */
export function mapPerson(name: MessageName, reader: MessageReader, record: DraftObservation['record']): DraftObservation {
  return {
    subjectKey: name.child,
    record: { kind: 'person', key: name.child },
    part: partOf(record),
    act: name.act,
    kind: 'person',
    order: name.order,
    payload: personPayload(reader),
    place: `/${ROOT}/Child`,
  };
}
