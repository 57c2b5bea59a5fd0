import { randomUUID } from 'node:crypto';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { aPractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

test('a host triages the return of its guest, by no figure of its own, until the responsible authority does; and then no more', async () => {
  const hub = await aPractisedHub();
  try {
    const triaging = (who: string, revision: number) =>
      triageReturn(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, revision, outcome: 'NOT_APPROPRIATE_NOW' }, hub.now);
    hub.goesBy('northmere', null);
    hub.goesBy('southvale', 'west-sussex');
    expect((await triaging('hew', 0)).warnings).toEqual([expect.stringContaining('never')]);
    expect(await triaging('hew', 1)).toMatchObject({ revision: 2 });
    expect(await triaging('nia', 2)).toMatchObject({ revision: 3 });
    await expect(triaging('hew', 3)).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('responsible authority') as string });
    expect(await hub.ingest.rows(`select by from return_step where step = 'TRIAGE'`)).toEqual([{ by: 'nia@northmere' }]);
  } finally {
    await hub.close();
  }
});

test('what only the responsible authority does is refused to a host with those words, and to another role with others', async () => {
  const hub = await aPractisedHub();
  try {
    const finalising = (who: string) => finaliseEpisode(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, revision: 0, finalised: true }, hub.now);
    await expect(finalising('hew')).rejects.toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Only the authority responsible for the child does this') as string });
    for (const who of ['pim', 'sia']) {
      await expect(finalising(who)).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'Your role does not include this here.' });
    }
    expect(await finalising('nia')).toMatchObject({ revision: 1 });
  } finally {
    await hub.close();
  }
});
