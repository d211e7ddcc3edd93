import { parseArgs } from 'node:util';
import { StartFault } from '#store/start-fault.ts';
import { evaluateOwnersCommand } from './evaluate/owners.ts';
import { addBodyCommand } from './bodies/add.ts';
import { importBodiesCommand } from './bodies/import.ts';
import { importCalendarCommand } from './calendar.ts';
import { channelsCommand, connectChannelCommand } from './channel.ts';
import type { Command, Surroundings, Typed } from './command.ts';
import { exportCorrectionsCommand } from './corrections.ts';
import { modelsCommand } from './models/list.ts';
import { importModelCommand, useModelCommand } from './models/use.ts';
import { evaluateDuplicatesCommand } from './evaluate/duplicates.ts';
import { assignOwnersCommand } from './objects/assign.ts';
import { importObjectsCommand } from './objects/import.ts';
import { addPersonCommand } from './person.ts';
import { evaluateMaskingCommand } from './evaluate/masking.ts';
import { evaluatePlacesCommand } from './evaluate/places.ts';
import { evaluateTopicsCommand } from './evaluate/topics.ts';
import { createRegionCommand } from './region/create.ts';
import { importAddressesCommand } from './region/import-addresses.ts';
import { importBoundariesCommand } from './region/import-boundaries.ts';
import { regionsCommand } from './regions.ts';
import { replayCommand } from './replay/command.ts';
import { runRetentionCommand } from './retention.ts';
import { trainOwnersCommand } from './train/owners.ts';
import { trainTopicsCommand } from './train/topics.ts';

const commands: readonly Command[] = [
  regionsCommand,
  createRegionCommand,
  importAddressesCommand,
  importBoundariesCommand,
  replayCommand,
  addBodyCommand,
  importBodiesCommand,
  addPersonCommand,
  connectChannelCommand,
  channelsCommand,
  importCalendarCommand,
  importObjectsCommand,
  assignOwnersCommand,
  runRetentionCommand,
  trainTopicsCommand,
  trainOwnersCommand,
  evaluateOwnersCommand,
  modelsCommand,
  useModelCommand,
  importModelCommand,
  exportCorrectionsCommand,
  evaluateTopicsCommand,
  evaluatePlacesCommand,
  evaluateDuplicatesCommand,
  evaluateMaskingCommand,
];

/** The command whose name begins what was typed. */
export const commandTyped = (args: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, i) => args[i] === word));

/**
 * Runs what was typed.
 *
 * @throws StartFault with one sentence for the person at the terminal
 */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = commandTyped(args);
  if (command === undefined) {
    const isAsking = args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '');
    if (isAsking) return surroundings.out(overview());
    throw new StartFault(`There is no command "${typedName(args)}".\n\n${overview(args[0])}`);
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) return surroundings.out(command.help);
  await command.run(parse(command, rest), surroundings);
}

const typedName = (args: readonly string[]): string =>
  args
    .slice(0, 2)
    .filter((word) => !word.startsWith('-'))
    .join(' ');

/** The commands that begin with this word; all where none does. */
function overview(first?: string): string {
  const alike = commands.filter(({ name }) => name.split(' ')[0] === first);
  const shown = alike.length === 0 ? commands : alike;
  const width = Math.max(...shown.map(({ name }) => name.length)) + 3;
  const lines = shown.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`);
  return `otklik <command>\n\n${lines.join('\n')}\n\notklik <command> --help explains a command. Settings are those of the server: docs/configuration.md.`;
}

function parse(command: Command, args: readonly string[]): Typed {
  const { positionals, values } = parsed(command, args);
  const superfluous = positionals[command.takes.length];
  if (superfluous !== undefined)
    throw new StartFault(
      `"${superfluous}" is one word too many for ${command.name}: put what has spaces into quotation marks.`,
    );
  return {
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    isOn: (option) => values[option] === true,
  };
}

function parsed(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new StartFault(`${why.replace(/\.$/, '')}. See otklik ${command.name} --help.`);
  }
}
