/** The column that holds each fact of an episode and its child that a message can say, by the name the fact goes out under (`fields`). */
const FACTS: Readonly<Record<string, string>> = {
  ...columnsOf('Episode', 'e', ['kind', 'status', 'missingSince', 'reportedAt', 'locatedAt', 'returnedAt', 'initialRisk', 'initialRiskWord', 'riskChanges', 'statusChanges']),
  ...columnsOf('Episode', 'c', ['missingFrom', 'circumstances', 'reportedBy', 'lastSeenAt', 'lastSeenWith', 'lastSeenPlace', 'actionsTaken', 'riskFactors', 'informedPersons', 'previousMissingCount']),
  ...columnsOf('Episode', 'c', ['clothing', 'findingIdeas', 'locatedPlace', 'locatedHow', 'returnedTo', 'returnMethod', 'receivedBy', 'returnDebrief']),
  ...columnsOf('Episode', 'd', ['returnCondition']),
  ...columnsOf('Child', 'k', ['givenName', 'familyName', 'dateOfBirth', 'gender']),
  // The first alone is said.
  'Episode.policeReferences': 'e.police_references[1]',
  'Episode.assessedRisks': ownWord(),
};

/** What the authority whose child it is said last of the risk goes out as its own word; anybody else's own goes out with no episode. */
function ownWord(): string {
  const own = 't.from_agency = any (k.responsible)';
  return `(select s.word || s.at from (select a ->> 'word' as word, a -> 'at' ->> 'from' as at from json_array_elements(c.assessed_risks) a where ${own} and a ->> 'agency' = t.from_agency
    union all select r.word, r.at ->> 'from' from risk_assessment r where ${own} and r.child_id = k.id and r.made_by = t.from_agency) as s order by s.at desc nulls last, s.word limit 1)`;
}

function columnsOf(type: string, table: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`${type}.${name}`, `${table}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`]));
}

/** In words that a list of versions can hold: each fact by its name and a short hash. */
const HASHES = Object.entries(FACTS).map(([name, column]) => `'${name}=' || left(md5(coalesce(${column}::text, '')), 12)`);

/** What a transmission `t` of an episode said, or would say now, fact by fact, beside the version of the row that shows it. */
export const EPISODES_SAID = `select 'episode ' || e.id || ' ' || case when t.matter = 'EPISODE' then e.version::text || ' ' || ${HASHES.join(` || ' ' || `)} when t.matter = 'RISK_ASSESSMENT_REQUEST' then 'asked' else e.version::text end
  from episode e left join episode_circumstances c on c.id = e.id left join episode_condition d on d.id = e.id left join child k on k.id = e.child_id where e.record_ids && t.records`;

/**
 * Whether what is said now is another thing to its receiver than what was seen when it went: of an episode the facts alone that its message
 * told, all where nobody noted which, as a version counts closing and handling too. What went before facts were compared goes by its version.
 */
export function saysAnother(seen: string | null, now: string, fields: readonly string[]): boolean {
  const isByFacts = seen?.includes('=') === true;
  const asTold = (versions: string): string => versions.split(',').map((one) => factsOf(one, { isByFacts, fields })).join(',');
  return asTold(seen ?? '') !== asTold(now);
}

/** A row by its kind and id, and either its version or each fact that was told. */
function factsOf(one: string, { isByFacts, fields }: { readonly isByFacts: boolean; readonly fields: readonly string[] }): string {
  const [kind, id, version, ...facts] = one.split(' ');
  const told = facts.filter((fact) => fields.length === 0 || fields.includes(fact.slice(0, fact.indexOf('='))));
  return [kind, id, ...(isByFacts && facts.length > 0 ? told : [version])].join(' ');
}
