import { Migration } from '@mikro-orm/migrations';
import { AGENCY, holds, is, NOW, PERSON, reaches, relation, setting } from './second-wall.ts';

const does = (who: string): string => `coalesce(doer_during[array_position(doer, ${who})] @> ${NOW}, false)`;
const STAFF = `coalesce((select ${setting('role')}) not in ('PLACEMENT_PROVIDER', 'PARENT'), false)`;
const UNRESTRICTED = `(restricted = 'NO' or ${is('ADMITTED')} or (awaits_naming = 'YES'
  and ((${holds('responsible')} and (select ${setting('role')}) = 'TEAM_MANAGER') or ${is('SOCIAL_WORKER')})))`;
/** Police are not to learn that there is a concern: of what comes from one they read what is theirs to do. */
const STANDS = [holds('responsible'), holds('hosts'), `(of_concern = 'NO' and ${holds('forces')})`, does(AGENCY), does(PERSON), `${PERSON} = any (people)`].join(' or ');

/** Whoever is to do something reads it while they have a part in the child and are let read it; until the fold has looked through it, nobody by that alone. */
export class Migration0045WhoseToDo extends Migration {
  override up(): void {
    this.addSql(`alter table case_action add column ${relation('doer').replace(', ', ', add column ')}, add column of_concern text not null default 'YES'`);
    this.addSql(`drop policy reader on case_action`);
    this.addSql(`create policy reader on case_action for select to homeward_reader using (agencies @> array[${AGENCY}]
      and (${reaches('steps')} or (${reaches('emergency')} and ${is('EMERGENCY')})) and (${STANDS}) and ${UNRESTRICTED} and (tells_nobody = 'YES' or ${STAFF}))`);
  }

  override down(): void {
    throw new Error('What somebody no longer reads is not opened again; restore the backup instead.'); // eslint-disable-line no-restricted-syntax
  }
}
