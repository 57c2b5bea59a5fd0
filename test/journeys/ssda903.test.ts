import { aRunningHub, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { readsOf } from './a-return.ts';
import { aTable } from './documents.ts';

/** Northmere's whole return on one child placed at Larkfield House, who was missing once, with what it says of other things. */
const RETURN = `<?xml version="1.0" encoding="UTF-8"?>
<EXPSSDA903>
 <CHILD>
  <HEADER>
   <CHILDID>0058</CHILDID><UPN>J999126000004</UPN><SEX>2</SEX><DOB>08/03/2011</DOB><ETHNIC>BCRB</ETHNIC><UASC/>
   <OC2><SDQ_REASON>Invented words</SDQ_REASON></OC2>
   <AMISSING><MISSING>M</MISSING><MIS_START>14/11/2025</MIS_START><MIS_END>15/11/2025</MIS_END></AMISSING>
  </HEADER>
  <EPISODE>
   <DECOM>01/05/2025</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL><PL_POST>ZZ2 5EE</PL_POST><HOME_POST>ZZ2 7GG</HOME_POST>
   <URN>SC900002</URN><PLACE_PROVIDER>PR4</PLACE_PROVIDER><DEC/><REC/><REASON_PLACE_CHANGE/>
  </EPISODE>
 </CHILD>
</EXPSSDA903>`;
const SENT: Sending = { ...aTable('header'), bytes: RETURN };
const OWN: Asker = { as: 'northmere-coordinator' };
const OUTSIDERS: readonly Asker[] = [{ as: 'southvale-coordinator' }, { as: 'brookside-manager' }, { as: 'westhaven-missing-team' }];

let hub: RunningHub;
beforeAll(async () => {
  hub = await aRunningHub();
});
afterAll(() => hub.close());

test('a return in XML gives the authority and the home it names the episode, nobody else anything, and nothing twice by its tables', async () => {
  expect(await hub.deliver(SENT)).toMatchObject([{ state: 'TAKEN', records: 3, taken: 3, refused: 0 }]);
  const own = await readsOf(hub, OWN);
  expect(own.episodes).toEqual([{ kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }] }]);
  expect(own.text).not.toMatch(/Invented words/);
  expect((await readsOf(hub, { as: 'larkfield-manager' })).episodes).toHaveLength(1);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }

  const tables = [
    aTable('header', '0058,2,08/03/2011,BCRB,J999126000004'),
    aTable('episodes', '0058,01/05/2025,S,C2,N1,K2,PR4,,,,ZZ2 7GG,ZZ2 5EE,SC900002'),
    aTable('missing', '0058,08/03/2011,M,14/11/2025,15/11/2025'),
  ];
  const statuses = await hub.deliver(...tables);
  expect(statuses.map(({ taken, already }) => [taken, already])).toEqual([[0, 1], [0, 1], [0, 1]]);
  expect(await readsOf(hub, OWN)).toEqual(own);
});

test('a return in XML with a DOCTYPE is refused whole, and its sender is told the line', async () => {
  const hostile = RETURN.replace('<EXPSSDA903>', '<!DOCTYPE EXPSSDA903 [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<EXPSSDA903>');
  expect(await hub.deliver({ ...SENT, bytes: hostile })).toMatchObject([{ state: 'QUARANTINED', taken: 0, refusals: [{ code: 'DOCUMENT_ENTITY', place: 'line 2' }] }]);
});
