import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Int } from 'type-graphql';
import type { Row } from '../gate/read-request.ts';
import { linkKey } from './wanted-tree.ts';

/** What the gate answered to a link, under the name this alias of it was asked by. */
export const answered = (row: Row, info: GraphQLResolveInfo): unknown => row[linkKey(info.fieldName, String(info.path.key))];

/** The argument of a list of linked rows; the wanted tree reads it, and the gate answers it. */
export const First = (usual: number): ReturnType<typeof Arg> => Arg('first', () => Int, { defaultValue: usual, description: 'How many, from 1 to 50.' });
