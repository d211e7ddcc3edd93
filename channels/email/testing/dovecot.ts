import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const program = '/usr/sbin/dovecot';

/** Tests that need a mailbox say so and are skipped where the server is not installed. */
export const dovecotIsInstalled = existsSync(program);

/** A real IMAP server with one empty mailbox, on loopback, without encryption. */
export interface Dovecot {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Puts a letter into the inbox as a mail server would. */
  deliver(letter: Uint8Array): Promise<void>;
  /** Dies with every connection. The mailbox, the port and the letters stay. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** The end: the mailbox is deleted. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly group: string;
}

/** Dovecot refuses to keep mail as root, so root hands it over to `nobody`. */
function owner(): Owner {
  const me = userInfo();
  if (me.uid !== 0) {
    const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
    return { uid: me.uid, gid: me.gid, user: me.username, group };
  }
  const id = (flag: string) => execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim();
  return { uid: Number(id('-u')), gid: Number(id('-g')), user: 'nobody', group: id('-gn') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

const configuration = (directory: string, port: number, { uid, gid, user, group }: Owner) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${directory}/run
state_dir = ${directory}/run
log_path = ${directory}/log
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${directory}/Maildir
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${directory}/passwd
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${directory}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'data', { signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function run(directory: string, port: number, { uid, gid }: Owner): Promise<ChildProcess> {
  const config = join(directory, 'dovecot.conf');
  const child = spawn(program, ['-F', '-c', config], { uid, gid, stdio: 'ignore', detached: true });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) break;
    if (await isListening(port)) return child;
    await pause(25);
  }
  await end(child);
  throw new Error(`Dovecot did not start, see ${directory}/log`);
}

/** At once and with all its processes: asked politely, it serves open connections for another second. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await exited;
}

/** Starts Dovecot in a folder of its own; takes about 0.1 s. */
export async function startDovecot(): Promise<Dovecot> {
  const who = owner();
  const directory = await mkdtemp(join(tmpdir(), 'otklik-dovecot-'));
  const port = await freePort();
  const user = 'priemnaya@example.ru';
  const password = 'made-up-password';
  await writeFile(join(directory, 'dovecot.conf'), configuration(directory, port, who));
  await writeFile(join(directory, 'passwd'), `${user}:{PLAIN}${password}\n`);
  const boxes = ['Maildir', 'Maildir/tmp', 'Maildir/new', 'Maildir/cur', 'run'].map((name) =>
    join(directory, name),
  );
  for (const box of boxes) await mkdir(box);
  for (const path of [directory, ...boxes]) await chown(path, who.uid, who.gid);
  let child = await run(directory, port, who);
  let delivered = 0;
  return {
    port,
    user,
    password,
    deliver: async (letter) => {
      const name = `${Date.now()}.${process.pid}_${(delivered += 1)}.example`;
      const draft = join(directory, 'Maildir/tmp', name);
      await writeFile(draft, letter);
      await chown(draft, who.uid, who.gid);
      await rename(draft, join(directory, 'Maildir/new', name));
    },
    halt: () => end(child),
    resume: async () => {
      child = await run(directory, port, who);
    },
    stop: async () => {
      await end(child);
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
