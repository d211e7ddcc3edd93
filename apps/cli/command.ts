import type { ParseArgsOptionsConfig } from 'node:util';
import type { Seals } from '#store/seal.ts';
import { createSeals } from '#store/seal.ts';
import { StartFault } from '#store/start-fault.ts';
import { openHouse, type House } from '#house/boot.ts';
import { readConfig, type Environment } from '#house/config.ts';

/** What a command is given of the outside world. */
export interface Surroundings {
  readonly env: Environment;
  readonly stdin: NodeJS.ReadStream;
  readonly now: () => Date;
  /** Results: what a script may read. */
  readonly out: (line: string) => void;
  /** What is going on: for a person only. */
  readonly say: (line: string) => void;
  /** A line drawn over the one before it; on a terminal only. An empty one clears it. */
  readonly draw: (line: string) => void;
  /** Whether `say` and `draw` are read on a terminal. */
  readonly isTerminal: boolean;
}

/** What was typed after the name of the command. */
export interface Typed {
  readonly positionals: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly isOn: (option: string) => boolean;
}

export interface Command {
  /** As typed: `region create`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Everything a person needs to know, printed by `--help`. */
  readonly help: string;
  /** Names of what stands without a dash, in order. */
  readonly takes: readonly string[];
  readonly options: ParseArgsOptionsConfig;
  readonly run: (typed: Typed, surroundings: Surroundings) => Promise<void>;
}

/** The value of an option that must be there. */
export function required(typed: Typed, option: string): string {
  const value = typed.text(option);
  if (value !== undefined && value.trim() !== '') return value.trim();
  throw new StartFault(`--${option} is missing: see --help of this command.`);
}

/** A whole number from `low` up, or `preset` where the option is not given. */
export function wholeNumber<P>(typed: Typed, option: string, low: number, preset: P): number | P {
  const written = typed.text(option);
  if (written === undefined) return preset;
  const number = Number(written);
  if (/^\d{1,9}$/.test(written) && number >= low) return number;
  throw new StartFault(`--${option} must be a whole number from ${low} up, not "${written}".`);
}

/**
 * Opens the installation this environment names, does the work and closes it whatever happens. Told to stop (Ctrl-C), it
 * ends the transaction under way and closes too, so that no database server is left behind.
 *
 * @throws StartFault where it was told to stop
 */
export async function inHouse<T>(
  { env, say }: Surroundings,
  work: (house: House, seals: Seals) => Promise<T>,
): Promise<T> {
  const house = await openHouse(readConfig(env));
  let closing: Promise<void> | undefined;
  let isTold = false;
  const close = (): Promise<void> => (closing ??= house.stop());
  const stop = (): void => {
    isTold = true;
    close().catch(() => {});
  };
  for (const signal of signals) process.once(signal, stop);
  if (house.migrated.length > 0) say(`The database was brought up to date: ${house.migrated.join(', ')}.`);
  try {
    return await work(house, createSeals(house.secret));
  } catch (error) {
    if (isTold)
      throw new StartFault('Stopped. What was done is kept: the same command goes on where it ended.');
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await close();
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const;
