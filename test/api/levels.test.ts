import { randomUUID } from 'node:crypto';
import { aChild, anEpisode, put } from '../gate/a-world.ts';
import { aReturnInterview } from '../gate/told-of-a-child.ts';
import { aHubWithChildren, ask } from '../http/a-hub.ts';

const SHARED = ['REDACTED:larkfield'] as const;
const STANDING = { responsible: ['northmere'], hosts: ['southvale'], forces: ['mereshire-police'], providers: ['larkfield', 'ashgrove'], missingNow: 'YES' } as const;

describe('an interview', () => {
  let hub: Awaited<ReturnType<typeof aHubWithChildren>>;
  const [child, episode, id] = [randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    hub = await aHubWithChildren();
    await put(hub.world, [
      aChild({ id: child, standing: STANDING }),
      anEpisode({ id: episode, child, standing: STANDING }),
      ...aReturnInterview({ id, child, standing: { ...STANDING, shared: SHARED }, columns: { episode_ids: [episode] } }),
    ]);
  });
  afterAll(() => hub.close());

  const read = async (selection: string, as: string): Promise<unknown> => {
    const { data, errors } = await ask(hub, `{ interview(id: "${id}") { ${selection} } }`, { as });
    expect(errors).toEqual([]);
    return data?.['interview'];
  };
  const [senior, home, otherHome, police] = ['senior@northmere', 'provider@larkfield', 'provider@ashgrove', 'police@mereshire-police'];

  it.each([
    [senior, 'FullInterview'],
    [home, 'RedactedInterview'],
    [otherHome, 'InterviewNotice'],
    [police, 'InterviewNotice'],
  ])('is to %s a %s, and says so', async (as, level) => {
    expect(await read('__typename disclosure { level }', as)).toEqual({ __typename: level, disclosure: { level } });
  });

  it('row 20: gives nothing by a fragment on a level that the reader does not reach', async () => {
    const query = `{ interview(id: "${id}") { state ... on FullInterview { plan reasons placesStayed contentHash redactions { text } sharing { reason } } ...R } }
      fragment R on RedactedInterview { redactedText redactedAnswers { words } }`;
    const { data, errors } = await ask(hub, query, { as: otherHome });
    expect(errors).toEqual([]);
    expect(data).toEqual({ interview: { state: 'COMPLETED' } });
  });

  it('row 68: gives one home the text approved for it, and not to another', async () => {
    const selection = '... on RedactedInterview { redactedText } ... on FullInterview { plan }';
    expect(await read(selection, home)).toEqual({ redactedText: `text for larkfield of ${id}` });
    expect(await read(selection, otherHome)).toEqual({});
  });

  it('row 21: gives the same on the interface as on the concrete type, and in whatever order', async () => {
    const onInterface = await read('id sentence ... on RedactedInterview { redactedText }', home);
    expect(await read('... on RedactedInterview { redactedText sentence id }', home)).toEqual(onInterface);
    expect(await read('... on ReturnInterview { id } ... on RedactedInterview { ... on ReturnInterview { sentence } redactedText }', home)).toEqual(onInterface);
  });

  it.each([
    ['the guard fields left out', '... on FullInterview { plan } ... on RedactedInterview { redactedText }'],
    ['an alias of a guard', '__typename: sentence disclosure: id ... on FullInterview { plan } ... on RedactedInterview { redactedText }'],
  ])('row 22: is decided the same with %s', async (_how, selection) => {
    expect(await read(selection, home)).toMatchObject({ redactedText: `text for larkfield of ${id}` });
    expect(await read(selection, otherHome)).not.toHaveProperty('redactedText');
    expect(await read(selection, senior)).toMatchObject({ plan: `plan of ${id}` });
  });

  it('rows 18, 19: gives each level what its own fragment asks, though both call it by one name', async () => {
    const selection = '... on FullInterview { e: episodes(first: 1) { id } } ... on InterviewNotice { e: episodes(first: 2) { status } }';
    expect(await read(selection, senior)).toEqual({ e: [{ id: episode }] });
    expect(await read(selection, police)).toEqual({ e: [{ status: expect.any(String) as string }] });
  });

  it('row 17: is checked again on every edge: by way of child and episodes it shows no more', async () => {
    const inner = 'interviews(first: 1) { __typename ... on FullInterview { plan } ... on RedactedInterview { redactedText } }';
    const found = await read(`child { ${inner} episodes(first: 1) { ${inner} child { ${inner} } } }`, police);
    const notice = [{ __typename: 'InterviewNotice' }];
    expect(found).toEqual({ child: { interviews: notice, episodes: [{ interviews: notice, child: { interviews: notice } }] } });
  });

  it('rows 59, 61: has withheld fields that are named without regard to what they hold', async () => {
    const selection = 'disclosure { withheld { field reason } }';
    const named = JSON.stringify(await read(selection, otherHome));
    expect(named).toContain('{"field":"redactedText","reason":"NOT_AT_THIS_LEVEL"}');
    expect(named).not.toMatch(/intelligence|plan|namedPeople/);
  });

  it('row 16: is the same to a stranger as one that is not there', async () => {
    const byId = (which: string) => ask(hub, `{ interview(id: "${which}") { id ... on FullInterview { plan } } }`, { as: 'senior@westhaven' });
    const [hidden, absent, nonsense] = [await byId(id), await byId(randomUUID()), await byId("' or true")];
    expect(hidden.text).toBe('{"data":{"interview":null}}\n');
    expect([absent.text, nonsense.text]).toEqual([hidden.text, hidden.text]);
  });
});
