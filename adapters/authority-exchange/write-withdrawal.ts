import type { Outgoing } from '../../src/exchange/render-contract.ts';
import { cannotSay } from '../../src/exchange/render-contract-matter.ts';
import { plainKey } from '../../src/exchange/render-contract-texts.ts';
import { element, section, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { WITHDRAWN } from './codes.ts';

/** The one record that was never so. */
export function writeWithdrawal({ withdrawn }: Outgoing): XmlPart[] {
  const [record, second] = withdrawn;
  const [word = null] = Object.entries(WITHDRAWN).find(([, kind]) => kind === record?.kind) ?? [];
  if (record === undefined || second !== undefined || word === null) {
    throw cannotSay('A withdrawal takes back one record, of a kind this format has.');
  }
  return section('Withdrawal', element('Withdraws', word), element('RecordKey', plainKey(record.key)));
}
