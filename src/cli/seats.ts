import { Command } from 'commander';
import { addAdoptCommand } from './commands/adopt';
import { addCheckCommand } from './commands/check';
import { addExportCommand } from './commands/export';
import { addImportCommand } from './commands/import';
import { addMigrateCommand } from './commands/migrate';
import { addOutboxCommand } from './commands/outbox';
import { addRemindCommand } from './commands/remind';
import { runProgram } from './run-program';

const program = new Command('seats').description('Run the seats from the command line.').showHelpAfterError();

addMigrateCommand(program);
addImportCommand(program);
addExportCommand(program);
addRemindCommand(program);
addOutboxCommand(program);
addCheckCommand(program);
addAdoptCommand(program);

runProgram(program);
