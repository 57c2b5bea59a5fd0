import { Migration } from '@mikro-orm/migrations';

/** Of which interviews it was told that they are there is looked up by the interview. */
export class Migration0057InterviewsTold extends Migration {
  override up(): void {
    this.addSql(`create index briefing_notice_of_an_interview on briefing_notice (about) where kind = 'INTERVIEW_RECEIVED'`);
  }

  override down(): void {
    this.addSql('drop index briefing_notice_of_an_interview');
  }
}
