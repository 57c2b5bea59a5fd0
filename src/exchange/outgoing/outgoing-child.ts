import { z } from 'zod';
import type { Row } from '../../gate/read-request.ts';
import type { OutgoingChild } from '../render-contract.ts';
import { moment, shaped } from './row-shapes.ts';

const text = z.string().exactOptional();
const child = z.object({
  ...{ givenName: text, familyName: text, ethnicity: text, homeAddress: text, telephone: text, email: text, familyAddress: text, otherAddress: text },
  ...{ build: text, complexion: text, hairColour: text, eyeColourLeft: text, eyeColourRight: text, distinguishingFeatures: text, photographRef: text },
  ...{ nhsNumber: text, upn: text, authorityChildId: text },
  dateOfBirth: moment.exactOptional(),
  dateOfBirthEstimated: z.boolean().exactOptional(),
  gender: z.enum(['FEMALE', 'MALE', 'OTHER', 'UNKNOWN']).exactOptional(),
  unaccompanied: z.boolean().exactOptional(),
  restricted: z.boolean().exactOptional(),
  responsibleAuthorities: z.array(z.string()).exactOptional(),
  placement: z.object({ urn: z.string().nullable(), hostAuthority: z.string().nullable() }).exactOptional(),
});

/** Under which key the child goes out, and to whom: of several authorities that may answer for the child, the one that is told. */
export interface ChildNamed {
  readonly key: string;
  readonly to: string;
}

/** The child as far as the recipient may know them. Whose child it is always goes along: else the sender would be taken for it. */
export function outgoingChild(row: Row, { key, to }: ChildNamed): OutgoingChild {
  const { restricted, authorityChildId, responsibleAuthorities = [], placement, ...said } = shaped(child, row);
  const responsible = responsibleAuthorities.find((authority) => authority === to) ?? responsibleAuthorities[0];
  return {
    key,
    ...said,
    ...(restricted === true ? { restricted } : {}),
    ...(responsible === undefined ? {} : { responsibleAuthority: responsible, ...(authorityChildId === undefined ? {} : { responsibleAuthorityChildId: authorityChildId }) }),
    ...(typeof placement?.hostAuthority === 'string' ? { hostAuthority: placement.hostAuthority } : {}),
    ...(typeof placement?.urn === 'string' ? { placementUrn: placement.urn } : {}),
  };
}
