import { HUB_SYSTEM, type RecordRef } from '../record/record.ts';

const OWN_NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a source calls a record, where that may be this hub's own name of a child that it was told of; what people state in the hub names nothing so. */
export function ownNameTold({ system, key }: RecordRef): string | null {
  return system !== HUB_SYSTEM && OWN_NAME.test(key) ? key : null;
}

/** One text for a name under which an agency was told of a child, for sets. */
export function nameTold(agency: string, name: string): string {
  return JSON.stringify([agency, name]);
}
