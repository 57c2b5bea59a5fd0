import { Command } from 'commander';
import { addAdapterCommands } from './adapter-command.ts';
import { addAlertsCommands } from './alerts-command.ts';
import { addAuditCommands } from './audit-command.ts';
import { addDemonstrationCommands } from './demonstration-command.ts';
import { addDirectoryCommands } from './directory-command.ts';
import type { CliProcess } from './hub.ts';
import { addIngestCommand } from './ingest-command.ts';
import { addKeysCommands } from './keys-command.ts';
import { addPolicyCommands } from './policy-command.ts';
import { addQuarantineCommands } from './quarantine-command.ts';
import { addSettlingCommands } from './settling-commands.ts';
import { addReceiptCommands } from './receipt-command.ts';
import { addRecordsCommands } from './records-command.ts';
import { addRefoldCommand } from './refold-command.ts';
import { addSchemaCommands } from './schema-command.ts';
import { addServeCommand } from './serve-command.ts';
import { addSourcesCommand } from './sources-command.ts';
import { addTokenCommands } from './token-command.ts';

/** The `homeward` command. `schemaFolder`: where the emitted schema and the promised operations are kept. */
export function createProgram(process: CliProcess, schemaFolder: string): Command {
  const program = new Command('homeward')
    .description('A GraphQL integration hub between the agencies that look after missing children in England.')
    .showHelpAfterError('Add --help to see what this command takes.');
  addServeCommand(program, process);
  addIngestCommand(program, process);
  addSourcesCommand(program, process);
  addAdapterCommands(program, process);
  const quarantine = addQuarantineCommands(program, process);
  addSettlingCommands(quarantine, process);
  addDirectoryCommands(program, process);
  addDemonstrationCommands(program, process);
  addAlertsCommands(program, process);
  addPolicyCommands(program, process);
  addAuditCommands(program, process);
  addReceiptCommands(program, process);
  addKeysCommands(program, process);
  addRefoldCommand(program, process);
  addRecordsCommands(program, process);
  addTokenCommands(program, process);
  addSchemaCommands(program, process, schemaFolder);
  return program;
}
