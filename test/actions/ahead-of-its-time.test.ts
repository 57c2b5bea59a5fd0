import { aDecidingHub, anInterview, MINUTE } from './a-deciding-hub.ts';

test('an interview that was recorded ahead of its time is shown as offered, to the home too, and as held once its time has come', async () => {
  const hub = await aDecidingHub();
  try {
    const { id } = await anInterview(hub, { at: new Date(hub.now + 60 * MINUTE).toISOString() });
    expect(await Promise.all(['hal', 'sal'].map((who) => hub.interview(who, id)))).toMatchObject([{ state: 'OFFERED' }, { state: 'OFFERED' }]);
    hub.now += 61 * MINUTE;
    expect(await hub.interview('hal', id)).toMatchObject({ state: 'COMPLETED' });
  } finally {
    await hub.close();
  }
});
