import { PassThrough } from 'node:stream';
import type { Environment } from '#house/config.ts';
import { runCommand } from '../run-command.ts';

/** What stands around a command in a test; nothing of it must be said. */
interface Terminal {
  readonly env?: Environment;
  /** On the standard input. */
  readonly piped?: string;
  readonly now?: Date;
}

/** What a command printed: results, and what it told a person. */
export interface Printed {
  readonly out: readonly string[];
  readonly said: readonly string[];
}

/** Runs a command as it is typed. */
export async function runTyped(args: readonly string[], terminal: Terminal = {}): Promise<Printed> {
  const { env = {}, piped = '', now = new Date('2026-03-02T09:00:00Z') } = terminal;
  const [out, said]: [string[], string[]] = [[], []];
  const stdin = new PassThrough();
  stdin.end(piped);
  await runCommand(args, {
    env,
    // Enough of a terminal's input for what is not typed on one.
    stdin: stdin as unknown as NodeJS.ReadStream,
    now: () => now,
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
    draw: () => {},
    isTerminal: false,
  });
  return { out, said };
}

/** The one object a command prints with `--json`. */
export async function figuresTyped(args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { out } = await runTyped([...args, '--json']);
  return JSON.parse(out.join('')) as Readonly<Record<string, unknown>>;
}
