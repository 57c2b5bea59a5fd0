import type { OutgoingChild } from '../../src/exchange/render-contract.ts';
import { plainKey, statedTime } from '../../src/exchange/render-contract-texts.ts';
import { element, section, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { yesNo } from './codes.ts';

/** The child as far as it is permitted, under the sender's own key. */
export function writePerson(child: OutgoingChild): XmlPart[] {
  return section(
    'Child',
    element('ChildKey', plainKey(child.key)),
    element('NHSNumber', child.nhsNumber),
    element('UPN', child.upn),
    element('GivenName', child.givenName),
    element('Surname', child.familyName),
    element('DateOfBirth', statedTime(child.dateOfBirth)),
    element('DateOfBirthEstimated', yesNo(child.dateOfBirthEstimated)),
    element('Gender', child.gender),
    element('Ethnicity', child.ethnicity),
    element('Unaccompanied', yesNo(child.unaccompanied)),
    element('Restricted', yesNo(child.restricted)),
    element('ResponsibleAuthority', child.responsibleAuthority),
    element('ResponsibleAuthorityChildId', child.responsibleAuthorityChildId),
    element('HostAuthority', child.hostAuthority),
    element('PlacementURN', child.placementUrn),
    element('HomeAddress', child.homeAddress),
    element('Telephone', child.telephone),
    element('Email', child.email),
    element('Build', child.build),
    element('Complexion', child.complexion),
    element('HairColour', child.hairColour),
    element('EyeColourLeft', child.eyeColourLeft),
    element('EyeColourRight', child.eyeColourRight),
    element('DistinguishingFeatures', child.distinguishingFeatures),
    element('FamilyAddress', child.familyAddress),
    element('OtherAddress', child.otherAddress),
  );
}
