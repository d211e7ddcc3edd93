import { StartFault } from '#store/start-fault.ts';

/** Asks for a password on a terminal without showing it. An empty answer asks to make one up. */
export async function askSecret(stdin: NodeJS.ReadStream, draw: (line: string) => void): Promise<string> {
  draw('Password (empty: one is made up): ');
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin) {
      for (const key of String(keys)) {
        if (key === '\r' || key === '\n') return typed.trim();
        // Ctrl-C reaches us as a character while the terminal is raw.
        if (key === '\u0003') throw new StartFault('Nobody was added.');
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed.trim();
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    draw('');
  }
}
