import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import { genderOf } from './codes.ts';
import type { MessageName } from './name-message.ts';
import { ROOT } from './payload.ts';
import { stated, type FieldReader } from './read-fields.ts';

function personPayload(reader: FieldReader): PersonPayload {
  return stated({
    givenName: reader.text('Person/GivenName'),
    familyName: reader.text('Person/Surname'),
    dateOfBirth: reader.date('Person/DateOfBirth'),
    statedAge: reader.count('Person/Age'),
    gender: reader.code('Person/Gender', genderOf),
    ethnicity: reader.text('Person/Ethnicity'),
    nhsNumber: reader.text('Person/NHSNumber'),
    homeAddress: reader.text('Person/HomeAddress'),
    telephone: reader.text('Person/Telephone'),
    email: reader.text('Person/Email'),
    build: reader.text('Person/Build'),
    complexion: reader.text('Person/Complexion'),
    hairColour: reader.text('Person/HairColour'),
    eyeColourLeft: reader.text('Person/EyeColourLeft'),
    eyeColourRight: reader.text('Person/EyeColourRight'),
    distinguishingFeatures: reader.text('Person/DistinguishingFeatures'),
    photographRef: reader.text('Person/PhotographRef'),
    familyAddress: reader.text('FamilyAddress'),
    otherAddress: reader.text('OtherAddress'),
    responsibleAuthority: reader.text('Care/PlacingAuthority'),
    hostAuthority: reader.text('Care/HostAuthority'),
    placementUrn: reader.text('Care/PlacementURN'),
    responsibleAuthorityChildId: reader.text('Care/ResponsibleAuthorityChildId'),
  });
}

/** What the message says of the person, kept apart by report so that a cancelled one takes back only its own. */
export function mapPerson(name: MessageName, reader: FieldReader): DraftObservation {
  return {
    subjectKey: name.person,
    record: { kind: 'person', key: name.person },
    part: name.episode,
    act: 'assert',
    kind: 'person',
    order: name.sentAt,
    payload: personPayload(reader),
    place: `/${ROOT}/Person`,
  };
}
